import type { owners } from '@yishiting/domain/contract/owners'
import { tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { notFound, RefusalError } from '../../platform/http/problems'
import type { Call } from '../../platform/http/route'
import { newId } from '../../platform/ids'
import { appendJournal } from '../../platform/journal/append'
import { type LoadedVote, loadVote } from '../load'

type Body = z.output<(typeof owners.deliver)['body']>
type DeliverCall = Call<{ compoundId: string; voteId: string }, unknown, Body>

/** Ballots and the warning are handed out from the notice until the close: what comes later proves nothing. */
function checkTime({ state }: LoadedVote): void {
  if (state === 'noticed' || state === 'open') return
  if (state === 'draft' || state === 'cancelled') {
    throw new RefusalError({ code: 'voting_not_open', message: '这次表决没有公告，不用上门。' })
  }
  throw new RefusalError({ code: 'voting_closed', message: '投票已经截止，不能再记上门了。' })
}

/**
 * One knock at a door: delivered, nobody home, refused. “Delivered” is the proof that non-voters may be counted by (§4.20).
 * @throws voting_not_open, voting_closed; not_found for a key that is not of this vote
 */
export async function deliver(tx: Tx, call: DeliverCall): Promise<{ ok: true }> {
  const { compoundId, caller, now, body } = call
  const { voteId } = call.params
  checkTime(await loadVote(tx, compoundId, voteId, now, 'share'))
  const key = await tx
    .selectFrom('ownerVoteKeys')
    .select('keyNo')
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .where('keyNo', '=', body.keyNo)
    .executeTakeFirst()
  if (!key) throw notFound('名单里没有这一户，请刷新上门单。')
  const { keyNo, channel, outcome } = body
  await tx
    .insertInto('ownerDeliveries')
    .values({
      compoundId,
      voteId,
      id: newId(),
      keyNo,
      channel,
      outcome,
      note: tidy(body.note),
      byId: caller.personId,
      at: moment(now),
    })
    .execute()
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_delivery',
    actorId: caller.personId,
    voteId,
    extra: { keyNo, channel, outcome },
  })
  return { ok: true }
}
