import { AREA_MAX } from './area'
import { exactly, type Range, sumHi, sumLo } from './range'
import type { Figure, Totals } from './totals'

/** People or area: what is known of each figure, tightened by what the others say. The two are counted apart (民法典 278). */
export interface Dimension {
  roll: Range
  participating: Range
  agree: Range
  /** What takes part without agreeing: against, abstain, and invalid where the rules say so. */
  rest: Range[]
  /** Inside the roll without taking part: delivered and not voted, open ballots that are put aside, invalid unless it takes part. */
  outside: Range[]
  /** Ballots whose meaning is open: each may agree, take part otherwise, or fall out. */
  open: number
}

/** The open ballots of one side: those that may go anywhere, and those that certainly fall out. */
export interface Open {
  open: number
  aside: number
}

export type Side = 'people' | 'area'

export const PEOPLE_MAX = 1_000_000_000
const FIGURES = [
  'roll',
  'participating',
  'agree',
  'against',
  'abstain',
  'invalid',
  'deliveredNotVoted',
] as const
export type FigureName = (typeof FIGURES)[number]
export type KnownFigures = Record<FigureName, Range>

function rangeOf(figure: Figure, side: Side): Range {
  const value = figure[side]
  if (value !== null) return exactly(value)
  // Where nobody is, there is no area.
  const isNobody = side === 'area' && figure.people === 0
  return { lo: 0, hi: isNobody ? 0 : side === 'people' ? PEOPLE_MAX : AREA_MAX }
}

/** What is printed of one side. Of a roll that is not printed it is still known that there is one (RULES.md §4.21). */
export function figuresOf(totals: Totals, side: Side): KnownFigures {
  const figures = Object.fromEntries(
    FIGURES.map((name) => [name, rangeOf(totals[name], side)]),
  ) as KnownFigures
  if (totals.roll[side] === null) figures.roll.lo = 1
  return figures
}

/** One pass over `sum of parts = whole`; true when something became narrower. */
function narrowSum(whole: Range, parts: readonly Range[]): boolean {
  let isNarrower = raise(whole, sumLo(parts))
  isNarrower = lower(whole, sumHi(parts)) || isNarrower
  for (const part of parts) {
    const others = parts.filter((each) => each !== part)
    isNarrower = raise(part, whole.lo - sumHi(others)) || isNarrower
    isNarrower = lower(part, whole.hi - sumLo(others)) || isNarrower
  }
  return isNarrower
}

/** The same over `sum of parts + extra ≤ whole`. */
function narrowWithin(whole: Range, parts: readonly Range[], extra: number): boolean {
  let isNarrower = raise(whole, sumLo(parts) + extra)
  for (const part of parts) {
    const others = parts.filter((each) => each !== part)
    isNarrower = lower(part, whole.hi - sumLo(others) - extra) || isNarrower
  }
  return isNarrower
}

function raise(range: Range, to: number): boolean {
  if (to <= range.lo) return false
  range.lo = to
  return true
}

function lower(range: Range, to: number): boolean {
  if (to >= range.hi) return false
  range.hi = to
  return true
}

const copied = (figures: KnownFigures): KnownFigures =>
  Object.fromEntries(Object.entries(figures).map(([name, range]) => [name, { ...range }])) as KnownFigures

/**
 * The figures of one side, each as narrow as the others make it: parts of the participating add up to it, and all together
 * stay inside the roll. null: they contradict each other.
 */
export function dimensionOf(
  figures: KnownFigures,
  { open, aside }: Open,
  invalidParticipates: boolean,
): Dimension | null {
  const { roll, participating, agree, against, abstain, invalid, deliveredNotVoted } = copied(figures)
  const rest = invalidParticipates ? [against, abstain, invalid] : [against, abstain]
  const away = [deliveredNotVoted, exactly(aside)]
  const outside = invalidParticipates ? away : [...away, invalid]
  const all = [roll, participating, agree, ...rest, ...outside]
  // Each pass narrows an integer range; contradictions end it as well.
  for (let isNarrower = true; isNarrower; ) {
    isNarrower = narrowSum(participating, [agree, ...rest])
    isNarrower = narrowWithin(roll, [participating, ...outside], open) || isNarrower
    if (all.some(({ lo, hi }) => lo > hi)) return null
  }
  return { roll, participating, agree, rest, outside, open }
}
