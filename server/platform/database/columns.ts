import type { ColumnType } from 'kysely'

/** timestamptz: read as epoch milliseconds (the domain's Instant), written as a Date. */
export type Moment = ColumnType<number, Date, Date>
