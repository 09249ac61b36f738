import { type Prospect, prospectOf } from './certainty'
import { type Dimension, dimensionOf, figuresOf, type KnownFigures, type Side } from './dimension'
import type { Verdict } from './outcome'
import { isExact } from './range'
import { THRESHOLDS, type Thresholds } from './thresholds'
import type { Figure, Totals } from './totals'

/** The figures of one item under one reading of the rules. */
export interface Reading {
  thresholds: Thresholds
  people: Dimension
  area: Dimension | null
  verdict: Verdict
  prospects: { people: Prospect; area: Prospect | null }
}

/** Figures that cannot all be true: on which side. */
export interface Contradiction {
  contradicts: Side
}

const openOf = (totals: Totals, side: Side): number =>
  (totals.openConflicts ?? []).reduce((sum, conflict) => sum + conflict[side], 0)

/** Nobody without area, no area without somebody: what one side knows the other does as well. */
function coupled(people: KnownFigures, area: KnownFigures): void {
  for (const name of Object.keys(people) as (keyof KnownFigures)[]) {
    if (people[name].hi === 0) area[name] = { ...area[name], hi: Math.min(area[name].hi, 0) }
    if (area[name].lo > 0) people[name] = { ...people[name], lo: Math.max(people[name].lo, 1) }
  }
}

function verdictOf(reading: Omit<Reading, 'verdict'>, openPeople: number): Verdict {
  const { people, prospects } = reading
  if (people.participating.hi + openPeople === 0) return 'NOT_HELD'
  const isPossible = {
    NOT_HELD: people.participating.lo === 0,
    PASS: prospects.people.canPass && (prospects.area?.canPass ?? true),
    FAIL: prospects.people.canFail || (prospects.area?.canFail ?? false),
  }
  const possible = (['NOT_HELD', 'PASS', 'FAIL'] as const).filter((verdict) => isPossible[verdict])
  return possible.length === 1 ? (possible[0] as Verdict) : 'CANNOT_CERTIFY'
}

/**
 * What the totals say with `agree` as the agreeing figure: the verdict that every completion of the missing figures and every
 * resolution of the open ballots shares, or CANNOT_CERTIFY.
 */
export function read(totals: Totals, invalidParticipates: boolean): Reading | Contradiction {
  const thresholds = THRESHOLDS[totals.kind]
  const figures = { people: figuresOf(totals, 'people'), area: figuresOf(totals, 'area') }
  if (thresholds.countsArea) coupled(figures.people, figures.area)
  const [openPeople, openArea] = [openOf(totals, 'people'), openOf(totals, 'area')]
  const people = dimensionOf(figures.people, openPeople, invalidParticipates)
  if (!people) return { contradicts: 'people' }
  const area = thresholds.countsArea ? dimensionOf(figures.area, openArea, invalidParticipates) : null
  if (thresholds.countsArea && !area) return { contradicts: 'area' }
  const reading = {
    thresholds,
    people,
    area,
    prospects: {
      people: prospectOf(people, thresholds, 1),
      area: area && prospectOf(area, thresholds, 0),
    },
  }
  return { ...reading, verdict: verdictOf(reading, openPeople) }
}

export const isContradiction = (found: Reading | Contradiction): found is Contradiction =>
  'contradicts' in found

/** Figures that are not known and would decide it, as paths. */
export function missingIn(totals: Totals, reading: Reading): string[] {
  if (reading.verdict !== 'CANNOT_CERTIFY') return []
  const sides: Side[] = reading.area ? ['people', 'area'] : ['people']
  return sides.flatMap((side) => {
    const dimension = reading[side]
    const prospect = reading.prospects[side]
    const isUncertain =
      prospect && (prospect.canPass === prospect.canFail || dimension?.participating.lo === 0)
    if (!dimension || !isUncertain) return []
    const deciding: [name: string, isOpen: boolean, figure: Figure][] = [
      ['roll', !isExact(dimension.roll), totals.roll],
      ['participating', !isExact(dimension.participating), totals.participating],
      ['agree', !isExact(dimension.agree), totals.agree],
    ]
    return deciding
      .filter(([, isOpen, figure]) => isOpen && figure[side] === null)
      .map(([name]) => (name === 'roll' ? side : `${name}.${side}`))
  })
}
