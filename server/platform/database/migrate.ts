import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Migration, type MigrationProvider, Migrator, sql } from 'kysely'
import type { Database } from './database'

const FOLDER = path.join(__dirname, 'migrations')

/** Plain SQL files, numbered, forward-only: 0001-hall.sql, 0002-… */
class SqlFiles implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort()
    const entries = files.map(async (file): Promise<[string, Migration]> => {
      const text = await readFile(path.join(FOLDER, file), 'utf8')
      return [path.basename(file, '.sql'), { up: async (db) => void (await sql.raw(text).execute(db)) }]
    })
    return Object.fromEntries(await Promise.all(entries))
  }
}

/**
 * Brings the schema up to date; several processes may call it at once (Kysely takes a lock).
 * @throws the error of the first migration that failed; nothing of it stays.
 */
export async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: new SqlFiles() })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
