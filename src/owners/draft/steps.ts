import type { Instant } from '@yishiting/domain/matter/instant'
import { checkDraft } from '@yishiting/domain/owners/rules-check'
import { type Draft, itemBody } from './draft'

/** The questions of planning a vote, one after another. */
export const STEPS = ['what', 'items', 'who', 'rules', 'when', 'preview'] as const
export type Step = (typeof STEPS)[number]

export const STEP_TITLES: Record<Step, string> = {
  what: '为什么要表决',
  items: '表决什么',
  who: '谁来投票',
  rules: '按什么规则算',
  when: '什么时候投',
  preview: '看一遍再公告',
}

/** By field, as the rules name it: `title`, `items.0.body`, `rules.specialSpaces`. */
export type StepErrors = Readonly<Record<string, string | undefined>>

const STEP_OF: [RegExp, Step][] = [
  [/^(title|why|contact|matter)/, 'what'],
  [/^items/, 'items'],
  [/scope|^roll/, 'who'],
  [/opensAt|closesAt|votingDays/, 'when'],
]

/** At which step what is said of a field can be put right. */
export const stepOfField = (field: string): Step =>
  STEP_OF.find(([pattern]) => pattern.test(field))?.[1] ?? 'rules'

const inRange = (value: number, least: number, most: number): string | undefined =>
  Number.isInteger(value) && value >= least && value <= most ? undefined : `请写 ${least} 到 ${most} 的整数。`

/** What the form itself knows: a number that is none, an instant that is not chosen. */
function typedErrors({ rules, items, opensAt, closesAt }: Draft): StepErrors {
  const seats = items.map((item, at) => [`items.${at}.seats`, inRange(item.seats, 1, 50)])
  return {
    'rules.mandatesPerProxy': inRange(rules.mandatesPerProxy, 0, 50),
    'rules.noticeDays': inRange(rules.noticeDays, 0, 365),
    'rules.extensionDays': inRange(rules.extensionDays, 0, 365),
    'rules.objectionDays': inRange(rules.objectionDays, 1, 365),
    opensAt: opensAt === null ? '请选什么时候开始投票。' : undefined,
    closesAt: closesAt === null ? '请选什么时候截止。' : undefined,
    ...Object.fromEntries(seats),
  }
}

/** What stands in the way at this step, in the sentences of the rules (domain/owners/rules-check). */
export function checkStep(draft: Draft, step: Step, now: Instant): StepErrors {
  const items = draft.items.map(itemBody)
  const opensAt = draft.opensAt ?? Number.NaN
  const closesAt = draft.closesAt ?? Number.NaN
  const found = checkDraft({ ...draft, items, opensAt, closesAt }, now)
  const all = [
    ...found.map(({ field, message }) => [field, message] as const),
    ...Object.entries(typedErrors(draft)).filter(([, message]) => message),
  ]
  return Object.fromEntries(all.filter(([field]) => stepOfField(field) === step))
}

export const isFine = (errors: StepErrors): boolean => Object.values(errors).every((each) => !each)
