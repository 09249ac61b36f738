import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'

/** All ballots of a vote in the order of their receipt. */
export interface BallotOrder {
  total: number
  /** From 1; null for one that is not among them. */
  positionOf(seq: number): number | null
  /** Hex SHA-256 each. */
  digests(from: number, limit: number): { position: number; digest: string }[]
}

const DIGEST_BYTES = 32
const KEPT_MAX = 8
const kept = new Map<string, BallotOrder>()

function orderOf(seqs: Float64Array, digests: Buffer): BallotOrder {
  return {
    total: seqs.length,
    positionOf(seq) {
      let [low, high] = [0, seqs.length]
      while (low < high) {
        const middle = (low + high) >> 1
        if ((seqs[middle] as number) < seq) low = middle + 1
        else high = middle
      }
      return seqs[low] === seq ? low + 1 : null
    },
    digests: (from, limit) =>
      Array.from({ length: Math.max(0, Math.min(limit, seqs.length - from)) }, (_, index) => {
        const start = (from + index) * DIGEST_BYTES
        return { position: from + index + 1, digest: digests.toString('hex', start, start + DIGEST_BYTES) }
      }),
  }
}

/** One value instead of 200,000 rows. */
async function load(queries: Queries, compoundId: string, voteId: string): Promise<BallotOrder> {
  const { rows } = await sql<{ seqs: string | null; digests: Buffer | null }>`
    select string_agg(seq::text, ',' order by seq) as seqs, string_agg(digest, ''::bytea order by seq) as digests
    from owner_ballots where compound_id = ${compoundId} and vote_id = ${voteId}
  `.execute(queries)
  const { seqs, digests } = rows[0] ?? {}
  return orderOf(Float64Array.from(seqs ? seqs.split(',') : [], Number), digests ?? Buffer.alloc(0))
}

/**
 * Read once a process when the vote is closed on record too: from then on no ballot comes, whatever is still on its way. The whole
 * compound looks on that day.
 */
export async function ballotOrder(
  queries: Queries,
  vote: { compoundId: string; id: string; state: string },
): Promise<BallotOrder> {
  const before = kept.get(vote.id)
  if (before) return before
  const order = await load(queries, vote.compoundId, vote.id)
  if (vote.state === 'noticed' || vote.state === 'open') return order
  if (kept.size >= KEPT_MAX) kept.clear()
  kept.set(vote.id, order)
  return order
}
