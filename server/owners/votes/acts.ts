import { DAY, speakTime } from '@yishiting/domain/matter/instant'
import { RESIDENT_ROLES } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import { stopClock, windClock } from '../../platform/clock/clocks'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { appendJournal } from '../../platform/journal/append'
import { uncastRight } from '../../platform/matters/uncast'
import { notify, notifyRoles } from '../../platform/notices/notify'
import { changeVote } from './change'
import { closeVote } from './clocks'
import { recountVote, resultOf } from './count'
import { lockVote, requireState, type VoteCall } from './lock'

type ReasonCall = VoteCall & { body: { reason: string } }

/** Before voting begins, with a reason that everybody reads; afterwards a vote runs to its end. */
export async function cancelVote(tx: Tx, call: ReasonCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['draft', 'noticed'], '已经开始投票了，不能取消。')
  const { row, state } = vote
  const { reason } = call.body
  const set = { state: 'cancelled', cancelledAt: moment(call.now), cancelReason: reason }
  await changeVote(tx, call, row, 'vote_cancel', set, { reason, toState: 'cancelled' })
  const subject = { compoundId: call.compoundId, voteId: row.id }
  await stopClock(tx, 'vote_open', subject)
  await stopClock(tx, 'vote_close', subject)
  if (state === 'draft') return
  const notice = { title: `业主表决取消了：${row.title}`, body: `原因：${reason}`, voteId: row.id }
  await notifyRoles(tx, call.compoundId, [...RESIDENT_ROLES, 'residents_committee'], notice, {
    now: call.now,
    except: call.caller.personId,
  })
}

/** Once, before close, by the days that the notice announced (RULES.md §4.14). */
export async function extendVote(tx: Tx, call: ReasonCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['noticed', 'open'], '已经截止了，不能延期。')
  const { row } = vote
  if (row.firstClosesAt !== null) {
    throw new RefusalError({ code: 'extension_used', message: '已经延期过一次，不能再延。' })
  }
  if (row.rules.extensionDays === 0) {
    throw new RefusalError({ code: 'extension_not_announced', message: '公告里没有说可以延期，不能延。' })
  }
  const closesAt = row.closesAt + row.rules.extensionDays * DAY
  const { reason } = call.body
  await changeVote(
    tx,
    call,
    row,
    'vote_extend',
    { closesAt: moment(closesAt), firstClosesAt: moment(row.closesAt), extensionReason: reason },
    { reason, extra: { from: row.closesAt, to: closesAt } },
  )
  await windClock(tx, 'vote_close', { compoundId: call.compoundId, voteId: row.id }, closesAt)
  const body = `改到 ${speakTime(closesAt, call.now)} 截止。原因：${reason}`
  await notifyRoles(
    tx,
    call.compoundId,
    RESIDENT_ROLES,
    { title: `投票延期：${row.title}`, body, voteId: row.id },
    {
      now: call.now,
      except: call.caller.personId,
    },
  )
}

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

/** The committee publishes what was counted (RULES.md §4: within 3 days); from here on nothing about it changes. */
export async function publishVote(tx: Tx, call: VoteCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['closed'], '还没有截止，或者已经公布过了。')
  const { row } = vote
  if (row.state === 'closed') await recountVote(tx, vote, call.now)
  else await closeVote(tx, vote, call.now)
  const objectionsUntil = call.now + row.rules.objectionDays * DAY
  const result = await resultOf(tx, call.compoundId, row.id)
  await changeVote(
    tx,
    call,
    { id: row.id, state: 'closed' },
    'vote_publish',
    {
      state: 'published',
      publishedAt: moment(call.now),
      objectionsUntil: moment(objectionsUntil),
    },
    { toState: 'published', extra: { digest: result?.digest ?? null } },
  )
  const words = result?.items.map((item) => `${item.title}：${item.words}`).join(' ') ?? ''
  const notice = {
    title: `表决结果：${row.title}`,
    body: `${words}${speakTime(objectionsUntil, call.now)} 之前可以提异议。`,
    voteId: row.id,
  }
  await notifyRoles(tx, call.compoundId, [...RESIDENT_ROLES, 'residents_committee'], notice, {
    now: call.now,
  })
}

async function unanswered(tx: Tx, compoundId: string, voteId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('ownerVoteObjections')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .where('answeredAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** After the objection period, every objection answered, every item certain. */
export async function certifyVote(tx: Tx, call: VoteCall): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['published'], '要先公布结果，才能确认。')
  const { row } = vote
  if (row.objectionsUntil !== null && call.now < row.objectionsUntil) {
    const message = `异议期到 ${speakTime(row.objectionsUntil, call.now)}，还不能确认。`
    throw new RefusalError({ code: 'objections_running', message })
  }
  const open = await unanswered(tx, call.compoundId, row.id)
  if (open > 0) {
    throw new RefusalError({
      code: 'objections_open',
      message: `还有 ${open} 条异议没有答复，答复了才能确认。`,
    })
  }
  const result = await resultOf(tx, call.compoundId, row.id)
  if (result?.items.some(({ verdict }) => verdict === 'CANNOT_CERTIFY')) {
    const message = '有的事项还不能认定（缺数字，或有对不上的票），不能确认。'
    throw new RefusalError({ code: 'conflicts_open', message })
  }
  const set = { state: 'certified', certifiedAt: moment(call.now) }
  await changeVote(tx, call, row, 'vote_certify', set, { toState: 'certified' })
}
