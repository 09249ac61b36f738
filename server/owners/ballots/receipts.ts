import type { owners } from '@yishiting/domain/contract/owners'
import type { z } from 'zod'
import type { Queries } from '../../platform/database/database'
import { notFound, RefusalError } from '../../platform/http/problems'
import type { Call } from '../../platform/http/route'
import { type LoadedVote, loadVote } from '../load'
import { ballotOrder } from './order'
import { readReceiptCode } from './receipt'

type Params = { compoundId: string; voteId: string }
type FindCall = Call<Params, z.output<typeof owners.findReceipt.query>, unknown>
type DigestsCall = Call<Params, z.output<typeof owners.digests.query>, unknown>

async function announced(queries: Queries, { compoundId, params, now }: FindCall | DigestsCall) {
  const vote = await loadVote(queries, compoundId, params.voteId, now)
  if (vote.row.noticedAt === null) throw notFound('没有找到这次表决，可能还没有公告。')
  return vote
}

const isOver = ({ state }: LoadedVote): boolean =>
  state === 'closed' || state === 'published' || state === 'certified'

/** Is the ballot with this receipt in? Whoever holds the code may ask; how it was cast, nobody is told. @throws not_found */
export async function findReceipt(
  queries: Queries,
  call: FindCall,
): Promise<z.input<typeof owners.findReceipt.response>> {
  const vote = await announced(queries, call)
  const ballot = await queries
    .selectFrom('ownerBallots')
    .select(['seq', 'digest', 'receivedAt'])
    .where('compoundId', '=', call.compoundId)
    .where('voteId', '=', call.params.voteId)
    .where('receiptCode', '=', readReceiptCode(call.query.code))
    .executeTakeFirst()
  if (!ballot) return { found: false, digest: null, position: null, at: null }
  // Before close the position would tell how many have voted in between, minute by minute.
  const position = isOver(vote) ? (await ballotOrder(queries, vote.row)).positionOf(ballot.seq) : null
  return {
    found: true,
    digest: ballot.digest.toString('hex'),
    position,
    at: new Date(ballot.receivedAt).toISOString(),
  }
}

/** The digests of all ballots by order of receipt, once the clock has closed the vote. @throws not_found, voting_running */
export async function listDigests(
  queries: Queries,
  call: DigestsCall,
): Promise<z.input<typeof owners.digests.response>> {
  const vote = await announced(queries, call)
  if (!isOver(vote)) {
    throw new RefusalError({ code: 'voting_running', message: '投票截止之后才公布选票的摘要。' })
  }
  const order = await ballotOrder(queries, vote.row)
  return { total: order.total, digests: order.digests(call.query.from, call.query.limit) }
}
