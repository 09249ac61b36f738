import type { CastReceipt } from '@yishiting/domain/contract/owners'
import type { Refusal } from '@yishiting/domain/matter/refusals'
import { notFound, ProblemError, RefusalError } from '../../platform/http/problems'
import type { CastAnswer, CastOutcome } from './statement'

type No = Exclude<CastOutcome, 'accepted' | 'kept' | 'incomplete' | 'again'>

const refused = (code: Refusal['code'], message: string) => () => new RefusalError({ code, message })

const NO: Record<No, () => Error> = {
  reused: () => new ProblemError('idempotency_key_reused'),
  signed_out: () => new ProblemError('signed_out'),
  not_found: () => notFound('没有找到这次表决，可能不在这个小区。'),
  not_allowed: () => new ProblemError('not_allowed'),
  cancelled: refused('voting_closed', '这次表决取消了，不能再投。'),
  not_open: refused('voting_not_open', '投票还没有开始，请到了时间再投。'),
  closed: refused('voting_closed', '投票已经截止，不能再投。'),
  no_right: refused(
    'no_right_to_vote',
    '这次表决的名册里，这一户不由您投。点“我能投票吗？”看看是哪里对不上。',
  ),
  mandate_expired: refused(
    'mandate_expired',
    '委托已经过期或收回，不能再代投。请业主重新委托，或由业主自己投。',
  ),
  mandate_outside: refused('mandate_outside', '这和委托书上写的不一样，请照委托书投。'),
  already_cast: refused('already_cast', '您已经投过了，投后不能改。'),
}

/** The receipt of a ballot that is committed. @throws what the statement found against it; `incomplete` where marks were missing */
export function receiptOrThrow(answer: CastAnswer, keyNo: number, incomplete: Error | null): CastReceipt {
  const { outcome, receiptCode, digest, receivedAt } = answer
  if (receiptCode !== null && digest !== null && receivedAt !== null) {
    return {
      code: receiptCode,
      digest: digest.toString('hex'),
      at: new Date(receivedAt).toISOString(),
      keyNo,
    }
  }
  if (outcome === 'incomplete' && incomplete) throw incomplete
  throw NO[outcome as No]()
}
