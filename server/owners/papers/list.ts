import type { owners, PaperLineView } from '@yishiting/domain/contract/owners'
import type { Channel } from '@yishiting/domain/owners/ballot'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../platform/database/database'
import { cutPage, fromCursor } from '../../platform/http/cursor'
import type { Call } from '../../platform/http/route'
import { evidenceOf } from '../../platform/photos/evidence'
import type { Platform } from '../../platform/platform'
import { loadVote } from '../load'

type Op = typeof owners.papers
type PapersCall = Call<{ compoundId: string; voteId: string }, z.output<Op['query']>, unknown>
type State = PaperLineView['state']

interface Row {
  id: string
  seq: number
  keyNo: number
  unitCodes: string[]
  channel: Channel
  at: number
  firstById: string
  state: State
  photoIds: string[]
}

/** What is told of a paper: whether both readings agree, never what they say. */
const PAPERS = sql`
  select b.compound_id, b.vote_id, b.id, b.seq, b.key_no, k.unit_codes, b.channel, b.received_at as at,
    b.recorded_by_id as first_by_id, b.photo_ids || coalesce(s.photo_ids, '{}') as photo_ids,
    case when s.ballot_id is null then 'waits_for_second'
      when s.agrees then 'agreed' else 'mismatch' end as state
  from owner_ballots b
  join owner_vote_keys k on k.compound_id = b.compound_id and k.vote_id = b.vote_id and k.key_no = b.key_no
  left join owner_second_entries s on s.compound_id = b.compound_id and s.vote_id = b.vote_id and s.ballot_id = b.id
  where b.seat = 'paper'`

async function pageOf(db: Database, { compoundId, params, query }: PapersCall) {
  const after = fromCursor(query.cursor)
  const { rows } = await sql<Row>`
    with papers as (${PAPERS} and b.compound_id = ${compoundId} and b.vote_id = ${params.voteId})
    select * from papers
    where (${query.state ?? null}::text is null or state = ${query.state ?? null})
      and (${after?.at ?? null}::bigint is null or seq < ${after?.at ?? null})
    order by seq desc limit ${query.limit + 1}
  `.execute(db)
  return cutPage(rows, query.limit, (row) => ({ at: row.seq, id: row.id }))
}

async function countsOf(db: Database, { compoundId, params }: PapersCall) {
  const { rows } = await sql<{ waiting: number; mismatches: number }>`
    with papers as (${PAPERS} and b.compound_id = ${compoundId} and b.vote_id = ${params.voteId})
    select count(*) filter (where state = 'waits_for_second') as waiting,
      count(*) filter (where state = 'mismatch') as mismatches
    from papers
  `.execute(db)
  return rows[0] ?? { waiting: 0, mismatches: 0 }
}

/** The papers entered, newest first. Nothing here says how anybody voted: the second scrutineer reads with his own eyes. */
export async function listPapers(
  platform: Platform,
  call: PapersCall,
  db: Database,
): Promise<z.input<Op['response']>> {
  const { compoundId, params, now, caller } = call
  await loadVote(db, compoundId, params.voteId, now)
  const { page, next } = await pageOf(db, call)
  const vote = { compoundId, voteId: params.voteId }
  const photos = await evidenceOf(
    db,
    platform,
    vote,
    page.flatMap(({ photoIds }) => photoIds),
    now,
  )
  const papers = page.map((row) => ({
    ballotId: row.id,
    keyNo: row.keyNo,
    unitCodes: row.unitCodes,
    channel: row.channel,
    at: new Date(row.at).toISOString(),
    isMine: row.firstById === caller.personId,
    state: row.state,
    photos: row.photoIds.flatMap((id) => photos.get(id) ?? []),
  }))
  return { papers, next, ...(await countsOf(db, call)) }
}
