import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ensurePostgres, removePlace } from '../server/platform/postgres'
import { atEnd } from './cleanup'

export const postgresIn = (folder: string): string => path.join(folder, 'postgres')

/** A server that was cut off leaves its database running: it is attached to, ended and removed wherever it lies. */
async function remove(folder: string): Promise<void> {
  const dataDir = postgresIn(folder)
  if (existsSync(dataDir)) {
    const left = await ensurePostgres({ dataDir, log: () => undefined })
    await left.stop()
    await removePlace(dataDir)
  }
  await rm(folder, { recursive: true, force: true })
}

/** Runs `work` with a folder of its own; nothing of it is left afterwards, nor of a database in it. */
export async function inTempDir<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'yishiting-bench-'))
  const done = atEnd(() => remove(folder))
  try {
    return await work(folder)
  } finally {
    await done()
  }
}
