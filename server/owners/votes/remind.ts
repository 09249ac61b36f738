import { DAY, speakTime } from '@yishiting/domain/matter/instant'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { appendJournal } from '../../platform/journal/append'
import { uncastRight } from '../../platform/matters/uncast'
import { notify } from '../../platform/notices/notify'
import { lockVote, requireState, type VoteCall } from './lock'

/** Those who may still cast for a key of which no ballot of any kind has come; once a day. */
export async function remindVoters(tx: Tx, call: VoteCall): Promise<number> {
  const vote = await lockVote(tx, call)
  requireState(vote, { ifMatch: null }, ['open'], '不在投票期间，不用提醒。')
  const { row } = vote
  const last = await tx
    .selectFrom('journal')
    .select('at')
    .where('compoundId', '=', call.compoundId)
    .where('voteId', '=', row.id)
    .where('kind', '=', 'vote_remind')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (last && call.now - last.at < DAY) {
    throw new RefusalError({ code: 'reminded_already', message: '今天已经提醒过了，一天只提醒一次。' })
  }
  const { rows } = await sql<{ personId: string }>`
    select distinct r.person_id from owner_vote_voters r
    where r.compound_id = ${call.compoundId} and r.vote_id = ${row.id} and ${uncastRight(call.now)}
  `.execute(tx)
  const body = `${speakTime(row.closesAt, call.now)} 截止，您还没投。`
  const people = rows.map(({ personId }) => personId)
  await notify(
    tx,
    call.compoundId,
    people,
    { title: `请投票：${row.title}`, body, voteId: row.id },
    { now: call.now },
  )
  await appendJournal(tx, {
    compoundId: call.compoundId,
    at: call.now,
    kind: 'vote_remind',
    actorId: call.caller.personId,
    voteId: row.id,
    extra: { people: people.length },
  })
  return people.length
}
