import { sql } from 'kysely'
import type { Tx } from '../../../../server/platform/database/database'
import type { Hall } from '../../../support/hall'

const PATIENCE_MS = 3_000

/** Until `count` connections of this database wait for a lock: then what was started stands where it has to wait. */
async function untilWaiting(hall: Hall, count: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
    `.execute(hall.platform.db)
    const waiting = rows[0]?.n ?? 0
    if (waiting >= count) return
    if (Date.now() > until) throw new Error(`${waiting} wait for a lock, not ${count}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/**
 * Makes a race come out the same every time: `take` locks something, each of `starts` is begun only when the one before it
 * is held up, and then the lock is given back as if nothing had happened.
 */
export async function heldUp<T>(
  hall: Hall,
  take: (tx: Tx) => Promise<unknown>,
  starts: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const running: Promise<T>[] = []
  const tx = await hall.platform.db.startTransaction().execute()
  try {
    await take(tx)
    for (const start of starts) {
      running.push(start())
      await untilWaiting(hall, running.length)
    }
  } finally {
    await tx.rollback().execute()
    await Promise.allSettled(running)
  }
  return Promise.all(running)
}
