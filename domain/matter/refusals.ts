import { DELIBERATE_REFUSAL_STATUS } from '../deliberate/refusals'
import { OWNERS_REFUSAL_STATUS } from '../owners/refusals'

/**
 * Why a rule says no. Data, not an exception: HTTP carries it as RFC 9457 problem+json and the page shows `message`.
 * `code` is stable; `message` is a sentence a resident understands; `legalBasis` names law and article where there is one.
 */
export interface Refusal {
  code: RefusalCode
  message: string
  legalBasis?: string
  details?: Record<string, string | number | boolean | null>
}

/** Each code with its HTTP status. 403 not yours to do · 409 not now · 422 something is missing or wrong. */
export const REFUSAL_STATUS = {
  ...OWNERS_REFUSAL_STATUS,
  ...DELIBERATE_REFUSAL_STATUS,
  not_allowed: 403,
  same_person: 403,
  not_in_this_state: 409,
  already_objected: 409,
  objection_window_over: 409,
  already_extended: 409,
  already_acknowledged: 409,
  already_checked: 409,
  decision_required: 409,
  reopen_window_over: 409,
  rating_not_open: 409,
  already_rated: 409,
  check_pending: 409,
  route_unknown: 404,
  reason_required: 422,
  text_required: 422,
  text_too_long: 422,
  where_to_required: 422,
  target_invalid: 422,
  parts_required: 422,
  route_required: 422,
  route_duplicate: 422,
  route_private_alone: 422,
  whistle_ground_required: 422,
  lead_required: 422,
  due_required: 422,
  due_in_past: 422,
  due_too_far: 422,
  evidence_required: 422,
  checker_required: 422,
  checker_not_different: 422,
  resolution_required: 422,
  too_many_photos: 422,
} as const
export type RefusalCode = keyof typeof REFUSAL_STATUS

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export function refuse(
  code: RefusalCode,
  message: string,
  more: Pick<Refusal, 'legalBasis' | 'details'> = {},
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, message, ...more } }
}

export function accept<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}
