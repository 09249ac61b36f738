import { setTimeout as sleep } from 'node:timers/promises'
import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { Logger as GraphileLogger, parseCrontab, type Runner, run } from 'graphile-worker'
import type { Logger } from 'pino'
import { instantSql } from '../database/database'
import type { Platform } from '../platform'

export interface Chores {
  /** Fires due clocks. */
  sweep(): Promise<unknown>
  /** Takes away what nobody needs any more. */
  tidy(): Promise<unknown>
}

const CRONTAB = `
* * * * * sweep ?max=1&jobKey=sweep
17 * * * * tidy ?max=3&jobKey=tidy
`

export interface Queue {
  stop(): Promise<void>
}

const STARTS_AGAIN_AFTER = 5_000

function startRunner(url: string, log: Logger, chores: Chores): Promise<Runner> {
  return run({
    connectionString: url,
    concurrency: 2,
    maxPoolSize: 4,
    noHandleSignals: true,
    parsedCronItems: parseCrontab(CRONTAB),
    taskList: {
      sweep: async () => void (await chores.sweep()),
      tidy: async () => void (await chores.tidy()),
    },
    logger: new GraphileLogger(() => (level, message) => {
      if (level === 'error') log.error({ job: true }, message)
      else if (level === 'warning') log.warn({ job: true }, message)
      else log.debug({ job: true }, message)
    }),
  })
}

/**
 * Jobs on graphile-worker: the database is the queue, so several processes share the work. A runner that ended by itself
 * (its database was away too long) is started again: without it every clock would stand still. Call `stop()` at the end.
 */
export async function startQueue(url: string, log: Logger, chores: Chores): Promise<Queue> {
  const stopping = new AbortController()
  let runner = await startRunner(url, log, chores)
  const keepRunning = async () => {
    while (!stopping.signal.aborted) {
      await runner.promise.catch((error: unknown) => log.error({ err: error }, 'the job runner ended'))
      await sleep(STARTS_AGAIN_AFTER, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
      runner = await startRunner(url, log, chores).catch((error: unknown) => {
        log.warn({ err: error }, 'the job runner did not start')
        return runner
      })
    }
  }
  const running = keepRunning()
  return {
    async stop() {
      stopping.abort()
      await runner.stop().catch(() => undefined)
      await running
    },
  }
}

const IDEMPOTENCY_KEPT = 7 * DAY
const PHOTO_WAITS = 24 * HOUR
const ROLL_FILE_WAITS = 24 * HOUR

/** Unused photos and files of rolls after a day, sessions that ran out, idempotency keys after a week. */
export async function tidy(platform: Platform): Promise<void> {
  const now = platform.clock.now()
  const unused = await platform.db
    .deleteFrom('photos')
    .where('matterId', 'is', null)
    .where('voteId', 'is', null)
    .where('meetingId', 'is', null)
    .where('meetingId', 'is', null)
    .where('at', '<', instantSql(now - PHOTO_WAITS))
    .returning(['compoundId', 'id'])
    .execute()
  for (const photo of unused) await platform.photos.remove(photo.compoundId, photo.id)
  await platform.db
    .deleteFrom('rollImports')
    .where('at', '<', instantSql(now - ROLL_FILE_WAITS))
    .execute()
  await platform.db.deleteFrom('sessions').where('expiresAt', '<', instantSql(now)).execute()
  await platform.db
    .deleteFrom('idempotency')
    .where('at', '<', instantSql(now - IDEMPOTENCY_KEPT))
    .execute()
}
