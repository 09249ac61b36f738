import { readUnitCode } from '@yishiting/domain/owners/unit-code'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'

interface VoteOf {
  compoundId: string
  voteId: string
}

/** A counting key of a vote, and the paper that was returned for it. */
export interface KeyWithPaper {
  keyNo: number
  unitCodes: string[]
  paperId: string | null
  /** The scrutineer who read it first. */
  firstById: string | null
  isRead: boolean
}

/**
 * The keys that a unit code stands for, oldest first: several when the unit was sold while voting was open. They stay locked
 * until the transaction ends, so that two scrutineers with the same paper come one after the other.
 */
async function keysOfUnit(queries: Queries, vote: VoteOf, unitCode: string): Promise<KeyWithPaper[]> {
  const codes = [...new Set([unitCode, readUnitCode(unitCode).code])]
  await sql`
    select 1 from owner_vote_keys
    where compound_id = ${vote.compoundId} and vote_id = ${vote.voteId} and unit_codes && ${codes}::text[]
    order by key_no for update
  `.execute(queries)
  // Only now, with the lock held, is it certain what the other scrutineer has entered.
  const { rows } = await sql<KeyWithPaper>`
    select k.key_no, k.unit_codes, b.id as paper_id, b.recorded_by_id as first_by_id, s.ballot_id is not null as is_read
    from owner_vote_keys k
    left join owner_ballots b on b.compound_id = k.compound_id and b.vote_id = k.vote_id and b.key_no = k.key_no
      and b.seat = 'paper'
    left join owner_second_entries s on s.compound_id = b.compound_id and s.vote_id = b.vote_id and s.ballot_id = b.id
    where k.compound_id = ${vote.compoundId} and k.vote_id = ${vote.voteId} and k.unit_codes && ${codes}::text[]
    order by k.key_no
  `.execute(queries)
  return rows
}

/**
 * The key that a paper with this unit code is for: the one whose paper waits for its second reading, else the newest owner's.
 * @throws unit_unknown
 */
export async function keyForPaper(queries: Queries, vote: VoteOf, unitCode: string): Promise<KeyWithPaper> {
  const keys = await keysOfUnit(queries, vote, unitCode)
  const key = keys.find(({ paperId, isRead }) => paperId && !isRead) ?? keys.at(-1)
  if (key) return key
  throw new RefusalError({
    code: 'unit_unknown',
    message: `这次表决的名册里没有“${unitCode}”，请看清票上的房号，例如 3-2-501。`,
  })
}
