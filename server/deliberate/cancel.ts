import { requireWords } from '@yishiting/domain/matter/words'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { stopClock } from '../platform/clock/clocks'
import type { Tx } from '../platform/database/database'
import { RefusalError, unwrap } from '../platform/http/problems'
import { notify } from '../platform/notices/notify'
import type { Platform } from '../platform/platform'
import { type MeetingCall, takeStep } from './change'
import { invitedTo } from './convene'
import { takeOff } from './let-go'
import { lockMeeting } from './load'
import { releasePetition } from './plan/petitioned'

/** A reason of full length stays within it behind the words put before it. */
const short = (text: string): string => [...text].slice(0, REASON_MAX).join('')

/**
 * Called off before it began: its matters go back to waiting for a meeting, everybody invited is told why,
 * and a petition that it answered is owed a meeting again.
 */
export async function cancel(
  tx: Tx,
  platform: Platform,
  call: MeetingCall<{ reason: string }>,
): Promise<void> {
  const { compoundId, now, caller } = call
  const { meetingId } = call.params
  const loaded = await lockMeeting(tx, compoundId, meetingId, call.ifMatch)
  const { row, meeting } = loaded
  if (meeting.state !== 'noticed') {
    throw new RefusalError({ code: 'meeting_over', message: '会议已经开始或结束，不能取消。' })
  }
  const reason = unwrap(requireWords(call.body.reason, 'reason_required', '取消会议要写明原因，大家会看到。'))
  await takeOff(tx, platform, call, loaded, ({ routeId }) => ({
    type: 'unschedule',
    routeId,
    reason: short(`会议取消：${reason}`),
  }))
  await stopClock(tx, 'meeting_soon', { compoundId, meetingId })
  const change = { state: 'cancelled', cancelReason: reason, closedAt: now }
  await takeStep(tx, call, 'cancel', { change, reason })
  const notice = { title: `会议取消：${row.title}`, body: reason, meetingId }
  await releasePetition(tx, compoundId, meetingId)
  await notify(tx, compoundId, await invitedTo(tx, compoundId, meetingId), notice, {
    now,
    except: caller.personId,
  })
}
