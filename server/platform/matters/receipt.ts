import { type Instant, inChina } from '@yishiting/domain/matter/instant'
import { sql } from 'kysely'
import type { Queries } from '../database/database'

/** The next receipt number of a compound, e.g. SX-2026-000123. Numbers are not reused; a rolled back one leaves no gap. */
export async function nextReceipt(queries: Queries, compoundId: string, now: Instant): Promise<string> {
  const { year } = inChina(now)
  const name = `receipt-${year}`
  const row = await queries
    .insertInto('counters')
    .values({ compoundId, name, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['compoundId', 'name']).doUpdateSet({ value: sql<number>`counters.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return `SX-${year}-${String(row.value).padStart(6, '0')}`
}
