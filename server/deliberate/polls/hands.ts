import { checkHands, handsState } from '@yishiting/domain/deliberate/polls/hands'
import type { HandCounts } from '@yishiting/domain/deliberate/polls/poll'
import { sql } from 'kysely'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import { RefusalError, unwrap } from '../../platform/http/problems'
import { journalMeeting, type MeetingCall, type PollCall, takeStep } from '../change'
import { loadMeeting, lockToModerate } from '../load'
import { handVoters } from './hand-voters'
import { questionOf } from './result'

export interface Told {
  tellerId: string
  counts: HandCounts
}

/** The latest count of each of the two who are tellers now, by poll: whoever was replaced counts no more. */
export async function toldOf(
  queries: Queries,
  compoundId: string,
  pollIds: readonly string[],
): Promise<Map<string, Told[]>> {
  const told = new Map<string, Told[]>()
  if (pollIds.length === 0) return told
  const { rows } = await sql<Told & { pollId: string }>`
    select distinct on (h.poll_id, h.teller_id) h.poll_id, h.teller_id, h.counts from poll_hands h
    join meeting_polls p on p.compound_id = h.compound_id and p.id = h.poll_id
    join meetings m on m.compound_id = p.compound_id and m.id = p.meeting_id and h.teller_id = any(m.teller_ids)
    where h.compound_id = ${compoundId} and h.poll_id = any(${[...pollIds]}::uuid[])
    order by h.poll_id, h.teller_id, h.no desc
  `.execute(queries)
  for (const { pollId, ...each } of rows) told.set(pollId, [...(told.get(pollId) ?? []), each])
  return told
}

/** Two people who are here count the raised hands; each on his own. */
export async function nameTellers(tx: Tx, call: MeetingCall<{ personIds: string[] }>): Promise<void> {
  const { compoundId } = call
  const { meetingId } = call.params
  const { meeting } = await lockToModerate(tx, call)
  if (meeting.state === 'closed' || meeting.state === 'cancelled')
    throw new RefusalError({ code: 'meeting_over', message: '会议已经结束。' })
  const personIds = [...new Set(call.body.personIds)]
  if (personIds.length !== 2)
    throw new RefusalError({ code: 'tellers_required', message: '请选两位到会的人来数举手，一个人数不算。' })
  const here = await tx
    .selectFrom('meetingPeople')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('personId', 'in', personIds)
    .where('checkedInAt', 'is not', null)
    .execute()
  if (here.length !== 2) throw new RefusalError({ code: 'not_checked_in', message: '计票人要先签到。' })
  await takeStep(tx, call, 'name_tellers', { change: { tellerIds: personIds } })
}

/** What one teller counted. Counting again replaces his own count; the other one does not see it before he has told his. */
export async function tell(tx: Tx, call: PollCall<{ counts: HandCounts }>): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId, pollId } = call.params
  const { row, meeting, polls } = await loadMeeting(tx, compoundId, meetingId, 'share')
  const poll = polls.find((each) => each.id === pollId)
  if (!poll || meeting.openPollId !== pollId)
    throw new RefusalError({ code: 'poll_not_open', message: '现在没有在表决。' })
  if (!row.tellerIds.includes(caller.personId))
    throw new RefusalError({ code: 'teller_only', message: '举手数由主持人请的两位计票人来报。' })
  const counts = unwrap(
    checkHands(questionOf(poll), call.body.counts, await handVoters(tx, compoundId, meeting)),
  )
  await sql`
    insert into poll_hands (compound_id, poll_id, teller_id, no, counts, at)
    select ${compoundId}::uuid, ${pollId}::uuid, ${caller.personId}::uuid, count(*) + 1, ${JSON.stringify(counts)}::jsonb,
      ${moment(now)}::timestamptz
    from poll_hands where compound_id = ${compoundId} and poll_id = ${pollId} and teller_id = ${caller.personId}
  `.execute(tx)
  await journalMeeting(tx, call, 'tell', meetingId, { extra: { pollId } })
}

/** The hands as both tellers counted them; null where nobody votes by hand. @throws hands_missing, hands_differ */
export function agreedHands(told: readonly Told[], handsMax: number): HandCounts | null {
  if (handsMax === 0) return null
  const state = handsState(told)
  if (state === 'agreed') return told[0]?.counts ?? null
  if (state === 'differ')
    throw new RefusalError({
      code: 'hands_differ',
      message: '两位计票人数的不一样，请再数一遍。',
    })
  throw new RefusalError({
    code: 'hands_missing',
    message: `有 ${handsMax} 位举手表决，两位计票人还没有都报数。没有人举手也请报 0。`,
    details: { handsMax },
  })
}
