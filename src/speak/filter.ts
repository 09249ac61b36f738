import { ROOM_NAMES } from '@yishiting/domain/matter/rooms'
import { ROUTES } from '@yishiting/domain/sort/routes'
import { TOPICS } from '@yishiting/domain/sort/topics'
import { useSyncExternalStore } from 'react'
import { onSession, readSession } from '@/api/session-store'
import type { MatterFilter } from '@/api/speak'

/** What the list of matters is narrowed to. Kept outside the page: 我的 sets it before it opens the tab. */
export type Filter = MatterFilter

let filter: Filter = {}
const listeners = new Set<() => void>()

export function setFilter(next: Filter): void {
  // A key without a value would make another cache key of the same list.
  filter = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''))
  for (const listener of [...listeners]) listener()
}

export const readFilter = (): Filter => filter

let whose = readSession().token
// What one person looked for says nothing to the next.
onSession(() => {
  const { token } = readSession()
  if (token === whose) return
  whose = token
  setFilter({})
})

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useFilter = (): Filter => useSyncExternalStore(subscribe, readFilter, readFilter)

export type Quick = 'mine' | 'followed' | 'overdue'
export const QUICK: readonly { value: Quick; label: string }[] = [
  { value: 'mine', label: '我说的' },
  { value: 'followed', label: '我关注的' },
  { value: 'overdue', label: '逾期的' },
]

/** What is on in the sheet, in words: “停车管理”, “5 号楼”. */
export function filterWords(chosen: Filter, buildings: readonly { id: string; name: string }[]): string[] {
  const building = buildings.find(({ id }) => id === chosen.buildingId)
  return [
    chosen.stage && ROOM_NAMES[chosen.stage].name,
    chosen.topic && TOPICS[chosen.topic],
    chosen.route && ROUTES[chosen.route].name,
    building?.name,
    chosen.open === 'true' && '还没办结',
    chosen.open === 'false' && '办结的',
  ].filter((words): words is string => Boolean(words))
}
