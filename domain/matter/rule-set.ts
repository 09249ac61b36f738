import type { RouteCode } from '../sort/routes'
import { DAY, HOUR, type Instant } from './instant'

/** Thresholds and clocks are data that a compound can set (RULES.md, opening). All spans in milliseconds. */
export interface RuleSet {
  /** A receipt is acknowledged by a person within this span. */
  acknowledgeWithin: Instant
  /** Sorting takes at most this many working days. */
  sortWorkingDays: number
  /** The reporter may object (复核) within this span after a return, merge or sorting. */
  objectionWindow: Instant
  /** Default span from assignment to due date by route. */
  actWithin: Record<RouteCode, Instant>
  /** Nobody may set a due date further away than this. */
  dueAtMost: Instant
  /** Rating opens this long after the done-claim: the calendar day after, at 9:00 in China. */
  ratingOpensHour: number
  /** and stays open this long. */
  ratingOpenFor: Instant
  /** Below this number of answers no percentage is printed (样本不足). */
  rateMinimumN: number
  /** Dissatisfied answers above this share (numerator, denominator) send a matter to redo. */
  dissatisfiedShare: readonly [number, number]
  /** A closed matter raised again within this span counts as not solved. */
  reopenWithin: Instant
  /** Material and notice go out this long before a 议事会. */
  deliberationNotice: Instant
  hearingNotice: Instant
  /** Seated members present (numerator, denominator): practice, RULES.md §2. */
  deliberationQuorum: readonly [number, number]
}

export const DEFAULT_RULES: RuleSet = {
  acknowledgeWithin: 24 * HOUR,
  sortWorkingDays: 3,
  objectionWindow: 7 * DAY,
  actWithin: {
    mediation: 15 * DAY,
    property: 7 * DAY,
    deliberation: 15 * DAY,
    owners: 15 * DAY,
    residents: 15 * DAY,
    whistle: 7 * DAY,
    utility: DAY,
    emergency: 2 * HOUR,
    elsewhere: 7 * DAY,
  },
  dueAtMost: 365 * DAY,
  ratingOpensHour: 9,
  ratingOpenFor: 7 * DAY,
  rateMinimumN: 5,
  dissatisfiedShare: [1, 3],
  reopenWithin: 30 * DAY,
  deliberationNotice: 3 * DAY,
  hearingNotice: 10 * DAY,
  deliberationQuorum: [2, 3],
}
