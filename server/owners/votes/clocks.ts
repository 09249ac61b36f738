import { speakTime } from '@yishiting/domain/matter/instant'
import { COMMITTEE_ROLES } from '@yishiting/domain/people/roles'
import type { ClockEffect } from '../../platform/clock/sweep'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import { notify, notifyRoles } from '../../platform/notices/notify'
import { type LoadedVote, loadVote } from '../load'
import { changeVote } from './change'
import { recountVote } from './count'

async function votersOf(queries: Queries, compoundId: string, voteId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('ownerVoteVoters')
    .select('personId')
    .distinct()
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** The announced instant has come: everybody who may vote is told. What is stored only follows the clock (decision 0009). */
export const voteOpens: ClockEffect = async (tx, { compoundId, voteId }, now) => {
  if (!voteId) return
  const { row, state } = await loadVote(tx, compoundId, voteId, now, 'update')
  // Nobody is called to vote when the server slept until it was over.
  if (row.state !== 'noticed' || state !== 'open') return
  await changeVote(
    tx,
    { compoundId, now, caller: null },
    row,
    'vote_open',
    { state: 'open' },
    { toState: 'open' },
  )
  const body = `${speakTime(row.closesAt, now)} 截止。点开看看表决什么，投上您这一票。`
  const people = await votersOf(tx, compoundId, voteId)
  await notify(tx, compoundId, people, { title: `可以投票了：${row.title}`, body, voteId }, { now })
}

/** The close, counted at once by the roll and rules of the notice. The vote must be locked, and closed by the clock. */
export async function closeVote(tx: Tx, vote: LoadedVote, now: number): Promise<void> {
  const { row } = vote
  const { compoundId, id: voteId } = row
  const closed = { state: 'closed', closedAt: moment(row.closesAt) }
  await changeVote(tx, { compoundId, now, caller: null }, row, 'vote_close', closed, { toState: 'closed' })
  await recountVote(tx, vote, now)
  const body = '已经按公告的名册和规则自动计票。请监票人看看对不上的票，业委会在 3 天内公布结果。'
  const notice = { title: `投票截止：${row.title}`, body, voteId }
  await notifyRoles(tx, compoundId, [...COMMITTEE_ROLES, 'scrutineer'], notice, { now })
}

export const voteCloses: ClockEffect = async (tx, { compoundId, voteId }, now) => {
  if (!voteId) return
  const vote = await loadVote(tx, compoundId, voteId, now, 'update')
  const { row, state } = vote
  // An extension has wound another clock; whoever published first has closed it.
  if (state !== 'closed' || (row.state !== 'noticed' && row.state !== 'open')) return
  await closeVote(tx, vote, now)
}
