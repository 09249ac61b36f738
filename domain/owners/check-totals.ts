import { accept, type Result } from '../matter/refusals'
import { AREA_MAX } from './area'
import { PEOPLE_MAX, type Side } from './dimension'
import { THRESHOLDS } from './thresholds'
import type { Figure, Totals } from './totals'

const MOST = { people: PEOPLE_MAX, area: AREA_MAX } as const
const SIDES = { people: '人数', area: '面积' } as const
const FIGURES = [
  'participating',
  'agree',
  'against',
  'abstain',
  'invalid',
  'deliveredNotVoted',
] as const satisfies (keyof Totals)[]

const isWrong = (value: number | null, least: number, most: number): boolean =>
  value !== null && !(Number.isSafeInteger(value) && value >= least && value <= most)

/** The field that is no count of people or no area; null: all are. */
function wrongField(totals: Totals): string | null {
  const figures: [string, Figure][] = [
    ...FIGURES.map((name): [string, Figure] => [name, totals[name]]),
    ...(totals.options ?? []).map(({ agree }, index): [string, Figure] => [`options.${index}.agree`, agree]),
    ...(totals.openConflicts ?? []).map((each, index): [string, Figure] => [`openConflicts.${index}`, each]),
  ]
  for (const [name, figure] of figures)
    for (const side of ['people', 'area'] as Side[])
      if (isWrong(figure[side], 0, MOST[side])) return `${name}.${side}`
  return null
}

/**
 * Totals that can be decided at all. Nobody in scope, or no area where area counts, is an error and no result (RULES.md §4.21).
 * @returns figures_wrong with the field
 */
export function checkTotals(totals: Totals): Result<Totals> {
  const { roll, kind } = totals
  const refuse = (field: string, message: string): Result<Totals> => ({
    ok: false,
    refusal: { code: 'figures_wrong', message, details: { field } },
  })
  for (const side of ['people', 'area'] as const) {
    const isCounted = side === 'people' || THRESHOLDS[kind].countsArea
    if (isWrong(roll[side], isCounted ? 1 : 0, MOST[side]))
      return refuse(side, `${side}：全体${SIDES[side]}要大于 0，不能计票。`)
  }
  const field = wrongField(totals)
  return field === null ? accept(totals) : refuse(field, `${field}：不是人数或面积，不能计票。`)
}
