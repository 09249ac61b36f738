import type { BodyOf } from '@yishiting/domain/contract'
import { requireWords } from '@yishiting/domain/matter/words'

export type YesNo = 'yes' | 'no'

/** Three separate answers; null until the reader has answered for himself. */
export interface RateDraft {
  contacted: YesNo | null
  solved: YesNo | null
  satisfied: YesNo | null
  reason: string
}
export type RateField = keyof RateDraft
export type RateErrors = Partial<Record<RateField, string>>

export const NO_ANSWERS: RateDraft = { contacted: null, solved: null, satisfied: null, reason: '' }

/** What is still missing, by field. Empty when it can be sent. */
export function checkRate(draft: RateDraft): RateErrors {
  const errors: RateErrors = {}
  if (draft.contacted === null) errors.contacted = '请答：有没有人联系您。'
  if (draft.solved === null) errors.solved = '请答：解决了没有。'
  if (draft.satisfied === null) errors.satisfied = '请答：满意不满意。'
  if (draft.satisfied === 'no' || draft.reason.trim() !== '') {
    const reason = requireWords(draft.reason, 'reason_required', '不满意请写一句原因，办事的人好改。')
    if (!reason.ok) errors.reason = reason.refusal.message
  }
  return errors
}

/** The answers as the wire wants them. Only for a draft without errors. */
export function rateBody(draft: RateDraft, photoIds: string[]): BodyOf<'rate.rate'> {
  return {
    contacted: draft.contacted === 'yes',
    solved: draft.solved === 'yes',
    satisfied: draft.satisfied === 'yes',
    reason: draft.reason.trim(),
    photoIds,
  }
}
