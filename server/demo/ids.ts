import { v5 } from 'uuid'

const NAMESPACE = '6f6a1f0e-5d0b-5c7e-9d53-1b1c5f1d0b18'

/** The id of something in the demo compound, always the same for the same name: tests and links can rely on it. */
export const demoId = (name: string): string => v5(name, NAMESPACE)

export const COMPOUND_ID = demoId('compound')
