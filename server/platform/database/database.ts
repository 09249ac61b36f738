import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Pool } from 'pg'
import type { DB } from './schema'

export type Database = Kysely<DB>
export type Tx = Transaction<DB>
/** Where a query can run: on a connection of its own, or inside a transaction. */
export type Queries = Database | Tx

export function createDatabase(pool: Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
}

/** A row's moment as it is written: null stays null. */
export const moment = (instant: number): Date => new Date(instant)
export const momentOrNull = (instant: number | null): Date | null =>
  instant === null ? null : new Date(instant)

/** A moment to compare a column with. */
export const instantSql = (instant: number): RawBuilder<number> =>
  sql<number>`${new Date(instant)}::timestamptz`
