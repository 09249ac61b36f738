import type { Dimension, KnownFigures, Side } from './dimension'
import { exactly, type Range } from './range'
import { isContradiction, type Reading, readFigures } from './reading'
import type { Situation } from './situation'
import type { Totals } from './totals'

/** Where the non-voters go: with the side that leads on both people and area, or nowhere. */
export type Leading = 'agree' | 'against' | 'none'

const KINDS: readonly Totals['kind'][] = ['ordinary', 'special']

export const hasNonVoterRule = ({ kind, rules }: Totals): boolean =>
  rules?.nonVoters === 'join_leading' && KINDS.includes(kind)

const againstOf = ({ rest }: Dimension): Range => rest[0] as Range
const isSurelyMore = (more: Range, less: Range, open: number): boolean => more.lo > less.hi + open
const mayBeMore = (more: Range, less: Range, open: number): boolean => more.hi + open > less.lo

/**
 * Which sides may lead on BOTH people and area (274号 art. 26 as RULES.md §4.20 has it) in some completion and resolution of the
 * open ballots; a tie on either: none.
 */
export function possibleLeaders({ people, area }: Reading): Leading[] {
  const sides = area ? [people, area] : [people]
  const test = (is: typeof mayBeMore, leader: 'agree' | 'against') =>
    sides.every((side) => {
      const [agree, against] = [side.agree, againstOf(side)]
      return leader === 'agree' ? is(agree, against, side.open) : is(against, agree, side.open)
    })
  if (test(isSurelyMore, 'agree')) return ['agree']
  if (test(isSurelyMore, 'against')) return ['against']
  return [...(['agree', 'against'] as const).filter((leader) => test(mayBeMore, leader)), 'none']
}

const plus = (a: Range, b: Range): Range => ({ lo: a.lo + b.lo, hi: a.hi + b.hi })

/** Everybody proven to have the ballot who did not vote takes part on one side, and never abstains. */
function joined(dimension: Dimension, side: 'agree' | 'against', invalidParticipates: boolean): KnownFigures {
  const [against, abstain] = dimension.rest as [Range, Range]
  const delivered = dimension.outside[0] as Range
  const invalid = (invalidParticipates ? dimension.rest[2] : dimension.outside.at(-1)) as Range
  return {
    roll: dimension.roll,
    participating: plus(dimension.participating, delivered),
    agree: side === 'agree' ? plus(dimension.agree, delivered) : dimension.agree,
    against: side === 'against' ? plus(against, delivered) : against,
    abstain,
    invalid,
    deliveredNotVoted: exactly(0),
  }
}

/** The reading with the non-voters on the side that leads. */
export function readWith(reading: Reading, leader: Leading, situation: Situation): Reading {
  if (leader === 'none') return reading
  const figuresOf = (side: Side) =>
    joined(reading[side] ?? reading.people, leader, situation.invalidParticipates)
  const found = readFigures({ people: figuresOf('people'), area: figuresOf('area') }, situation)
  // Whoever does not vote is inside the roll already: adding him up contradicts nothing that did not before.
  return isContradiction(found) ? reading : found
}
