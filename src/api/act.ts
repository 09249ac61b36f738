import { useInfiniteQuery } from '@tanstack/react-query'
import { KEYS, keepMatter } from './caches'
import { call } from './client'
import { useSession } from './session-store'
import { useWrite } from './use-write'

export function useTasks(scope: 'mine' | 'all') {
  return useInfiniteQuery({
    queryKey: [...KEYS.tasks, scope],
    queryFn: ({ pageParam }) => call('act.tasks', { query: { scope, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: useSession().token !== null,
  })
}

export const useAssign = () => useWrite('act.assign', { quiet: true, done: keepMatter })
export const useStart = () => useWrite('act.start', { done: keepMatter })
export const useProgress = () => useWrite('act.progress', { quiet: true, done: keepMatter })
export const useExtend = () => useWrite('act.extend', { quiet: true, done: keepMatter })
export const useClaimDone = () => useWrite('act.claimDone', { quiet: true, done: keepMatter })
export const useCheck = () => useWrite('act.check', { quiet: true, done: keepMatter })
export const useEscalate = () => useWrite('act.escalate', { quiet: true, done: keepMatter })
export const useAnswer = () => useWrite('act.answer', { quiet: true, done: keepMatter })
