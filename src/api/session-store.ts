import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

const KEY = 'session'

/** Who this phone acts for. `compoundId` is null until the first answer has said where the person belongs. */
export interface Session {
  token: string | null
  compoundId: string | null
  /** Whose drafts these are; null until the first answer, kept so that one can write without a network. */
  personId: string | null
}

const NOBODY: Session = { token: null, compoundId: null, personId: null }
const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)

function stored(): Session {
  const kept: unknown = Taro.getStorageSync(KEY)
  if (typeof kept !== 'object' || kept === null) return NOBODY
  const { token, compoundId, personId } = kept as Partial<Record<keyof Session, unknown>>
  return text(token) === null
    ? NOBODY
    : { token: text(token), compoundId: text(compoundId), personId: text(personId) }
}

let session: Session | null = null
const listeners = new Set<() => void>()

export const readSession = (): Session => {
  session ??= stored()
  return session
}

const keep = (next: Session): void => {
  session = next
  if (next.token) Taro.setStorageSync(KEY, next)
  else Taro.removeStorageSync(KEY)
  for (const listener of [...listeners]) listener()
}

export const onSession = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Someone comes in. Where he belongs is asked anew. */
export const enterSession = (token: string): void => keep({ ...NOBODY, token })

/** @param token only when it is still this one: an old answer must not throw out who has come in since. */
export function dropSession(token?: string): void {
  const now = readSession()
  if (now.token !== null && (token === undefined || now.token === token)) keep(NOBODY)
}

export function chooseCompound(compoundId: string): void {
  const now = readSession()
  if (now.token !== null && now.compoundId !== compoundId) keep({ ...now, compoundId })
}

export function knowPerson(personId: string): void {
  const now = readSession()
  if (now.token !== null && now.personId !== personId) keep({ ...now, personId })
}

/** For tests: forget what was read from storage. */
export const forgetSession = (): void => {
  session = null
}

export const useSession = (): Session => useSyncExternalStore(onSession, readSession, readSession)
