import { Pool, type PoolConfig, types } from 'pg'
import type { Logger } from 'pino'

const TIMESTAMPTZ = 1184
const INT8 = 20
types.setTypeParser(TIMESTAMPTZ, (text) => Date.parse(text))
types.setTypeParser(INT8, (text) => Number(text))

/** How long a request waits for a connection before it is told to come again (503). */
export const ACQUIRE_TIMEOUT = 5_000

/**
 * The one pool of a process. Every wait has an end: getting a connection 5 s, a lock 3 s, a statement 8 s, so that no
 * request hangs and one slow client cannot hold the rest.
 */
export function createPool(url: string, log: Logger, options: Pick<PoolConfig, 'max'> = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT,
    idleTimeoutMillis: 30_000,
    statement_timeout: 8_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'yishiting',
    ...options,
  })
  // Without a listener a connection that breaks while idle would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'))
  return pool
}
