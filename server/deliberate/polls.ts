import { type Choice, checkOpenPoll, checkVote } from '@yishiting/domain/deliberate/meeting'
import { requireWords } from '@yishiting/domain/matter/words'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { moment, type Tx } from '../platform/database/database'
import { RefusalError, unwrap } from '../platform/http/problems'
import type { Platform } from '../platform/platform'
import { stillOnAgenda } from './agenda'
import { bumpMeeting, type ItemCall, journalMeeting } from './change'
import { loadMeeting, lockMeeting } from './load'

/** Seated members who are here: the base of the quorum. */
export async function presentMembers(tx: Tx, compoundId: string, meetingId: string): Promise<number> {
  const row = await tx
    .selectFrom('meetingPeople as p')
    .innerJoin('members as m', (join) =>
      join.onRef('m.compoundId', '=', 'p.compoundId').onRef('m.personId', '=', 'p.personId'),
    )
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('p.compoundId', '=', compoundId)
    .where('p.meetingId', '=', meetingId)
    .where('p.checkedInAt', 'is not', null)
    .where('m.isSeated', '=', true)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

function updateItem(tx: Tx, call: ItemCall) {
  return tx
    .updateTable('meetingItems')
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', call.params.itemId)
}

async function checkProposer(tx: Tx, compoundId: string, proposerId: string): Promise<void> {
  const member = await tx
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', proposerId)
    .executeTakeFirst()
  if (member) return
  throw new RefusalError({ code: 'target_invalid', message: '提议的人不在这个小区，请重新选一位。' })
}

/** One concrete motion in writing, with its proposer; fixed once it is voted on. */
export async function setMotion(
  tx: Tx,
  call: ItemCall<{ motion: string; proposerId?: string | null }>,
): Promise<void> {
  const { items, meeting } = await lockMeeting(tx, call.compoundId, call.params.meetingId, call.ifMatch)
  const item = items.find((each) => each.id === call.params.itemId)
  if (!item) throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  if (meeting.state === 'closed' || meeting.state === 'cancelled') {
    throw new RefusalError({ code: 'meeting_over', message: '会议已经结束，不能再改动议。' })
  }
  if (item.outcome) throw new RefusalError({ code: 'already_concluded', message: '这一项已经有结果了。' })
  if (item.poll !== 'none') {
    throw new RefusalError({ code: 'poll_already_open', message: '这一项已经开始表决，动议不能再改。' })
  }
  const motion = unwrap(
    requireWords(call.body.motion, 'motion_required', '动议要写具体：做什么、谁来做、什么时候。', TEXT_MAX),
  )
  const { proposerId } = call.body
  if (proposerId) await checkProposer(tx, call.compoundId, proposerId)
  await updateItem(tx, call).set({ motion, proposerId }).execute()
  await bumpMeeting(tx, call)
  await journalMeeting(tx, call, 'motion', meeting.id, { reason: motion, extra: { itemId: item.id } })
}

/** Opens the vote on one item. @throws quorum_not_met, motion_required, not_on_agenda … */
export async function openPoll(tx: Tx, platform: Platform, call: ItemCall): Promise<void> {
  const { meetingId, itemId } = call.params
  const loaded = await lockMeeting(tx, call.compoundId, meetingId, call.ifMatch)
  const { meeting } = loaded
  const item = meeting.items.find((each) => each.id === itemId)
  if (item?.outcome) throw new RefusalError({ code: 'already_concluded', message: '这一项已经有结果了。' })
  const present = await presentMembers(tx, call.compoundId, meetingId)
  unwrap(checkOpenPoll(meeting, item, present, platform.rules))
  const place = (await stillOnAgenda(tx, loaded)).find((each) => each.itemId === itemId)
  if (!place || place.isUnderReview) {
    throw new RefusalError({
      code: 'not_on_agenda',
      message: '这件事正在复核，或已经重新分类，现在不能表决。',
    })
  }
  await updateItem(tx, call)
    .set({ poll: 'open', pollOpenedAt: moment(call.now) })
    .execute()
  await bumpMeeting(tx, call)
  await journalMeeting(tx, call, 'open_poll', meetingId, { extra: { itemId, present } })
}

/**
 * One person, one voice. The voter is who the session says; once is a unique key, not a look-up. The meeting is locked only
 * for reading, so that a roomful votes at once, while closing the poll waits for those who came before it.
 */
export async function vote(tx: Tx, call: ItemCall<{ choice: Choice }>): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId, itemId } = call.params
  const { meeting } = await loadMeeting(tx, compoundId, meetingId, 'share')
  const item = meeting.items.find((each) => each.id === itemId)
  const here = await tx
    .selectFrom('meetingPeople')
    .select('checkedInAt')
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('personId', '=', caller.personId)
    .executeTakeFirst()
  unwrap(checkVote(meeting, item, { checkedIn: here?.checkedInAt != null, voted: false }))
  const cast = await tx
    .insertInto('votes')
    .values({ compoundId, itemId, personId: caller.personId, choice: call.body.choice, at: moment(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('itemId')
    .executeTakeFirst()
  if (!cast) unwrap(checkVote(meeting, item, { checkedIn: true, voted: true }))
  // That somebody voted is a fact of the meeting; how he voted is his own.
  await journalMeeting(tx, call, 'vote', meetingId, { extra: { itemId } })
}

export async function closePoll(tx: Tx, call: ItemCall): Promise<void> {
  const { meetingId, itemId } = call.params
  const { meeting } = await lockMeeting(tx, call.compoundId, meetingId, call.ifMatch)
  const item = meeting.items.find((each) => each.id === itemId)
  if (item?.poll !== 'open')
    throw new RefusalError({ code: 'poll_not_open', message: '这一项现在没有在表决。' })
  await updateItem(tx, call)
    .set({ poll: 'closed', pollClosedAt: moment(call.now) })
    .execute()
  await bumpMeeting(tx, call)
  await journalMeeting(tx, call, 'close_poll', meetingId, { extra: { itemId } })
}
