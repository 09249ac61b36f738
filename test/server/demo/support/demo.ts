import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Instant } from '@yishiting/domain/matter/instant'
import { fillDemo } from '../../../../server/demo/fill'
import { readConfig } from '../../../../server/platform/config'
import { createPool } from '../../../../server/platform/database/pool'
import { createLog } from '../../../../server/platform/log'
import type { Platform } from '../../../../server/platform/platform'
import { createPlatform } from '../../../../server/start'
import { TestClock } from '../../../support/clock'
import { createTestDatabase } from '../../../support/database'

export interface FilledDemo {
  platform: Platform
  clock: TestClock
  fill(): Promise<void>
  rows<T extends object>(sql: string, values?: unknown[]): Promise<T[]>
  close(): Promise<void>
}

/** The demo compound in a database of its own, filled at `base`. */
export async function openDemo(base: Instant): Promise<FilledDemo> {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'demo-'))
  const config = {
    ...readConfig({} as unknown as NodeJS.ProcessEnv),
    dataDir,
    databaseUrl: database.url,
    masterKey: '07'.repeat(32),
    demo: false,
  }
  const log = createLog('silent')
  const pool = createPool(database.url, log, { max: 4 })
  const clock = new TestClock(base)
  const platform: Platform = { ...(await createPlatform(config, log, pool)), clock }
  await fillDemo(platform)
  return {
    platform,
    clock,
    fill: () => fillDemo(platform),
    rows: async <T extends object>(sql: string, values: unknown[] = []) =>
      (await pool.query<T & Record<string, unknown>>(sql, values)).rows,
    async close() {
      await pool.end()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
