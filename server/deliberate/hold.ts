import { checkOpen } from '@yishiting/domain/deliberate/meeting'
import { stopClock } from '../platform/clock/clocks'
import type { Tx } from '../platform/database/database'
import { RefusalError, unwrap } from '../platform/http/problems'
import { stillOnAgenda, unsettled } from './agenda'
import { bumpMeeting, journalMeeting, type MeetingCall } from './change'
import { lockMeeting } from './load'

/** 开会, from half an hour before its time on. */
export async function open(tx: Tx, call: MeetingCall): Promise<void> {
  const { compoundId, now } = call
  const { meetingId } = call.params
  const { meeting } = await lockMeeting(tx, compoundId, meetingId, call.ifMatch)
  unwrap(checkOpen(meeting, now))
  await bumpMeeting(tx, call, { state: 'open', openedAt: now })
  await stopClock(tx, 'meeting_soon', { compoundId, meetingId })
  await journalMeeting(tx, call, 'open', meetingId)
}

/** 散会: nothing on the agenda is left without a result. */
export async function close(tx: Tx, call: MeetingCall): Promise<void> {
  const { meetingId } = call.params
  const loaded = await lockMeeting(tx, call.compoundId, meetingId, call.ifMatch)
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
  await bumpMeeting(tx, call, { state: 'closed', closedAt: call.now })
  await journalMeeting(tx, call, 'close', meetingId)
}
