import type { Dimension } from './dimension'
import { clamp, firstWhere, type Range, sumHi, sumLo } from './range'
import { holds, type Thresholds } from './thresholds'

/** What can still come of one side (people or area) in any of the completions that the known figures allow. */
export interface Prospect {
  /** Both tests can hold at once. */
  canPass: boolean
  canFail: boolean
  /** Each by itself. */
  quorumCanHold: boolean
  majorityCanHold: boolean
}

/** How many agree at most and at least when so many take part. */
const agreeMost = ({ agree, rest }: Dimension, participating: number): number =>
  Math.min(agree.hi, participating - sumLo(rest))
const agreeLeast = ({ agree, rest }: Dimension, participating: number): number =>
  Math.max(agree.lo, participating - sumHi(rest))

/** The smallest roll in which so many may take part. */
const rollLeast = ({ roll, outside, open }: Dimension, participating: number): number =>
  Math.max(roll.lo, participating + sumLo(outside) + open)

/**
 * Exact: the figures meet only in `participating`, so every value of it that is left has a completion; as it grows the quorum
 * gets easier, and the majority is best where all who may agree do, worst where all who need not do not. Open ballots help
 * both tests most by agreeing; they hurt the quorum most by falling out and the majority by taking part without agreeing.
 */
export function prospectOf(dimension: Dimension, thresholds: Thresholds, least: number): Prospect {
  const { quorum, majority } = thresholds
  const { agree, rest, roll, open } = dimension
  const within: Range = {
    lo: Math.max(dimension.participating.lo, least - open),
    hi: dimension.participating.hi,
  }
  const worst: Range = { lo: Math.max(dimension.participating.lo, least), hi: within.hi }
  const quorumAt = (participating: number) =>
    holds(quorum, participating + open, rollLeast(dimension, participating))
  const majorityAt = (participating: number) =>
    holds(majority, agreeMost(dimension, participating) + open, participating + open)
  const peak = agree.hi + sumLo(rest)
  const enough = firstWhere(within, quorumAt)

  const trough = agree.lo + sumHi(rest)
  const majorityCanFail = () => {
    const without = clamp(trough, worst)
    const against = clamp(trough, within)
    const fails = (participating: number, more: number) =>
      !holds(majority, agreeLeast(dimension, participating), participating + more)
    return (worst.lo <= worst.hi && fails(without, 0)) || (open > 0 && fails(against, open))
  }
  const quorumCanFail = () => worst.lo <= worst.hi && !holds(quorum, worst.lo, roll.hi)
  return {
    canPass: enough !== null && majorityAt(clamp(peak, { lo: enough, hi: within.hi })),
    canFail: quorumCanFail() || majorityCanFail(),
    quorumCanHold: enough !== null,
    majorityCanHold: within.lo <= within.hi && majorityAt(clamp(peak, within)),
  }
}
