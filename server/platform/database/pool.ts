import { Pool, type PoolConfig, types } from 'pg'
import type { Logger } from 'pino'
import { keepStatements } from './kept-statements'

const TIMESTAMPTZ = 1184
const INT8 = 20
types.setTypeParser(TIMESTAMPTZ, (text) => Date.parse(text))
types.setTypeParser(INT8, (text) => Number(text))

/** How long a request waits for a connection before it is told to come again (503). */
const ACQUIRE_TIMEOUT = 4_000

/**
 * The one pool of a process. Every wait has an end: getting a connection 4 s, a lock 3 s, a statement 4 s; and
 * http/within-time.ts puts an end to the sum of them.
 */
export function createPool(
  url: string,
  log: Logger,
  options: Pick<PoolConfig, 'max' | 'options' | 'query_timeout'> = {},
): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT,
    idleTimeoutMillis: 30_000,
    statement_timeout: 4_000,
    keepAlive: true,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'yishiting',
    ...options,
  })
  // Without listeners a connection that breaks would end the process: the pool listens only while it is idle, and between
  // two statements of a transaction nobody does.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'))
  pool.on('connect', (client) => {
    client.on('error', (error) => log.debug({ err: error }, 'a connection broke'))
    keepStatements(client)
  })
  return pool
}
