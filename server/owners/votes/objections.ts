import { COMMITTEE_ROLES } from '@yishiting/domain/people/roles'
import { moment, type Tx } from '../../platform/database/database'
import { notFound, RefusalError } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { appendJournal } from '../../platform/journal/append'
import { notify, notifyRoles } from '../../platform/notices/notify'
import { loadVote } from '../load'
import type { VoteCall } from './lock'

/** While the period runs; answered in public (RULES.md §4, time). */
export async function objectToVote(tx: Tx, call: VoteCall & { body: { text: string } }): Promise<void> {
  const { compoundId, now, caller, body } = call
  const { row, state } = await loadVote(tx, compoundId, call.params.voteId, now, 'share')
  if (state !== 'published' || row.objectionsUntil === null || now >= row.objectionsUntil) {
    throw new RefusalError({ code: 'vote_frozen', message: '现在不在异议期里，不能提异议。' })
  }
  const id = newId()
  await tx
    .insertInto('ownerVoteObjections')
    .values({ compoundId, voteId: row.id, id, personId: caller.personId, text: body.text, at: moment(now) })
    .execute()
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_object',
    actorId: caller.personId,
    voteId: row.id,
    extra: { objectionId: id },
  })
  const notice = { title: `有人对结果提出异议：${row.title}`, body: '请在异议期里公开答复。', voteId: row.id }
  await notifyRoles(tx, compoundId, COMMITTEE_ROLES, notice, { now, except: caller.personId })
}

export async function answerObjection(
  tx: Tx,
  call: Omit<VoteCall, 'params'> & {
    params: { voteId: string; objectionId: string }
    body: { answer: string }
  },
): Promise<void> {
  const { compoundId, now, caller, params, body } = call
  const { row } = await loadVote(tx, compoundId, params.voteId, now, 'share')
  const answered = await tx
    .updateTable('ownerVoteObjections')
    .set({ answer: body.answer, answeredById: caller.personId, answeredAt: moment(now) })
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', row.id)
    .where('id', '=', params.objectionId)
    .where('answeredAt', 'is', null)
    .returning('personId')
    .executeTakeFirst()
  if (!answered) throw notFound('没有找到这条异议，或者已经答复过了。')
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_answer',
    actorId: caller.personId,
    voteId: row.id,
    extra: { objectionId: params.objectionId },
  })
  const notice = { title: `您的异议有答复了：${row.title}`, body: body.answer, voteId: row.id }
  await notify(tx, compoundId, [answered.personId], notice, { now, except: caller.personId })
}
