import type { BodyOf } from '@yishiting/domain/contract'
import type { Instant } from '@yishiting/domain/matter/instant'
import { requireWords } from '@yishiting/domain/matter/words'
import { ROUTE_CODES, ROUTES, type RouteCode, type WhistleGround } from '@yishiting/domain/sort/routes'
import type { Topic } from '@yishiting/domain/sort/topics'
import { defaultDue } from '@/act/due'

/** What the sorter has filled in for one chosen route. */
export interface RouteDraft {
  leadId: string | null
  /** null for routes that begin without a due date */
  dueAt: Instant | null
  task: string
  ground: WhistleGround | null
  whereTo: string
}

export interface SortDraft {
  topic: Topic | null
  codes: readonly RouteCode[]
  routes: Partial<Record<RouteCode, RouteDraft>>
  reason: string
}

export type RoutePart = 'lead' | 'due' | 'ground' | 'whereTo'
export type SortField = 'topic' | 'routes' | 'reason' | `${RouteCode}.${RoutePart}`
export type SortErrors = Partial<Record<SortField, string>>

export const EMPTY_DRAFT: SortDraft = { topic: null, codes: [], routes: {}, reason: '' }

/** These begin as `assigned`: somebody answers for them from the first minute. */
export const needsLead = (code: RouteCode): boolean => ROUTES[code].begins === 'assigned'

/** Empty, with the due date put in where the route has one. */
export function newRouteDraft(code: RouteCode, now: Instant): RouteDraft {
  return {
    leadId: null,
    dueAt: needsLead(code) ? defaultDue(code, now) : null,
    task: '',
    ground: null,
    whereTo: '',
  }
}

/** The chosen routes, in the order R1–R9, each with a draft; what was filled in before is kept when it is chosen again. */
export function chooseRoutes(draft: SortDraft, codes: readonly RouteCode[], now: Instant): SortDraft {
  const ordered = ROUTE_CODES.filter((code) => codes.includes(code))
  const routes = { ...draft.routes }
  for (const code of ordered) routes[code] ??= newRouteDraft(code, now)
  return { ...draft, codes: ordered, routes }
}

function checkRoute(code: RouteCode, route: RouteDraft, now: Instant, errors: SortErrors): void {
  if (needsLead(code) && route.leadId === null)
    errors[`${code}.lead`] = `“${ROUTES[code].name}”要有一位责任人。`
  if (needsLead(code) && route.dueAt === null) errors[`${code}.due`] = '请选一个办完的日期。'
  if (route.dueAt !== null && route.dueAt <= now) errors[`${code}.due`] = '办完的日期要在现在之后。'
  if (code === 'whistle' && route.ground === null) errors['whistle.ground'] = '吹哨要写明是哪一种理由。'
  if (code === 'elsewhere') {
    const whereTo = requireWords(route.whereTo, 'where_to_required', '“不在此处”要写明该去哪里办。')
    if (!whereTo.ok) errors['elsewhere.whereTo'] = whereTo.refusal.message
  }
}

/** What is still missing, by field, in the sentences of the rules. Empty when it can be sent. */
export function checkSort(draft: SortDraft, now: Instant): SortErrors {
  const errors: SortErrors = {}
  if (draft.topic === null) errors.topic = '请选一个类别。'
  if (draft.codes.length === 0) errors.routes = '至少选一条去向。'
  for (const code of draft.codes) {
    checkRoute(code, draft.routes[code] ?? newRouteDraft(code, now), now, errors)
  }
  const reason = requireWords(draft.reason, 'reason_required', '请写一句为什么这样分，大家会看到。')
  if (!reason.ok) errors.reason = reason.refusal.message
  return errors
}

/** The draft as the wire wants it. Only for a draft without errors. */
export function sortBody(draft: SortDraft & { topic: Topic }): BodyOf<'sort.sort'> {
  return {
    topic: draft.topic,
    reason: draft.reason,
    routes: draft.codes.map((code) => {
      const route = draft.routes[code]
      return {
        code,
        leadId: route?.leadId ?? null,
        dueAt: route?.dueAt == null ? null : new Date(route.dueAt).toISOString(),
        task: route?.task.trim() || null,
        ground: route?.ground ?? null,
        whereTo: route?.whereTo.trim() || null,
      }
    }),
  }
}

/** Where the server's refusal belongs, so that its sentence stands at the field; null: it is said above the button. */
export function fieldOfProblem(code: string, draft: SortDraft): SortField | null {
  const first = (part: RoutePart, wanted: (code: RouteCode) => boolean): SortField | null => {
    const found = draft.codes.find(wanted)
    return found ? `${found}.${part}` : null
  }
  switch (code) {
    case 'reason_required':
    case 'text_too_long':
      return 'reason'
    case 'route_required':
    case 'route_duplicate':
    case 'route_private_alone':
      return 'routes'
    case 'lead_required':
      return first('lead', needsLead)
    case 'due_required':
    case 'due_in_past':
    case 'due_too_far':
      return first('due', needsLead)
    case 'whistle_ground_required':
      return 'whistle.ground'
    case 'where_to_required':
      return 'elsewhere.whereTo'
    default:
      return null
  }
}
