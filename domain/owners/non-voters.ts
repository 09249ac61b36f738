import type { Figure, Totals } from './totals'

/** Where the non-voters go: with the side that leads on both people and area, or nowhere. */
export type Leading = 'agree' | 'against' | 'none' | 'unknown'

const KINDS: readonly Totals['kind'][] = ['ordinary', 'special']

export const hasNonVoterRule = ({ kind, rules }: Totals): boolean =>
  rules?.nonVoters === 'join_leading' && KINDS.includes(kind)

/** Which side leads on BOTH people and area (274号 art. 26 as RULES.md §4.20 has it); a tie on either: none. */
export function leadingSide({ agree, against }: Totals): Leading {
  const figures = [agree.people, agree.area, against.people, against.area]
  if (figures.some((figure) => figure === null)) return 'unknown'
  const [agreePeople = 0, agreeArea = 0, againstPeople = 0, againstArea = 0] = figures as number[]
  if (agreePeople > againstPeople && agreeArea > againstArea) return 'agree'
  if (agreePeople < againstPeople && agreeArea < againstArea) return 'against'
  return 'none'
}

const plus = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)
const add = (a: Figure, b: Figure): Figure => ({
  people: plus(a.people, b.people),
  area: plus(a.area, b.area),
})

/** The totals with everybody who was proven to have the ballot and did not vote on one side, taking part. Never abstaining. */
export function withNonVoters(totals: Totals, side: 'agree' | 'against'): Totals {
  const { deliveredNotVoted } = totals
  return {
    ...totals,
    participating: add(totals.participating, deliveredNotVoted),
    [side]: add(totals[side], deliveredNotVoted),
    deliveredNotVoted: { people: 0, area: 0 },
  }
}
