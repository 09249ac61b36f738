import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pool } from 'pg'
import { newId } from '../server/platform/ids'
import { hashToken, newToken } from '../server/platform/secrets/secrets'

export interface BenchCompound {
  id: string
  /** Signs in a resident who has said, supported and followed some of its matters. */
  token: string
}

const RESIDENTS = 600
const LEADS = 5
const BUILDINGS = 12

const times = (count: number): string[] => Array.from({ length: count }, newId)

/** A compound of 600 residents in which `count` matters have been said over the years (see matters.sql). */
export async function addMatters(pool: Pool, count: number): Promise<BenchCompound> {
  const [id, token] = [newId(), newToken()]
  const [residents, leads, buildings] = [times(RESIDENTS), times(LEADS), times(BUILDINGS)]
  const reader = residents[0]
  await pool.query("insert into compounds (compound_id, name, created_at) values ($1, '大院', now())", [id])
  await pool.query(
    `insert into buildings (compound_id, id, name, position)
     select $1, id, n || ' 号楼', n from unnest($2::uuid[]) with ordinality b (id, n)`,
    [id, buildings],
  )
  await pool.query(
    `with everybody as (
       select person, 'owner' as role, '3 号楼居民' as label from unnest($2::uuid[]) person
       union all select person, 'property_manager', '物业工程部' from unnest($3::uuid[]) person
     ), people as (
       insert into people (id, sealed_name, created_at) select person, decode(repeat('00', 40), 'hex'), now() from everybody
     )
     insert into members (compound_id, person_id, roles, label, joined_at)
     select $1, person, array[role], label, now() from everybody`,
    [id, residents, leads],
  )
  await pool.query(
    "insert into sessions (token_hash, person_id, created_at, expires_at) values ($1, $2, now(), now() + interval '1 day')",
    [hashToken(token), reader],
  )
  const sql = await readFile(path.join(__dirname, 'matters.sql'), 'utf8')
  await pool.query(sql, [id, count, residents, leads, buildings])
  return { id, token }
}
