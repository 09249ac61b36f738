import type { ItemView, PollView } from '@yishiting/domain/contract/deliberate'

/** Where one agenda item stands for whoever moderates: what the main button does next. */
export type ItemPhase = 'motion' | 'ready' | 'polling' | 'counted' | 'done'

type Known = Pick<ItemView, 'motion' | 'polls' | 'outcome' | 'isReviewed'>

/** The poll on the point's own motion. */
export const motionPoll = ({ polls }: Pick<ItemView, 'polls'>): PollView | undefined =>
  polls.find(({ about }) => about === 'motion')

/** What is being asked now, on whichever point. */
export const openPoll = (items: readonly Pick<ItemView, 'polls'>[]): PollView | undefined =>
  items.flatMap(({ polls }) => polls).find(({ state }) => state === 'open')

/** @param decides false for a 恳谈会: it takes no votes, so an item goes straight to its outcome */
export function phaseOf(item: Known, decides: boolean): ItemPhase {
  if (item.outcome !== null) return 'done'
  if (openPoll([item])) return 'polling'
  // What is only rated waits for nothing, unless a motion was put on it.
  if (item.isReviewed && !item.motion) return 'done'
  if (motionPoll(item) || !decides) return 'counted'
  return item.motion ? 'ready' : 'motion'
}

/** The item before the meeting: the one being asked about, else where the chair is, else the first without an outcome. */
export function currentItem<Item extends ItemView>(
  items: readonly Item[],
  current: string | null,
): Item | null {
  return (
    items.find((item) => openPoll([item])) ??
    items.find((item) => item.id === current && item.outcome === null) ??
    items.find((item) => item.outcome === null) ??
    null
  )
}

/** How many agenda items still have no outcome: a meeting closes when there are none. */
export const unsettled = (items: readonly Pick<ItemView, 'outcome' | 'isReviewed'>[]): number =>
  items.filter((item) => item.outcome === null && !item.isReviewed).length
