import { useSyncExternalStore } from 'react'

/** Who works at this desk. Kept in this browser until he signs out. */
export interface Session {
  token: string
  compoundId: string
}

const KEY = 'yishiting-desk'
const listeners = new Set<() => void>()

function stored(): Session | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Session> | null
    return kept?.token && kept.compoundId ? { token: kept.token, compoundId: kept.compoundId } : null
  } catch {
    return null
  }
}

let session = stored()

function keep(next: Session | null): void {
  session = next
  if (next) localStorage.setItem(KEY, JSON.stringify(next))
  else localStorage.removeItem(KEY)
  for (const listener of [...listeners]) listener()
}

export const readSession = (): Session | null => session
export const enterSession = (next: Session): void => keep(next)
export const dropSession = (): void => keep(null)

export function useSession(): Session | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => session,
  )
}
