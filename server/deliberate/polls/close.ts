import type { PollResultView } from '@yishiting/domain/contract/deliberate'
import { countPoll } from '@yishiting/domain/deliberate/polls/count'
import { BY_HAND } from '@yishiting/domain/deliberate/polls/hands'
import { marksInWords } from '@yishiting/domain/deliberate/polls/marks'
import type { PollMarks } from '@yishiting/domain/deliberate/polls/poll'
import { sql } from 'kysely'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { type PollCall, takeStep } from '../change'
import { lockToModerate, type PollRow } from '../load'
import { handVoters } from './hand-voters'
import { agreedHands, toldOf } from './hands'
import { questionOf } from './result'

/** The slips put down anew in random order by the transaction that counts them: what was written together with whom is gone. */
async function shuffle(tx: Tx, compoundId: string, pollId: string): Promise<void> {
  await sql`select set_config('hall.shuffling', ${pollId}, true)`.execute(tx)
  await sql`
    with old as (delete from poll_slips where compound_id = ${compoundId} and poll_id = ${pollId} returning marks)
    insert into poll_slips (compound_id, poll_id, id, marks)
    select ${compoundId}::uuid, ${pollId}::uuid, gen_random_uuid(), marks from old order by random()
  `.execute(tx)
  await sql`select set_config('hall.shuffling', '', true)`.execute(tx)
}

interface Cast {
  marks: PollMarks
  label: string | null
}

async function castIn(tx: Tx, compoundId: string, poll: PollRow): Promise<Cast[]> {
  const { rows } = poll.isSecret
    ? await sql<{ marks: string; label: null }>`
        select marks::text, null as label from poll_slips where compound_id = ${compoundId} and poll_id = ${poll.id} order by id
      `.execute(tx)
    : await sql<{ marks: string; label: string }>`
        select v.marks::text, m.label from poll_votes v
        join members m on m.compound_id = v.compound_id and m.person_id = v.person_id
        where v.compound_id = ${compoundId} and v.poll_id = ${poll.id} order by m.label, v.person_id
      `.execute(tx)
  return rows.map(({ marks, label }) => ({ marks: JSON.parse(marks) as PollMarks, label }))
}

/** Ends a poll and counts it there and then, phones and hands together: the result stays as it was counted. */
export async function closePoll(tx: Tx, call: PollCall): Promise<void> {
  const { compoundId, caller, now } = call
  const { pollId } = call.params
  const { meeting, polls } = await lockToModerate(tx, call)
  const poll = polls.find((each) => each.id === pollId)
  if (!poll || meeting.openPollId !== pollId)
    throw new RefusalError({ code: 'poll_not_open', message: '这一项现在没有在表决。' })
  const question = questionOf(poll)
  const handsMax = BY_HAND.includes(question.method) ? await handVoters(tx, compoundId, meeting) : 0
  const told = await toldOf(tx, compoundId, [pollId])
  const hands = agreedHands(told.get(pollId) ?? [], handsMax)
  if (poll.isSecret) await shuffle(tx, compoundId, pollId)
  const cast = await castIn(tx, compoundId, poll)
  const counted = countPoll({
    question,
    decides: poll.about !== 'other',
    phones: cast.map(({ marks }) => marks),
    hands,
    handVoices: handsMax,
  })
  const voices = cast.flatMap(({ label, marks }) =>
    label === null ? [] : [{ label, marks: marksInWords(question, marks) }],
  )
  const result: PollResultView = { ...counted, voices }
  await tx
    .updateTable('meetingPolls')
    .set({ closedAt: moment(now), closedById: caller.personId, result: JSON.stringify(result) })
    .where('compoundId', '=', compoundId)
    .where('id', '=', pollId)
    .execute()
  await takeStep(tx, call, 'close_poll', {
    told: { itemId: poll.itemId, words: result.words },
    extra: { itemId: poll.itemId, pollId, cast: result.cast, hands: result.hands },
  })
}
