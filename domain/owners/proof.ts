import type { Dimension, Side } from './dimension'
import { isExact, type Range } from './range'
import { isContradiction, type Reading, read } from './reading'
import { holds, shortfall, type Test } from './thresholds'
import type { Totals } from './totals'

/** One inequality as anybody can work it out again: `times × part` on the left, `of × whole` on the right. */
export interface ProofLine {
  /** `quorum_people`, `quorum_area`, `majority_people`, `majority_area`. */
  code: string
  side: Side
  which: 'quorum' | 'majority'
  /** “参加表决的要达到三分之二” */
  words: string
  test: Test
  /** People, or area in 0.0001 ㎡; null: not known, nor to be had from the other figures. */
  part: number | null
  whole: number | null
  /** The least `part` that would do; null: not known. */
  need: number | null
  /** null: it cannot be told. */
  holds: boolean | null
  /** How many people, or how much area, are missing; 0: none; null: it cannot be told. */
  short: number | null
}

const known = (range: Range): number | null => (isExact(range) ? range.lo : null)

function lineOf(reading: Reading, dimension: Dimension, side: Side, which: 'quorum' | 'majority'): ProofLine {
  const { thresholds, prospects } = reading
  const test = thresholds[which]
  const [part, whole] =
    which === 'quorum'
      ? [known(dimension.participating), known(dimension.roll)]
      : [known(dimension.agree), known(dimension.participating)]
  const prospect = prospects[side]
  const canHold = which === 'quorum' ? prospect?.quorumCanHold : prospect?.majorityCanHold
  const isKnown = part !== null && whole !== null && dimension.open === 0
  return {
    code: `${which}_${side}`,
    side,
    which,
    words: which === 'quorum' ? thresholds.quorumWords : thresholds.majorityWords,
    test,
    part,
    whole,
    need: whole === null ? null : shortfall(test, 0, whole),
    holds: isKnown ? holds(test, part, whole) : canHold === false ? false : null,
    short: isKnown ? shortfall(test, part, whole) : null,
  }
}

/**
 * The tests of `decide`, one by one, with both sides of each: what takes part, then what agrees, in people and in area. Without any
 * non-voter rule. Empty where the figures contradict each other.
 */
export function proofOf(totals: Totals): ProofLine[] {
  const reading = read(totals, totals.rules?.invalidParticipates ?? false)
  if (isContradiction(reading)) return []
  const { people, area } = reading
  return (['quorum', 'majority'] as const).flatMap((which) => [
    lineOf(reading, people, 'people', which),
    ...(area ? [lineOf(reading, area, 'area', which)] : []),
  ])
}
