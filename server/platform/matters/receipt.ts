import { type Instant, inChina } from '@yishiting/domain/matter/instant'
import { type RawBuilder, sql } from 'kysely'

/** The counter of a year's receipt numbers; the year is China's. */
export const counterOf = (now: Instant): string => `receipt-${inChina(now).year}`

/** A value of that counter as a receipt number: SX-2026-000123. */
export function receiptSql(now: Instant): RawBuilder<string> {
  const prefix = `SX-${inChina(now).year}-`
  return sql<string>`${prefix}::text || lpad(counters.value::text, greatest(6, length(counters.value::text)), '0')`
}
