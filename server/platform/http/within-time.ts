import type { Pool } from 'pg'
import { loopLag } from './loop-lag'
import { ProblemError } from './problems'

/** Nobody waits longer than ten seconds: this much in here, in ms, the rest on the way in and out. */
const ANSWER_WITHIN = 5_000
/** More requests than this waiting for a connection cannot be served in time: the next is sent away at once. */
const WAITING_MAX = 2_000

export interface Watch {
  /** @throws busy when the caller has been told to come again: what is not committed by then must not be. */
  check(): void
}

/**
 * Runs `work`, and answers `busy` (503) when it takes too long or too many are waiting already. The work itself may still
 * be running then; its `watch.check()` keeps it from committing what was refused.
 */
export async function withinTime<T>(
  pool: Pick<Pool, 'waitingCount'>,
  work: (watch: Watch) => Promise<T>,
  limit: number = ANSWER_WITHIN,
): Promise<T> {
  if (pool.waitingCount >= WAITING_MAX) throw new ProblemError('busy')
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isOver = true
      reject(new ProblemError('busy'))
    }, limit - loopLag())
  })
  const watch: Watch = {
    check() {
      if (isOver) throw new ProblemError('busy')
    },
  }
  try {
    return await Promise.race([work(watch), late])
  } finally {
    clearTimeout(timer)
  }
}
