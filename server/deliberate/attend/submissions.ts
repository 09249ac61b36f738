import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { requireWords } from '@yishiting/domain/matter/words'
import { may } from '@yishiting/domain/people/abilities'
import { TEXT_MAX, tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import { ProblemError, RefusalError, unwrap } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { iso } from '../../platform/matters/cards'
import { labelsOf } from '../../platform/matters/people'
import { journalMeeting, type MeetingCall } from '../change'
import { loadMeeting } from '../load'
import { privateItems } from '../private-items'

type Body = z.output<(typeof deliberate.submit)['body']>

/** Whose word it is: his own; or, written down by a helper, a neighbour's or a name on a list. */
async function authorOf(tx: Tx, { compoundId, caller, body }: MeetingCall<Body>) {
  const label = tidy(body.label)
  if (body.forId === null && label === '') return { personId: caller.personId, label: caller.label }
  if (!may(caller.actor, 'raiseOnBehalf')) throw new ProblemError('not_allowed')
  if (body.forId === null) return { personId: null, label }
  const known = (await labelsOf(tx, compoundId, [body.forId])).get(body.forId)
  if (!known) throw new RefusalError({ code: 'target_invalid', message: '没有找到这位住户，请重新选。' })
  return { personId: body.forId, label: known }
}

/** 书面意见: what an absent voice hands in before the meeting ends; it stands in the minutes. */
export async function submit(tx: Tx, call: MeetingCall<Body>): Promise<string> {
  const { compoundId, now, caller, body } = call
  const { meetingId } = call.params
  const { meeting } = await loadMeeting(tx, compoundId, meetingId, 'share')
  if (meeting.state === 'closed' || meeting.state === 'cancelled')
    throw new RefusalError({ code: 'meeting_over', message: '会议已经结束，书面意见来不及写进纪要了。' })
  if (body.itemId !== null && !meeting.items.some((item) => item.id === body.itemId))
    throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  const text = unwrap(requireWords(body.text, 'text_required', '请写您的意见。', TEXT_MAX))
  const id = newId()
  await tx
    .insertInto('meetingSubmissions')
    .values({
      compoundId,
      meetingId,
      id,
      itemId: body.itemId,
      ...(await authorOf(tx, call)),
      enteredById: caller.personId,
      text,
      at: moment(now),
    })
    .execute()
  await journalMeeting(tx, call, 'submit', meetingId, { extra: { submissionId: id } })
  return id
}

type List = z.input<(typeof deliberate.submissions)['response']>

export async function listSubmissions(
  queries: Queries,
  compoundId: string,
  meetingId: string,
  readerId: string,
): Promise<List> {
  await loadMeeting(queries, compoundId, meetingId)
  const unsaid = await privateItems(queries, compoundId, meetingId)
  const rows = await queries
    .selectFrom('meetingSubmissions')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const all = rows.map(({ id, itemId, label, text, at, personId, enteredById }) => ({
    id,
    itemId,
    label,
    text,
    at: iso(at),
    isMine: personId === readerId || enteredById === readerId,
  }))
  return { submissions: all.filter(({ itemId, isMine }) => isMine || itemId === null || !unsaid.has(itemId)) }
}
