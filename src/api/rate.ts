import { keepMatter } from './caches'
import { useWrite } from './use-write'

export const useRate = () => useWrite('rate.rate', { quiet: true, done: keepMatter })
export const useSettle = () => useWrite('rate.settle', { done: keepMatter })
