import type { DecisionKind } from '@yishiting/domain/owners/rule-set'

/** The kinds whose figures fit one form; schemes and candidates are typed in one by one, as an ordinary matter. */
export const KIND_OPTIONS: readonly { value: DecisionKind; label: string; sub: string }[] = [
  { value: 'ordinary', label: '一般事项', sub: '参加的一半以上同意；每个方案、每位候选人也这样算' },
  {
    value: 'special',
    label: '重大事项',
    sub: '参加的四分之三同意：筹集维修资金、改建重建、改变共有部分用途',
  },
  { value: 'unanimous', label: '有利害关系的业主', sub: '要全部同意：住宅改商用' },
  { value: 'residents', label: '居民会议', sub: '只算人，不算面积' },
  { value: 'representatives', label: '居民代表会议', sub: '只算人，不算面积' },
]

export const SIDES = ['people', 'area'] as const
export type Side = (typeof SIDES)[number]

/** What a notice prints, each in people and in ㎡. */
export const FIGURES = ['roll', 'participating', 'agree', 'against', 'abstain', 'invalid'] as const
export type FigureName = (typeof FIGURES)[number]
export const FIGURE_LABELS: Record<FigureName, string> = {
  roll: '全体业主',
  participating: '参加表决',
  agree: '同意',
  against: '不同意',
  abstain: '弃权',
  invalid: '废票',
}

/** Of what a percentage is taken, as the law has it. */
export const PERCENTS = ['participating', 'agree'] as const
export type PercentName = (typeof PERCENTS)[number]
export const PERCENT_LABELS: Record<PercentName, string> = {
  participating: '参加的占全体',
  agree: '同意的占参加的',
}

/** As typed; empty: not printed. Keys are `<figure>.<side>`. */
export interface Notice {
  kind: DecisionKind
  invalidParticipates: boolean
  figures: Readonly<Partial<Record<`${FigureName}.${Side}`, string>>>
  percents: Readonly<Partial<Record<`${PercentName}.${Side}`, string>>>
}

export const EMPTY_NOTICE: Notice = {
  kind: 'ordinary',
  invalidParticipates: false,
  figures: {},
  percents: {},
}

/** A made-up notice that looks fine and is not: what is printed as agreeing is a share of all, and one percentage is wrong. */
export const EXAMPLE: Notice = {
  kind: 'special',
  invalidParticipates: false,
  figures: {
    'roll.people': '1505',
    'roll.area': '191619.21',
    'participating.people': '1360',
    'participating.area': '171755.223',
    'agree.people': '1060',
    'agree.area': '128000.5',
    'against.people': '240',
    'abstain.people': '60',
  },
  percents: {
    'participating.people': '90.37',
    'participating.area': '89.63',
    'agree.people': '70.43',
    'agree.area': '74.53',
  },
}

/** The notice as `parseTotals` reads it. */
export function rawTotals({ kind, invalidParticipates, figures }: Notice): Record<string, unknown> {
  const pair = (name: FigureName) => ({
    people: figures[`${name}.people`] ?? '',
    area: figures[`${name}.area`] ?? '',
  })
  const { people, area } = pair('roll')
  const others = FIGURES.filter((name) => name !== 'roll').map((name) => [name, pair(name)])
  return { kind, people, area, ...Object.fromEntries(others), rules: { invalidParticipates } }
}

/** Which field of the form a refusal of `parseTotals` is about. */
export const fieldOf = (path: string): string =>
  path === 'people' || path === 'area' ? `roll.${path}` : path
