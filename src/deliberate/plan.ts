import type { BodyOf, ResponseOf } from '@yishiting/domain/contract'
import { checkNotice, MEETING_KINDS, type MeetingKind } from '@yishiting/domain/deliberate/meeting'
import { checkKind, type MeetingSigns } from '@yishiting/domain/deliberate/required-kind'
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
  mapNote: string
  /** What the convener answered about the matter: when a hearing is needed (RULES.md §2). */
  signs: Signs
  votersAre: 'present' | 'members'
  /** 听证会: the burdened households, a line each. */
  burdened: string
  /** 评议会: the bodies that answer for their work, a line each. */
  bodies: string
  /** 评议会: matters that were done and rated, by id. */
  reviewed: readonly string[]
  /** The petition that this meeting answers; null where none demanded it. */
  petitionId: string | null
}

export type Signs = Omit<MeetingSigns, 'demanded'>
export type PlanField = 'kind' | 'startsAt' | 'place' | 'items' | 'burdened'
export type PlanErrors = Partial<Record<PlanField, string>>

export const EMPTY_PLAN: Plan = {
  kind: null,
  startsAt: null,
  place: '',
  online: false,
  chosen: [],
  motions: {},
  notice: '',
  mapNote: '',
  signs: { fromOutside: false, vitalInterests: false, burdensFew: false },
  votersAre: 'present',
  burdened: '',
  bodies: '',
  reviewed: [],
  petitionId: null,
}

/** The lines somebody wrote, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The questions of planning, one after another. */
export const STEPS = ['kind', 'when', 'agenda', 'preview'] as const
export type PlanStep = (typeof STEPS)[number]

/** What is still missing at this step, in the sentences of the rules. */
export function checkStep(plan: Plan, step: PlanStep, now: Instant): PlanErrors {
  const errors: PlanErrors = {}
  if (step === 'kind') {
    if (plan.kind === null) errors.kind = '请选开哪一种会。'
    else {
      const checked = checkKind(plan.kind, { ...plan.signs, demanded: false })
      if (!checked.ok) errors.kind = checked.refusal.message
    }
  }
  if (step === 'when') {
    if (plan.startsAt === null) errors.startsAt = '请选哪一天、几点开。'
    else if (plan.kind !== null) {
      const checked = checkNotice(plan.kind, plan.startsAt, now, DEFAULT_RULES)
      if (!checked.ok) errors.startsAt = checked.refusal.message
    }
    if (!plan.online && plan.place.trim() === '') errors.place = '请写在哪里开，或者打开“可以在手机上参加”。'
  }
  const rated = plan.kind === 'review' ? linesOf(plan.bodies).length + plan.reviewed.length : 0
  const points = plan.chosen.length + rated
  if (step === 'agenda' && plan.kind === 'hearing' && linesOf(plan.burdened).length === 0)
    errors.burdened = '请写受影响的是哪几户，每户一行；开会前要一户一户请到。'
  if (step === 'agenda' && points === 0 && plan.kind !== null && plan.kind !== 'talk') {
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
  photoIds: string[] = [],
): BodyOf<'deliberate.convene'> {
  return {
    kind: plan.kind,
    startsAt: new Date(plan.startsAt).toISOString(),
    place: plan.place.trim(),
    online: plan.online,
    notice: plan.notice.trim(),
    mapNote: plan.mapNote.trim(),
    signs: plan.signs,
    voters: plan.votersAre,
    reviewed: plan.kind === 'review' ? [...plan.reviewed] : [],
    petitionId: plan.petitionId,
    photoIds,
    bodies: plan.kind === 'review' ? linesOf(plan.bodies) : [],
    parties:
      plan.kind === 'hearing'
        ? linesOf(plan.burdened).map((label) => ({ side: 'burdened' as const, label }))
        : [],
    items: plan.chosen.flatMap((routeId) => {
      const candidate = candidates.find((each) => each.routeId === routeId)
      if (!candidate) return []
      return [{ matterId: candidate.matterId, routeId, motion: plan.motions[routeId]?.trim() || null }]
    }),
  }
}

/** At which step the server's refusal can be put right. */
export function stepOfProblem(code: string): PlanStep {
  if (code === 'hearing_required') return 'kind'
  if (code === 'notice_too_short' || code === 'place_required' || code === 'due_in_past') return 'when'
  if (code === 'agenda_required' || code === 'target_invalid' || code === 'not_in_this_state') return 'agenda'
  return 'preview'
}
