import type { ItemView } from '@yishiting/domain/contract/deliberate'

/** Where one agenda item stands for whoever moderates: what the main button does next. */
export type ItemPhase = 'motion' | 'ready' | 'polling' | 'counted' | 'done'

type Known = Pick<ItemView, 'motion' | 'poll' | 'outcome'>

/** @param decides false for a 恳谈会: it takes no votes, so an item goes straight to its outcome */
export function phaseOf(item: Known, decides: boolean): ItemPhase {
  if (item.outcome !== null) return 'done'
  if (item.poll === 'open') return 'polling'
  if (item.poll === 'closed' || !decides) return 'counted'
  return item.motion ? 'ready' : 'motion'
}

/** The item before the meeting: the one being voted on, else the first without an outcome; null when all are through. */
export function currentItem<Item extends Known>(items: readonly Item[]): Item | null {
  return items.find((item) => item.poll === 'open') ?? items.find((item) => item.outcome === null) ?? null
}

/** How many agenda items still have no outcome: a meeting closes when there are none. */
export const unsettled = (items: readonly Known[]): number =>
  items.filter((item) => item.outcome === null).length
