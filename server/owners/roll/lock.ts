import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'
import { refuse } from './refuse'

const key = (compoundId: string) => sql`hashtextextended(${`roll:${compoundId}`}, 0)`

/** One new version of a compound's roll at a time, until the transaction ends. @throws roll_changed when somebody is at it */
export async function lockRoll(tx: Tx, compoundId: string): Promise<void> {
  const { rows } = await sql<{ isMine: boolean }>`
    select pg_try_advisory_xact_lock(${key(compoundId)}) as is_mine
  `.execute(tx)
  if (!rows[0]?.isMine) {
    throw refuse('roll_changed', '另一位委员正在更新名册，这次没有改。请等他改完，看过最新的名册再改。')
  }
}

/** The same for whoever only needs the roll to stand still: waits for a change under way. */
export async function holdRoll(tx: Tx, compoundId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${key(compoundId)})`.execute(tx)
}
