import { speakTime } from '@yishiting/domain/matter/instant'
import type { ClockEffect } from '../platform/clock/sweep'
import { notify } from '../platform/notices/notify'
import { loadMeeting } from './load'

/** The day before: those who said yes, and the seated members who have not said no, are reminded. */
export const meetingSoon: ClockEffect = async (tx, clock, now) => {
  const { compoundId, meetingId } = clock
  if (!meetingId) return
  const { row, meeting } = await loadMeeting(tx, compoundId, meetingId)
  if (meeting.state !== 'noticed') return
  const answers = await tx
    .selectFrom('meetingPeople')
    .select(['personId', 'rsvp'])
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .execute()
  const seated = await tx
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('isSeated', '=', true)
    .execute()
  const no = new Set(answers.filter((each) => each.rsvp === 'no').map((each) => each.personId))
  const people = [...answers.filter((each) => each.rsvp === 'yes'), ...seated].map((each) => each.personId)
  const notice = {
    title: `快开会了：${row.title}`,
    body: `${speakTime(row.startsAt, now)}，${row.place || '线上'}`,
    meetingId,
  }
  await notify(
    tx,
    compoundId,
    people.filter((id) => !no.has(id)),
    notice,
    { now },
  )
}
