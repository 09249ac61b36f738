import type { Dimension, Side } from './dimension'
import { isExact, type Range } from './range'
import type { Reading } from './reading'
import type { Totals } from './totals'

/** Does this side leave open how it ends? */
function isUncertain(reading: Reading, side: Side): boolean {
  const prospect = reading.prospects[side]
  const isHeldUnknown = side === 'people' && reading.people.participating.lo === 0
  return !!prospect && (prospect.canPass === prospect.canFail || isHeldUnknown)
}

/** The figures that its tests are made of; those of the non-voters where a rule counts them. */
function deciding(dimension: Dimension, withNonVoters: boolean): [name: keyof Totals & string, Range][] {
  const figures: [keyof Totals & string, Range][] = [
    ['roll', dimension.roll],
    ['participating', dimension.participating],
    ['agree', dimension.agree],
  ]
  const more: [keyof Totals & string, Range][] = [
    ['against', dimension.rest[0] as Range],
    ['deliveredNotVoted', dimension.outside[0] as Range],
  ]
  return withNonVoters ? [...figures, ...more] : figures
}

/**
 * Figures that are not known, do not follow from the others and would decide it, as paths: `area`, `participating.area`.
 * @param withNonVoters a rule counts the non-voters as well: then also what says who leads and how many they are
 */
export function missingIn(totals: Totals, reading: Reading, withNonVoters = false): string[] {
  if (!withNonVoters && reading.verdict !== 'CANNOT_CERTIFY') return []
  const sides: Side[] = reading.area ? ['people', 'area'] : ['people']
  return sides.flatMap((side) => {
    const dimension = reading[side]
    if (!dimension || !(withNonVoters || isUncertain(reading, side))) return []
    return deciding(dimension, withNonVoters)
      .filter(([name, range]) => !isExact(range) && (totals[name] as Record<Side, unknown>)[side] === null)
      .map(([name]) => (name === 'roll' ? side : `${name}.${side}`))
  })
}
