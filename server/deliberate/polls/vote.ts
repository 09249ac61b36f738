import { randomUUID } from 'node:crypto'
import { checkVote, type Voter } from '@yishiting/domain/deliberate/meeting'
import { checkMarks } from '@yishiting/domain/deliberate/polls/marks'
import type { PollMarks } from '@yishiting/domain/deliberate/polls/poll'
import { mayEver } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import { type Database, moment, type Queries, type Tx } from '../../platform/database/database'
import { unwrap } from '../../platform/http/problems'
import { journalMeeting, type PollCall } from '../change'
import { loadMeeting } from '../load'
import { isByHand, questionOf } from './result'

/** How this person stands to the polls of a meeting. */
export async function voterAt(
  queries: Queries,
  compoundId: string,
  meetingId: string,
  actor: Actor,
): Promise<Voter> {
  const { rows } = await sql<Omit<Voter, 'isResident'>>`
    select m.is_seated as is_member, p.checked_in_at is not null as checked_in, coalesce(p.by_hand, false) as by_hand
    from members m left join meeting_people p
      on p.compound_id = m.compound_id and p.person_id = m.person_id and p.meeting_id = ${meetingId}
    where m.compound_id = ${compoundId} and m.person_id = ${actor.id}
  `.execute(queries)
  const isResident = mayEver(actor, 'vote')
  const found = rows[0] ?? { isMember: false, checkedIn: false, byHand: false }
  // A seat without a home here has no voice in a poll (RULES.md §3: one person who lives here, one voice).
  return { ...found, isResident, isMember: found.isMember && isResident }
}

/**
 * One person, one voice. The voter is who the session says; once is a unique key, not a look-up. The meeting is locked only
 * for reading, so that a roomful votes at once, while closing the poll waits for those who came before it. Of a secret poll the
 * slip goes into the box without a name.
 */
export async function vote(tx: Tx, call: PollCall<{ marks: PollMarks }>): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId, pollId } = call.params
  const { meeting, polls } = await loadMeeting(tx, compoundId, meetingId, 'share')
  const poll = polls.find((each) => each.id === pollId)
  const voter = await voterAt(tx, compoundId, meetingId, caller.actor)
  const asked = poll && { id: poll.id, isByHand: isByHand(poll) }
  unwrap(checkVote(meeting, asked, { ...voter, voted: false }))
  if (!poll) return
  const marks = JSON.stringify(unwrap(checkMarks(questionOf(poll), call.body.marks)))
  const { rows } = await sql`
    insert into poll_votes (compound_id, poll_id, person_id, marks, at)
    values (${compoundId}, ${pollId}, ${caller.personId}, ${poll.isSecret ? null : marks}::jsonb, ${moment(now)})
    on conflict do nothing returning 1
  `.execute(tx)
  if (rows.length === 0) unwrap(checkVote(meeting, asked, { ...voter, voted: true }))
  if (poll.isSecret) {
    // Not an id of ours: those tell the time.
    await sql`
      insert into poll_slips (compound_id, poll_id, id, marks) values (${compoundId}, ${pollId}, ${randomUUID()}, ${marks}::jsonb)
    `.execute(tx)
  }
  // That somebody voted is a fact of the meeting; how he voted is his own.
  await journalMeeting(tx, call, 'vote', meetingId, { extra: { pollId } })
}

/** That his vote is in, and how many are. */
export async function viewVoted(
  db: Database,
  { compoundId, params: { pollId } }: PollCall<unknown>,
): Promise<{ pollId: string; cast: number }> {
  const { cast } = await db
    .selectFrom('pollVotes')
    .select(sql<number>`count(*)::int`.as('cast'))
    .where('compoundId', '=', compoundId)
    .where('pollId', '=', pollId)
    .executeTakeFirstOrThrow()
  return { pollId, cast }
}
