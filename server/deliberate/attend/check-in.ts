import { DOORS_OPEN } from '@yishiting/domain/deliberate/meeting'
import { MINUTE } from '@yishiting/domain/matter/instant'
import { sql } from 'kysely'
import { instantSql, moment, type Tx } from '../../platform/database/database'
import { notFound, RefusalError } from '../../platform/http/problems'
import type { Platform } from '../../platform/platform'
import { journalMeeting, type MeetingCall } from '../change'
import { type LoadedMeeting, loadMeeting } from '../load'
import { isRoomCode } from './code'

export function checkDoors({ meeting }: LoadedMeeting, now: number): void {
  if (meeting.state === 'closed' || meeting.state === 'cancelled') {
    throw new RefusalError({ code: 'meeting_over', message: '这次会议已经结束或取消了。' })
  }
  if (meeting.state === 'noticed' && now < meeting.startsAt - DOORS_OPEN) {
    throw new RefusalError({ code: 'meeting_not_open', message: '还没到签到的时间，开会前半小时开始签到。' })
  }
}

/**
 * Somebody is here. Checking in twice is checking in once; how he votes, by hand or on a phone, may still be changed, though not
 * while a question is open: he could be counted both ways.
 */
async function putIn(
  tx: Tx,
  call: MeetingCall,
  { meeting }: LoadedMeeting,
  personId: string,
  byHand: boolean,
): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId } = call.params
  const { rows } = await sql<{ personId: string }>`
    insert into meeting_people (compound_id, meeting_id, person_id, checked_in_at, checked_in_by_id, by_hand)
    values (${compoundId}, ${meetingId}, ${personId}, ${moment(now)}, ${caller.personId}, ${byHand})
    on conflict (compound_id, meeting_id, person_id) do update
      set checked_in_at = coalesce(meeting_people.checked_in_at, excluded.checked_in_at),
        checked_in_by_id = coalesce(meeting_people.checked_in_by_id, excluded.checked_in_by_id),
        by_hand = excluded.by_hand
      where meeting_people.checked_in_at is null
        or (meeting_people.by_hand <> excluded.by_hand and ${meeting.openPollId === null}::boolean)
    returning person_id
  `.execute(tx)
  if (rows.length === 0) return
  await journalMeeting(tx, call, 'check_in', meetingId, {
    extra: { personId, byHand, byOther: personId !== caller.personId },
  })
}

const TRIES_MAX = 5
const TRIES_WITHIN = 10 * MINUTE

/** Locks one's own seat, so that a hundred guesses sent at once are counted one after the other. True when already in, not by hand. */
async function lockSeat(tx: Tx, call: MeetingCall): Promise<boolean> {
  const { rows } = await sql<{ isIn: boolean }>`
    insert into meeting_people (compound_id, meeting_id, person_id)
    values (${call.compoundId}, ${call.params.meetingId}, ${call.caller.personId})
    on conflict (compound_id, meeting_id, person_id) do update set person_id = excluded.person_id
    returning checked_in_at is not null and not by_hand as is_in
  `.execute(tx)
  return rows[0]?.isIn ?? false
}

/** How often this person has guessed wrong of late; the journal remembers it, and when. */
async function wrongTries(tx: Tx, call: MeetingCall): Promise<number> {
  const row = await tx
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('kind', '=', 'wrong_code')
    .where('actorId', '=', call.caller.personId)
    .where('at', '>', instantSql(call.now - TRIES_WITHIN))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export type CheckIn = 'in' | 'wrong_code' | 'too_many'

/**
 * By the code shown in the room, or by tapping where the meeting can be attended online. A wrong code is counted, so this
 * returns instead of throwing: the count has to stay.
 */
export async function checkIn(
  tx: Tx,
  { secrets }: Pick<Platform, 'secrets'>,
  call: MeetingCall<{ code: string }>,
): Promise<CheckIn> {
  const { meetingId } = call.params
  const loaded = await loadMeeting(tx, call.compoundId, meetingId, 'share')
  checkDoors(loaded, call.now)
  const code = call.body.code.trim()
  if (!loaded.row.online || code !== '') {
    if (await lockSeat(tx, call)) return 'in'
    if ((await wrongTries(tx, call)) >= TRIES_MAX) return 'too_many'
    if (!isRoomCode(secrets, loaded.row, code, call.now)) {
      // A field left empty is not a guess.
      if (code !== '') await journalMeeting(tx, call, 'wrong_code', meetingId)
      return 'wrong_code'
    }
  }
  await putIn(tx, call, loaded, call.caller.personId, false)
  return 'in'
}

/** By the moderator's list or by a helper, for people without a phone. */
export async function checkInOther(
  tx: Tx,
  call: MeetingCall<{ personId: string; byHand: boolean }>,
): Promise<void> {
  const { compoundId } = call
  const loaded = await loadMeeting(tx, compoundId, call.params.meetingId, 'share')
  checkDoors(loaded, call.now)
  const member = await tx
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', call.body.personId)
    .executeTakeFirst()
  if (!member) throw notFound('没有找到这位住户。')
  await putIn(tx, call, loaded, member.personId, call.body.byHand)
}
