import type { VoteResultView } from '@yishiting/domain/contract/owners'
import { type Counted, countVote } from '@yishiting/domain/owners/result'
import { sql } from 'kysely'
import type { Queries, Tx } from '../../platform/database/database'
import { digestOf } from '../../platform/journal/digest'
import { iso } from '../../platform/matters/cards'
import type { LoadedVote } from '../load'
import { countInputOf } from './count-input'

/** The vote counted as it stands now. */
export async function countNow(queries: Queries, vote: LoadedVote): Promise<Counted> {
  return countVote(await countInputOf(queries, vote))
}

/** Counts and keeps the result with its digest; again after a ruling or a second reading, until it is published. */
export async function recountVote(tx: Tx, vote: LoadedVote, now: number): Promise<Counted> {
  const counted = await countNow(tx, vote)
  const digest = digestOf(counted.document)
  const result: VoteResultView = { countedAt: iso(now), digest: digest.toString('hex'), ...counted.document }
  await tx
    .updateTable('ownerVotes')
    .set({ result: JSON.stringify(result), resultDigest: digest })
    .where('compoundId', '=', vote.row.compoundId)
    .where('id', '=', vote.row.id)
    .execute()
  return counted
}

/** The kept result; null while nothing has been counted. As text: its keys must come back as they were written. */
export async function resultOf(
  queries: Queries,
  compoundId: string,
  voteId: string,
): Promise<VoteResultView | null> {
  const { rows } = await sql<{ result: string | null }>`
    select result::text as result from owner_votes where compound_id = ${compoundId} and id = ${voteId}
  `.execute(queries)
  const text = rows[0]?.result
  return text ? (JSON.parse(text) as VoteResultView) : null
}
