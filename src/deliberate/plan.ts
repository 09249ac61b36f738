import type { BodyOf, ResponseOf } from '@yishiting/domain/contract'
import { checkNotice, MEETING_KINDS, type MeetingKind } from '@yishiting/domain/deliberate/meeting'
import type { Instant } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'

export type Candidate = ResponseOf<'deliberate.agendaCandidates'>['candidates'][number]

/** A meeting being planned. */
export interface Plan {
  kind: MeetingKind | null
  startsAt: Instant | null
  place: string
  online: boolean
  /** Route ids in the order of the agenda. */
  chosen: readonly string[]
  motions: Readonly<Record<string, string>>
  notice: string
}
export type PlanField = 'kind' | 'startsAt' | 'place' | 'items'
export type PlanErrors = Partial<Record<PlanField, string>>

export const EMPTY_PLAN: Plan = {
  kind: null,
  startsAt: null,
  place: '',
  online: false,
  chosen: [],
  motions: {},
  notice: '',
}

/** The questions of planning, one after another. */
export const STEPS = ['kind', 'when', 'agenda', 'preview'] as const
export type PlanStep = (typeof STEPS)[number]

/** What is still missing at this step, in the sentences of the rules. */
export function checkStep(plan: Plan, step: PlanStep, now: Instant): PlanErrors {
  const errors: PlanErrors = {}
  if (step === 'kind' && plan.kind === null) errors.kind = '请选开哪一种会。'
  if (step === 'when') {
    if (plan.startsAt === null) errors.startsAt = '请选哪一天、几点开。'
    else if (plan.kind !== null) {
      const checked = checkNotice(plan.kind, plan.startsAt, now, DEFAULT_RULES)
      if (!checked.ok) errors.startsAt = checked.refusal.message
    }
    if (!plan.online && plan.place.trim() === '') errors.place = '请写在哪里开，或者打开“可以在手机上参加”。'
  }
  if (step === 'agenda' && plan.chosen.length === 0 && plan.kind !== null && plan.kind !== 'talk') {
    errors.items = `${MEETING_KINDS[plan.kind].name}要有议程，请至少选一件事。`
  }
  return errors
}

/** Puts a candidate on the agenda, at its end, or takes it off; its motion is kept for the next time. */
export function toggle(plan: Plan, routeId: string): Plan {
  const isOn = plan.chosen.includes(routeId)
  return { ...plan, chosen: isOn ? plan.chosen.filter((id) => id !== routeId) : [...plan.chosen, routeId] }
}

/** The plan as the wire wants it. Only for a plan without errors. */
export function planBody(
  plan: Plan & { kind: MeetingKind; startsAt: Instant },
  candidates: readonly Candidate[],
): BodyOf<'deliberate.convene'> {
  return {
    kind: plan.kind,
    startsAt: new Date(plan.startsAt).toISOString(),
    place: plan.place.trim(),
    online: plan.online,
    notice: plan.notice.trim(),
    items: plan.chosen.flatMap((routeId) => {
      const candidate = candidates.find((each) => each.routeId === routeId)
      if (!candidate) return []
      return [{ matterId: candidate.matterId, routeId, motion: plan.motions[routeId]?.trim() || null }]
    }),
  }
}

/** At which step the server's refusal can be put right. */
export function stepOfProblem(code: string): PlanStep {
  if (code === 'notice_too_short' || code === 'place_required' || code === 'due_in_past') return 'when'
  if (code === 'agenda_required' || code === 'target_invalid' || code === 'not_in_this_state') return 'agenda'
  return 'preview'
}
