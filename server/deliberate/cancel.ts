import { requireWords } from '@yishiting/domain/matter/words'
import { stopClock } from '../platform/clock/clocks'
import type { Tx } from '../platform/database/database'
import { RefusalError, unwrap } from '../platform/http/problems'
import { carryOut } from '../platform/matters/carry-out'
import { notify } from '../platform/notices/notify'
import type { Platform } from '../platform/platform'
import { bumpMeeting, journalMeeting, type MeetingCall } from './change'
import { invitedTo } from './convene'
import { lockMeeting } from './load'

/** Called off before it began: its matters go back to waiting for a meeting, and everybody invited is told why. */
export async function cancel(
  tx: Tx,
  platform: Platform,
  call: MeetingCall<{ reason: string }>,
): Promise<void> {
  const { compoundId, now, caller } = call
  const { meetingId } = call.params
  const { row, items, meeting } = await lockMeeting(tx, compoundId, meetingId, call.ifMatch)
  if (meeting.state !== 'noticed') {
    throw new RefusalError({ code: 'meeting_over', message: '会议已经开始或结束，不能取消。' })
  }
  const reason = unwrap(requireWords(call.body.reason, 'reason_required', '取消会议要写明原因，大家会看到。'))
  for (const item of items) {
    const intent = { type: 'unschedule', routeId: item.routeId, reason: `会议取消：${reason}` } as const
    await carryOut(tx, platform, { ...call, ifMatch: null }, item.matterId, intent)
  }
  await bumpMeeting(tx, call, { state: 'cancelled', cancelReason: reason, closedAt: now })
  await stopClock(tx, 'meeting_soon', { compoundId, meetingId })
  await journalMeeting(tx, call, 'cancel', meetingId, { reason })
  const notice = { title: `会议取消：${row.title}`, body: reason, meetingId }
  await notify(tx, compoundId, await invitedTo(tx, compoundId, meetingId), notice, {
    now,
    except: caller.personId,
  })
}
