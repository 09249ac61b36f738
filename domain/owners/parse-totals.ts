import { accept, type Refusal, type Result } from '../matter/refusals'
import { type Area, parseArea } from './area'
import { DECISION_KINDS, type DecisionKind } from './rule-set'
import { THRESHOLDS } from './thresholds'
import type { Figure, Totals, TotalsRules } from './totals'

const FIGURES = ['participating', 'agree', 'against', 'abstain', 'invalid', 'deliveredNotVoted'] as const
const PEOPLE = /^(\d{1,9})(?:\.0+)?$/

const AREA_IN_ENGLISH = 'must be zero or more, a plain decimal of at most four places such as "191619.21"'

type Raw = Record<string, unknown>

class Wrong extends Error {
  constructor(
    readonly field: string,
    message: string,
    readonly english: string,
  ) {
    super(message)
  }
}

const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Full-width digits and points as they are typed on a Chinese keyboard; no thousands separators are guessed at. */
const plain = (value: unknown): string => String(value).normalize('NFKC').trim()
const isAbsent = (value: unknown): boolean => value === null || value === undefined || value === ''

function people(value: unknown, field: string): number | null {
  if (isAbsent(value)) return null
  const isNumber = typeof value === 'number' || typeof value === 'string'
  const written = isNumber ? PEOPLE.exec(plain(value))?.[1] : undefined
  if (written === undefined)
    throw new Wrong(field, '人数要是 0 或正整数', 'must be a whole number, zero or more')
  return Number(written)
}

/** Numbers of JSON are read as they were written as long as that is a plain decimal of at most four places. */
function area(value: unknown, field: string): Area | null {
  if (isAbsent(value)) return null
  const isNumber = typeof value === 'number' || typeof value === 'string'
  const parsed = isNumber ? parseArea(plain(value)) : null
  if (parsed === null)
    throw new Wrong(field, '面积要是 0 或正数，最多四位小数，例如 "191619.21"', AREA_IN_ENGLISH)
  return parsed
}

function figure(value: unknown, field: string): Figure {
  if (isAbsent(value)) return { people: null, area: null }
  if (!isRaw(value))
    throw new Wrong(field, '要写成 {"people": 人数, "area": "面积"}', 'must be {"people": …, "area": …}')
  return { people: people(value.people, `${field}.people`), area: area(value.area, `${field}.area`) }
}

function oneOf<const T extends string>(
  value: unknown,
  all: readonly T[],
  fallback: NoInfer<T>,
  field: string,
): T {
  if (isAbsent(value)) return fallback
  const found = all.find((each) => each === value)
  if (!found) throw new Wrong(field, `要是 ${all.join('、')} 里的一个`, `must be one of ${all.join(', ')}`)
  return found
}

function rulesOf(value: unknown): TotalsRules {
  if (isAbsent(value)) return {}
  if (!isRaw(value)) throw new Wrong('rules', '要写成 {…}', 'must be an object')
  if (!isAbsent(value.invalidParticipates) && typeof value.invalidParticipates !== 'boolean')
    throw new Wrong('rules.invalidParticipates', '要是 true 或 false', 'must be true or false')
  return {
    invalidParticipates: value.invalidParticipates === true,
    nonVoters: oneOf(value.nonVoters, ['none', 'join_leading'], 'none', 'rules.nonVoters'),
    ranking: oneOf(
      value.ranking,
      ['people_then_area', 'area_then_people'],
      'people_then_area',
      'rules.ranking',
    ),
  }
}

function optionsOf(value: unknown): { id: string; agree: Figure }[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new Wrong('options', '至少要有一个选项', 'must list at least one option')
  const options = value.map((each: unknown, index) => {
    if (!isRaw(each))
      throw new Wrong(`options.${index}`, '要写成 {"id": …, "agree": {…}}', 'must be {"id": …, "agree": {…}}')
    return { id: plain(each.id ?? index + 1), agree: figure(each.agree, `options.${index}.agree`) }
  })
  if (new Set(options.map(({ id }) => id)).size < options.length)
    throw new Wrong('options', '有两个选项的 id 一样', 'two options have the same id')
  return options
}

function conflictsOf(value: unknown, countsArea: boolean): { people: number; area: Area }[] {
  if (isAbsent(value)) return []
  if (!Array.isArray(value))
    throw new Wrong(
      'openConflicts',
      '要写成一列 {"people": 1, "area": "面积"}',
      'must be a list of {"people": 1, "area": …}',
    )
  return value.map((each: unknown, index) => {
    const field = `openConflicts.${index}`
    const { people: count, area: size } = figure(each, field)
    if (count === null) throw new Wrong(`${field}.people`, '要写人数', 'must be given')
    if (size === null && countsArea) throw new Wrong(`${field}.area`, '要写面积', 'must be given')
    return { people: count, area: size ?? 0 }
  })
}

function totalsOf(raw: Raw): Totals {
  const kinds = Object.keys(DECISION_KINDS) as DecisionKind[]
  const kind = oneOf(raw.kind, kinds, 'ordinary', 'kind')
  const hasOptions = kind === 'options' || kind === 'election'
  const seats = people(raw.seats, 'seats')
  if (seats === 0) throw new Wrong('seats', '名额至少是 1', 'must be 1 or more')
  const roll = { people: people(raw.people, 'people'), area: area(raw.area, 'area') }
  if (roll.people === 0) throw new Wrong('people', '全体人数不能是 0', 'nobody in scope')
  if (roll.area === 0 && THRESHOLDS[kind].countsArea)
    throw new Wrong('area', '全体面积不能是 0', 'no area in scope')
  const figures = Object.fromEntries(FIGURES.map((name) => [name, figure(raw[name], name)])) as Record<
    (typeof FIGURES)[number],
    Figure
  >
  return {
    kind,
    roll,
    ...figures,
    openConflicts: conflictsOf(raw.openConflicts, THRESHOLDS[kind].countsArea),
    ...(hasOptions ? { options: optionsOf(raw.options), seats: seats ?? 1 } : {}),
    rules: rulesOf(raw.rules),
  }
}

/**
 * The figures of a published notice, as docs/decide-format.md describes them: any may be null or absent. Refuses what is no
 * figure, and an electorate of zero (RULES.md §4.21), naming the field.
 */
export function parseTotals(value: unknown): Result<Totals> {
  try {
    if (!isRaw(value)) throw new Wrong('', '要是一个 JSON 对象', 'must be a JSON object')
    return accept(totalsOf(value))
  } catch (error) {
    if (!(error instanceof Wrong)) throw error
    const refusal: Refusal = {
      code: 'figures_wrong',
      message: `${error.field ? `${error.field}：` : ''}${error.message}。`,
      details: { field: error.field, english: `${error.field ? `${error.field}: ` : ''}${error.english}` },
    }
    return { ok: false, refusal }
  }
}
