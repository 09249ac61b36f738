import { checkOpen } from '@yishiting/domain/deliberate/meeting'
import { stopClock } from '../platform/clock/clocks'
import type { Tx } from '../platform/database/database'
import { RefusalError, unwrap } from '../platform/http/problems'
import { stillOnAgenda, unsettled } from './agenda'
import { checkChair, checkParties } from './before-opening'
import { type MeetingCall, takeStep } from './change'
import { lockMeeting, lockToModerate } from './load'

/** 开会, from half an hour before its time on. */
export async function open(tx: Tx, call: MeetingCall): Promise<void> {
  const { compoundId, now } = call
  const { meetingId } = call.params
  const { meeting } = await lockMeeting(tx, compoundId, meetingId, call.ifMatch)
  unwrap(checkOpen(meeting, now))
  await checkParties(tx, compoundId, meeting)
  await checkChair(tx, compoundId, meeting, call.caller.personId)
  const [first] = meeting.items
  const change = {
    state: 'open',
    openedAt: now,
    chairId: call.caller.personId,
    ...(first ? { currentItemId: first.id } : {}),
  }
  await stopClock(tx, 'meeting_soon', { compoundId, meetingId })
  await takeStep(tx, call, 'open', { change })
}

/** The deputy goes on when whoever held the gavel has left; everybody sees who moderates now. */
export async function takeOver(tx: Tx, call: MeetingCall): Promise<void> {
  const { row, meeting } = await lockMeeting(tx, call.compoundId, call.params.meetingId, null)
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开。' })
  if (row.chairId === call.caller.personId) return
  await checkChair(tx, call.compoundId, meeting, call.caller.personId)
  await takeStep(tx, call, 'take_over', { change: { chairId: call.caller.personId } })
}

/** Everybody's screen goes to this point. Not while a question is open: the vote would be on another page than the talk. */
export async function goToItem(tx: Tx, call: MeetingCall<{ itemId: string | null }>): Promise<void> {
  const { meeting } = await lockToModerate(tx, call)
  const { itemId } = call.body
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开。' })
  if (itemId !== null && !meeting.items.some((item) => item.id === itemId))
    throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  if (meeting.openPollId !== null)
    throw new RefusalError({ code: 'poll_still_open', message: '还在表决，请先结束表决。' })
  await takeStep(tx, call, 'go_to', {
    change: { currentItemId: itemId },
    told: { itemId },
    extra: { itemId },
  })
}

/** 散会: nothing on the agenda is left without a result. */
export async function close(tx: Tx, call: MeetingCall): Promise<void> {
  const loaded = await lockToModerate(tx, call)
  if (loaded.meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开。' })
  const places = await stillOnAgenda(tx, loaded)
  const left = unsettled(loaded, places)
  if (left.length > 0) {
    const titles = places.filter((place) => left.includes(place.itemId)).map((place) => place.matterTitle)
    throw new RefusalError({
      code: 'items_left',
      message: `还有 ${left.length} 项没有结果：${titles.join('、')}。每一项都要有决议、不采纳的原因或去处，才能散会。`,
      details: { left: left.join(',') },
    })
  }
  await takeStep(tx, call, 'close', { change: { state: 'closed', closedAt: call.now, currentItemId: null } })
}
