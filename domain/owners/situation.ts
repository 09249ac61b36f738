import type { Dimension, Side } from './dimension'
import type { Totals } from './totals'

/** One reading of the totals: whether invalid ballots take part, and how many open ballots may still go anywhere. */
export interface Situation {
  totals: Totals
  invalidParticipates: boolean
  /** Open ballots that may go to any side or out. */
  open: Readonly<Record<Side, number>>
  /** Open ballots taken as out: inside the roll, nowhere else. */
  aside: Readonly<Record<Side, number>>
}

/** What is known of the figures on both sides; `area` is null where only people count. */
export interface Dimensions {
  people: Dimension
  area: Dimension | null
}

const largestFirst = (totals: Totals, side: Side): number[] =>
  (totals.openConflicts ?? []).map((conflict) => conflict[side]).sort((a, b) => b - a)

const sumOf = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0)

/**
 * The reading in which the `count` largest open ballots may go anywhere and the others fall out.
 * @param count absent: all may go anywhere
 */
export function situationOf(totals: Totals, invalidParticipates: boolean, count?: number): Situation {
  const sizes = { people: largestFirst(totals, 'people'), area: largestFirst(totals, 'area') }
  const upTo = count ?? sizes.people.length
  const cut = (from: number, to?: number) => ({
    people: sumOf(sizes.people.slice(from, to)),
    area: sumOf(sizes.area.slice(from, to)),
  })
  return { totals, invalidParticipates, open: cut(0, upTo), aside: cut(upTo) }
}
