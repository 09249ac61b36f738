import type { DoorLineView, owners } from '@yishiting/domain/contract/owners'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '../../platform/database/database'
import { ProblemError } from '../../platform/http/problems'
import type { Call } from '../../platform/http/route'
import { loadVote } from '../load'

type Op = typeof owners.doors
type DoorsCall = Call<{ compoundId: string; voteId: string }, z.output<Op['query']>, unknown>

interface Row extends Omit<DoorLineView, 'lastAt'> {
  lastAt: number | null
}

/** A key that has sold all its units while voting was open: its buyers have keys of their own, there is nobody to knock for. */
const HAS_SOLD_ALL = sql`cardinality(k.unit_ids) = 0`

const HAS_VOTED = sql`exists (select from owner_ballots b
  where b.compound_id = k.compound_id and b.vote_id = k.vote_id and b.key_no = k.key_no)`

/** The last key of the page before, opaque: keys are numbered in the order of the buildings, so that is the way of the feet. */
const toCursor = (keyNo: number): string => Buffer.from(`key.${keyNo}`).toString('base64url')

function fromCursor(text: string | undefined): number {
  if (text === undefined) return 0
  const match = /^key\.(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('utf8'))
  if (!match) throw new ProblemError('bad_input', { detail: '翻页的位置不对，请从头看起。' })
  return Number(match[1])
}

async function linesOf(db: Database, { compoundId, params, query }: DoorsCall): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select k.key_no, k.building, k.stairwell, k.unit_codes,
      case when k.is_developers then array['开发商'] else coalesce((
        select array_agg(o.masked_name order by o.masked_name, o.id) from roll_owners o
        where o.compound_id = k.compound_id and o.id = any (k.owner_ids)), '{}') end as masked_names,
      coalesce(d.tries, 0)::int as tries, d.last_outcome, d.last_at
    from owner_vote_keys k
    left join lateral (
      select count(*) as tries, max(at) as last_at, (array_agg(outcome order by at desc, id desc))[1] as last_outcome
      from owner_deliveries d
      where d.compound_id = k.compound_id and d.vote_id = k.vote_id and d.key_no = k.key_no
    ) d on true
    where k.compound_id = ${compoundId} and k.vote_id = ${params.voteId} and k.key_no > ${fromCursor(query.cursor)}
      and (${query.building ?? null}::text is null or k.building = ${query.building ?? null})
      and not ${HAS_VOTED} and not ${HAS_SOLD_ALL}
    order by k.key_no limit ${query.limit + 1}
  `.execute(db)
  return rows
}

/** How many are left in each building. A building where all have voted stays in the list, with 0. */
async function buildingsOf(db: Database, { compoundId, params }: DoorsCall) {
  const { rows } = await sql<{ building: string; left: number; all: number }>`
    select k.building, count(*) filter (where not ${HAS_VOTED}) as left, count(*) as all
    from owner_vote_keys k
    where k.compound_id = ${compoundId} and k.vote_id = ${params.voteId} and not ${HAS_SOLD_ALL}
    group by k.building order by min(k.key_no)
  `.execute(db)
  return rows
}

/** 上门单: whose ballot has not come back yet. Only who, never how: of those who voted nothing at all is said. */
export async function listDoors(call: DoorsCall, db: Database): Promise<z.input<Op['response']>> {
  await loadVote(db, call.compoundId, call.params.voteId, call.now)
  const rows = await linesOf(db, call)
  const lines = rows.slice(0, call.query.limit)
  const last = lines.at(-1)
  return {
    lines: lines.map((row) => ({
      ...row,
      lastAt: row.lastAt === null ? null : new Date(row.lastAt).toISOString(),
    })),
    next: rows.length > call.query.limit && last ? toCursor(last.keyNo) : null,
    buildings: await buildingsOf(db, call),
  }
}
