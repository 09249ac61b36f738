import type { Pool } from 'pg'
import { newId } from '../server/platform/ids'
import { hashToken, newToken } from '../server/platform/secrets/secrets'

export interface BenchCompound {
  id: string
  token: string
}

/** A compound with `count` matters of all stages, half of them with a route, one in fifty its reader's own or followed. */
export async function addMatters(pool: Pool, count: number): Promise<BenchCompound> {
  const [id, reader, other, building, token] = [newId(), newId(), newId(), newId(), newToken()]
  for (const person of [reader, other]) {
    await pool.query('insert into people (id, sealed_name, created_at) values ($1, $2, now())', [
      person,
      Buffer.alloc(40),
    ])
  }
  await pool.query("insert into compounds (compound_id, name, created_at) values ($1, 'bench', now())", [id])
  await pool.query("insert into buildings (compound_id, id, name, position) values ($1, $2, '1 号楼', 1)", [
    id,
    building,
  ])
  await pool.query(
    `insert into members (compound_id, person_id, roles, label, joined_at)
     select $1, person, '{owner}', '1 号楼居民', now() from unnest($2::uuid[]) person`,
    [id, [reader, other]],
  )
  await pool.query(
    "insert into sessions (token_hash, person_id, created_at, expires_at) values ($1, $2, now(), now() + interval '1 day')",
    [hashToken(token), reader],
  )
  await pool.query(
    `insert into matters (compound_id, id, receipt, state, headline, stage, is_open, title, body, topic, route_codes, building_id,
       place_detail, reporter_id, raised_by_id, raised_at, waiting_since, acknowledged_at, sorted_at, last_activity_at, supports, followers)
     select $1, gen_random_uuid(), 'SX-2026-' || lpad(n::text, 6, '0'), state, state, stage, true, '车棚充电口又老又慢还要投币 ' || n,
       repeat('扫码的只有一组，楼道里东西也堆满了。', 6), (array['parking', 'repair', 'fire', 'cleaning'])[1 + n % 4],
       '{property}', $4, '东侧车棚', case when n % 50 = 0 then $2::uuid else $3::uuid end, $3, at, at, at, at, at, n % 40, n % 9
     from (select n, now() - n * interval '1 minute' as at,
       case when n % 2 = 0 then 'raised' else 'sorted' end as state,
       (array['speak', 'act', 'deliberate', 'rate', 'sort'])[1 + n % 5] as stage
       from generate_series(1, $5::int) n) numbers`,
    [id, reader, other, building, count],
  )
  await pool.query(
    `insert into matter_routes (compound_id, id, matter_id, position, code, state, lead_id, due_at)
     select compound_id, gen_random_uuid(), id, 0, 'property', 'in_progress', raised_by_id, raised_at + interval '7 days'
     from matters where compound_id = $1 and state = 'sorted'`,
    [id],
  )
  await pool.query(
    `insert into follows (compound_id, matter_id, person_id, at)
     select compound_id, id, $2, now() from matters where compound_id = $1 and followers = 3`,
    [id, reader],
  )
  return { id, token }
}
