import path from 'node:path'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { buildApp } from './app'
import { clockEffects } from './clocks'
import { fillDemo } from './demo/fill'
import { DemoClock, systemClock } from './platform/clock/clock'
import { sweepClocks } from './platform/clock/sweep'
import type { Config } from './platform/config'
import { createDatabase } from './platform/database/database'
import { migrate } from './platform/database/migrate'
import { createPool } from './platform/database/pool'
import { createLog } from './platform/log'
import { PhotoStore } from './platform/photos/store'
import type { Platform } from './platform/platform'
import { ensurePostgres } from './platform/postgres'
import { startQueue, tidy } from './platform/queue/queue'
import { Realtime } from './platform/realtime/realtime'
import { createSecrets, loadMasterKey } from './platform/secrets/secrets'

export interface RunningServer {
  address: string
  log: Logger
  app: FastifyInstance
  platform: Platform
  stop(): Promise<void>
}

/** What the rooms stand on, over a database that is already there. Migrates it. */
export async function createPlatform(config: Config, log: Logger, pool: Pool): Promise<Platform> {
  const db = createDatabase(pool)
  await migrate(db)
  return {
    config,
    log,
    pool,
    db,
    clock: config.demo ? await DemoClock.load(db) : systemClock,
    secrets: createSecrets(await loadMasterKey(config.dataDir, config.masterKey)),
    photos: new PhotoStore(path.join(config.dataDir, 'photos')),
    rules: DEFAULT_RULES,
    realtime: new Realtime(pool, log),
  }
}

/** Starts everything in order; when one thing fails, what had started is stopped again. */
export async function startServer(config: Config): Promise<RunningServer> {
  const log = createLog(config.logLevel)
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each()
  }
  try {
    let url = config.databaseUrl
    if (!url) {
      const postgres = await ensurePostgres({
        dataDir: path.join(config.dataDir, 'postgres'),
        log: (line) => log.info(line),
      })
      stops.push(() => postgres.stop())
      url = postgres.url
    }
    const pool = createPool(url, log, { max: config.poolSize })
    stops.push(() => pool.end())
    const platform = await createPlatform(config, log, pool)
    if (config.demo) await fillDemo(platform)
    const effects = clockEffects(platform)
    const queue = await startQueue(url, log, {
      sweep: () => sweepClocks(platform, effects),
      tidy: () => tidy(platform),
    })
    stops.push(() => queue.stop())
    const app = await buildApp(platform)
    stops.push(() => app.close())
    const address = await app.listen({ port: config.port, host: config.host, backlog: 4096 })
    log.info({ address, demo: config.demo }, 'open')
    return { address, log, app, platform, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
