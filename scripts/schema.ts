import { execFileSync } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createDatabase } from '../server/platform/database/database'
import { migrate } from '../server/platform/database/migrate'
import { createPool } from '../server/platform/database/pool'
import { createLog } from '../server/platform/log'
import { ensurePostgres, removePlace } from '../server/platform/postgres'

const FILE = 'server/platform/database/schema.ts'

/** Writes the types of all tables from a freshly migrated database. */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'yishiting-schema-'))
  const postgres = await ensurePostgres({ dataDir, throwaway: true, log: () => undefined })
  try {
    const pool = createPool(postgres.url, createLog('warn'))
    await migrate(createDatabase(pool))
    await pool.end()
    const npx = (...words: string[]) => execFileSync('npx', words, { stdio: ['ignore', 'ignore', 'inherit'] })
    npx(
      'kysely-codegen',
      ...['--url', postgres.url, '--dialect', 'postgres', '--camel-case', '--out-file', FILE],
      ...['--exclude-pattern', '*kysely_migration*'],
      ...['--type-mapping', '{"timestamptz":"Moment","int8":"number"}'],
      ...['--custom-imports', '{"Moment":"./columns#Moment"}'],
    )
    npx('biome', 'check', '--write', FILE)
  } finally {
    await postgres.stop()
    await removePlace(dataDir)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
