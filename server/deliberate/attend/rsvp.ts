import type { Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import type { MeetingCall } from '../change'
import { loadMeeting } from '../load'

/** Comes or does not come; may be changed until the meeting is over. */
export async function rsvp(tx: Tx, call: MeetingCall<{ going: 'yes' | 'no' }>): Promise<void> {
  const { compoundId, caller } = call
  const { meetingId } = call.params
  const { meeting } = await loadMeeting(tx, compoundId, meetingId, 'share')
  if (meeting.state === 'closed' || meeting.state === 'cancelled') {
    throw new RefusalError({ code: 'meeting_over', message: '这次会议已经结束或取消了。' })
  }
  const answer = { rsvp: call.body.going }
  await tx
    .insertInto('meetingPeople')
    .values({ compoundId, meetingId, personId: caller.personId, ...answer })
    .onConflict((conflict) => conflict.columns(['compoundId', 'meetingId', 'personId']).doUpdateSet(answer))
    .execute()
}
