import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pool } from 'pg'
import { newId } from '../../server/platform/ids'
import { createSecrets, hashToken, loadMasterKey, newToken } from '../../server/platform/secrets/secrets'

export interface Room {
  compoundId: string
  meetingId: string
  itemId: string
  /** Of person n at n - 1; the first holds the gavel. */
  tokens: string[]
}

/**
 * A compound whose `count` people are all signed in and here, in a meeting that is open.
 * @param dataDir where the servers keep the key that names are sealed with
 */
export async function addRoom(pool: Pool, dataDir: string, count: number): Promise<Room> {
  const [compoundId, meetingId, itemId] = [newId(), newId(), newId()]
  const tokens = Array.from({ length: count }, newToken)
  await pool.query("insert into compounds (compound_id, name, created_at) values ($1, '大院', now())", [
    compoundId,
  ])
  const sql = await readFile(path.join(__dirname, 'room.sql'), 'utf8')
  const name = createSecrets(await loadMasterKey(dataDir, undefined)).seal('张文海')
  await pool.query(sql, [compoundId, count, tokens.map(hashToken), meetingId, itemId, name])
  await pool.query('vacuum analyze')
  return { compoundId, meetingId, itemId, tokens }
}
