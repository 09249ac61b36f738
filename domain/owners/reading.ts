import { type Prospect, prospectOf } from './certainty'
import { type Dimension, dimensionOf, figuresOf, type KnownFigures, type Open, type Side } from './dimension'
import type { Verdict } from './outcome'
import type { Range } from './range'
import { type Dimensions, type Situation, situationOf } from './situation'
import { printedSupport, supportsOf } from './supports'
import { THRESHOLDS, type Thresholds } from './thresholds'
import type { Totals } from './totals'

export type Certified = Exclude<Verdict, 'CANNOT_CERTIFY'>

/** The figures of one item under one reading of the rules. */
export interface Reading extends Dimensions {
  thresholds: Thresholds
  verdict: Verdict
  /** Every verdict that some completion gives. */
  possible: readonly Certified[]
  prospects: { people: Prospect; area: Prospect | null }
  /** Each side is possible by itself, but some area would be nobody's: the two were read apart. */
  isApart: boolean
}

/** Figures that cannot all be true: on which side. */
export interface Contradiction {
  contradicts: Side
}

/** One way in which the figures can be somebody or nobody; inside it people and area leave each other free. */
interface Case extends Dimensions {
  prospects: Reading['prospects']
}

const VERDICTS = ['NOT_HELD', 'PASS', 'FAIL'] as const
const openOf = ({ open, aside }: Situation, side: Side): Open => ({ open: open[side], aside: aside[side] })

function canBe(verdict: Certified, { people, area, prospects }: Case): boolean {
  if (verdict === 'NOT_HELD') return people.participating.lo === 0
  const isHeld = people.participating.hi + people.open > 0
  if (verdict === 'PASS') return isHeld && prospects.people.canPass && (!area || !!prospects.area?.canPass)
  return isHeld && (prospects.people.canFail || !!prospects.area?.canFail)
}

const hull = (ranges: readonly Range[]): Range => ({
  lo: Math.min(...ranges.map(({ lo }) => lo)),
  hi: Math.max(...ranges.map(({ hi }) => hi)),
})

function hullOf(all: readonly Dimension[]): Dimension {
  const [first] = all as [Dimension]
  return {
    roll: hull(all.map(({ roll }) => roll)),
    participating: hull(all.map(({ participating }) => participating)),
    agree: hull(all.map(({ agree }) => agree)),
    rest: first.rest.map((_, index) => hull(all.map(({ rest }) => rest[index] as Range))),
    outside: first.outside.map((_, index) => hull(all.map(({ outside }) => outside[index] as Range))),
    open: first.open,
  }
}

const anyOf = (all: readonly Prospect[]): Prospect => ({
  canPass: all.some(({ canPass }) => canPass),
  canFail: all.some(({ canFail }) => canFail),
  quorumCanHold: all.some(({ quorumCanHold }) => quorumCanHold),
  majorityCanHold: all.some(({ majorityCanHold }) => majorityCanHold),
})

const isSomething = <T>(value: T | null): value is T => value !== null

function combine(cases: readonly Case[], thresholds: Thresholds, isApart: boolean): Reading {
  const areas = cases.map(({ area }) => area).filter(isSomething)
  const areaProspects = cases.map(({ prospects }) => prospects.area).filter(isSomething)
  const possible = VERDICTS.filter((verdict) => cases.some((each) => canBe(verdict, each)))
  return {
    thresholds,
    isApart,
    people: hullOf(cases.map(({ people }) => people)),
    area: areas.length > 0 ? hullOf(areas) : null,
    possible,
    verdict: possible.length === 1 ? (possible[0] as Certified) : 'CANNOT_CERTIFY',
    prospects: {
      people: anyOf(cases.map(({ prospects }) => prospects.people)),
      area: areaProspects.length > 0 ? anyOf(areaProspects) : null,
    },
  }
}

type Both = Record<Side, KnownFigures>

function casesOf(supports: readonly Both[], situation: Situation, thresholds: Thresholds): Case[] {
  const { invalidParticipates } = situation
  return supports.flatMap((each): Case[] => {
    const people = dimensionOf(each.people, openOf(situation, 'people'), invalidParticipates)
    if (!people) return []
    const prospect = prospectOf(people, thresholds, 1)
    if (!thresholds.countsArea) return [{ people, area: null, prospects: { people: prospect, area: null } }]
    const area = dimensionOf(each.area, openOf(situation, 'area'), invalidParticipates)
    if (!area) return []
    return [{ people, area, prospects: { people: prospect, area: prospectOf(area, thresholds, 0) } }]
  })
}

/**
 * What these ranges of the figures say, in every completion and with every resolution of the open ballots. Notices do print
 * that all people agree and not all of the area: there the two sides are read apart, each being possible by itself.
 */
export function readFigures(figures: Both, situation: Situation): Reading | Contradiction {
  const thresholds = THRESHOLDS[situation.totals.kind]
  const together = casesOf(thresholds.countsArea ? supportsOf(figures) : [figures], situation, thresholds)
  if (together.length > 0) return combine(together, thresholds, false)
  const apart = thresholds.countsArea ? casesOf([printedSupport(figures)], situation, thresholds) : []
  if (apart.length > 0) return combine(apart, thresholds, true)
  const people = dimensionOf(figures.people, openOf(situation, 'people'), situation.invalidParticipates)
  return { contradicts: people ? 'area' : 'people' }
}

export const readSituation = (situation: Situation): Reading | Contradiction =>
  readFigures(
    { people: figuresOf(situation.totals, 'people'), area: figuresOf(situation.totals, 'area') },
    situation,
  )

/**
 * What the totals say with `agree` as the agreeing figure: the verdict that every completion of the missing figures and every
 * resolution of the open ballots shares, or CANNOT_CERTIFY.
 */
export const read = (totals: Totals, invalidParticipates: boolean): Reading | Contradiction =>
  readSituation(situationOf(totals, invalidParticipates))

export const isContradiction = (found: Reading | Contradiction): found is Contradiction =>
  'contradicts' in found
