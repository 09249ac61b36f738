import type { Area } from './area'
import type { DecisionKind } from './rule-set'

/** People and floor area side by side; null: not known. Both tests of 民法典 278 need both. */
export interface Figure {
  people: number | null
  area: Area | null
}

/** All that decides one item. Built by `tally`, or typed in from a published notice. */
export interface Totals {
  kind: DecisionKind
  /** N and A: everybody in scope. */
  roll: Figure
  participating: Figure
  agree: Figure
  against: Figure
  abstain: Figure
  invalid: Figure
  /** Proven to have received the ballot and the warning, and not voted. */
  deliveredNotVoted: Figure
  /** Ballots whose meaning is still open, one per key and item: each may go to any side, or out. */
  openConflicts?: readonly { people: number; area: Area }[]
  /** Options or candidates: agreeing figures by id, and how many may win. */
  options?: readonly { id: string; agree: Figure }[]
  seats?: number
  /** Whether non-voters may be counted at all: the notice printed the warning, the owners' rules say so. */
  rules?: TotalsRules
}

export interface TotalsRules {
  invalidParticipates?: boolean
  nonVoters?: 'none' | 'join_leading'
  ranking?: 'people_then_area' | 'area_then_people'
}
