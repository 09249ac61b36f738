import type { CommentView } from '@yishiting/domain/contract/speak'
import { requireWords } from '@yishiting/domain/matter/words'
import { COMMENT_MAX } from '@yishiting/domain/speak/limits'
import { moment, type Tx } from '../platform/database/database'
import { notFound, unwrap } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { newId } from '../platform/ids'
import { appendJournal } from '../platform/journal/append'
import { commentView } from '../platform/matters/comments'
import { glanceAtMatter } from '../platform/matters/load'
import { notify } from '../platform/notices/notify'

type CommentCall = Call<{ matterId: string }, unknown, { text: string }>
type HideCall = Call<{ matterId: string; commentId: string }, unknown, { reason: string }>

export async function addComment(tx: Tx, call: CommentCall): Promise<CommentView> {
  const { compoundId, caller, now } = call
  const matter = await glanceAtMatter(tx, compoundId, call.params.matterId, caller.actor)
  const body = unwrap(requireWords(call.body.text, 'text_required', '请写几个字再发。', COMMENT_MAX))
  const comment = {
    compoundId,
    id: newId(),
    matterId: matter.id,
    authorId: caller.personId,
    body,
    at: moment(now),
  }
  await tx.insertInto('comments').values(comment).execute()
  await tx
    .updateTable('matters')
    .set((eb) => ({ comments: eb('comments', '+', 1), lastActivityAt: moment(now) }))
    .where('compoundId', '=', compoundId)
    .where('id', '=', matter.id)
    .execute()
  const notice = { title: `“${matter.title}” 有新留言`, body, matterId: matter.id }
  await notify(tx, compoundId, [matter.reporterId], notice, { now, except: caller.personId })
  return commentView(
    { ...comment, at: now, label: caller.label, hiddenAt: null, hiddenReason: null },
    caller.actor,
  )
}

/** Hides a comment with a reason that its author is told; logged like every act of a moderator. */
export async function hideComment(tx: Tx, call: HideCall): Promise<CommentView> {
  const { compoundId, caller, now } = call
  const matter = await glanceAtMatter(tx, compoundId, call.params.matterId, caller.actor)
  const reason = unwrap(requireWords(call.body.reason, 'reason_required', '隐去留言要写明原因，作者会看到。'))
  const hidden = await tx
    .updateTable('comments')
    .set({ hiddenAt: moment(now), hiddenById: caller.personId, hiddenReason: reason })
    .where('compoundId', '=', compoundId)
    .where('id', '=', call.params.commentId)
    .where('matterId', '=', matter.id)
    .returningAll()
    .executeTakeFirst()
  if (!hidden) throw notFound('没有找到这条留言。')
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'hide_comment',
    actorId: caller.personId,
    matterId: matter.id,
    reason,
    extra: { commentId: hidden.id },
  })
  const notice = {
    title: '您的一条留言被隐去了',
    body: `在“${matter.title}”下面。原因：${reason}`,
    matterId: matter.id,
  }
  await notify(tx, compoundId, [hidden.authorId], notice, { now, except: caller.personId })
  const author = await tx
    .selectFrom('members')
    .select('label')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', hidden.authorId)
    .executeTakeFirstOrThrow()
  return commentView({ ...hidden, label: author.label }, caller.actor)
}
