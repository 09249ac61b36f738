import type { ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import {
  type EmbeddedPostgres,
  type EnsurePostgresOptions,
  ensurePostgres,
  removePlace,
} from '../../../../server/platform/postgres'
import { PREFIX } from '../../../support/throwaway-cluster'
import { type HoldOptions, killHard, startHolder } from './holder'

/** Ends a server that a failed test left running. */
async function quit(area: string): Promise<void> {
  const text = await readFile(path.join(area, 'cluster/postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  try {
    if (pid > 1) process.kill(pid, 'SIGQUIT')
  } catch {
    // A failed start leaves its pid file behind.
  }
}

/** A directory for one test file, and the servers started in it; all gone after `clear`. */
export class Scratch {
  private readonly dirs: string[] = []
  private readonly areas: string[] = []
  private readonly children: ChildProcess[] = []

  /** A directory that everybody may walk through, as /tmp itself. */
  async dir(): Promise<string> {
    const dir = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-launcher-`))
    this.dirs.push(dir)
    await chmod(dir, 0o755)
    return dir
  }

  async start(
    dataDir: string,
    log: string[] = [],
    extra: Partial<EnsurePostgresOptions> = {},
  ): Promise<EmbeddedPostgres> {
    const options = { dataDir, log: (line: string) => log.push(line), throwaway: true, ...extra }
    const server = await ensurePostgres(options)
    this.areas.push(server.dataDir)
    return server
  }

  /** A process of its own that has the database of `dataDir`. */
  async hold(dataDir: string, extra: HoldOptions = {}) {
    const { child, held } = startHolder(dataDir, extra)
    this.children.push(child)
    const ready = await held
    this.areas.push(ready.dataDir)
    return { child, held: ready }
  }

  async clear(): Promise<void> {
    await Promise.all(this.children.splice(0).map(killHard))
    await Promise.all(this.areas.splice(0).map(quit))
    for (const dir of this.dirs.splice(0)) {
      await removePlace(dir)
      await rm(dir, { recursive: true, force: true })
    }
  }
}
