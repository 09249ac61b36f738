import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type EmbeddedPostgres, ensurePostgres, removePlace } from '../../server/platform/postgres'

/** Followed by the id of the process it belongs to: what a dead one left behind is swept by the next run. */
export const PREFIX = 'yishiting-test-'

/** The address of the cluster's administrator, for every worker of this run. */
export const TEST_PG_URL = 'TEST_PG_URL'

let cluster: { server: EmbeddedPostgres; wanted: string } | undefined

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Asks the server to end at once: for moments when there is no time to wait. */
function quit(dataDir: string): void {
  try {
    const pid = Number(readFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    if (pid > 1) process.kill(pid, 'SIGQUIT')
  } catch {
    // It was not running.
  }
}

async function areaOf(wanted: string): Promise<string> {
  const note = await readFile(path.join(wanted, 'database-is-at.txt'), 'utf8').catch(() => '')
  return note.split('\n')[0] || wanted
}

/** Running clusters anywhere below: the launcher's own tests start several. */
async function areasIn(dir: string): Promise<string[]> {
  const files = await readdir(dir, { recursive: true })
  const pidFiles = files.filter((file) => file.endsWith(path.join('cluster', 'postmaster.pid')))
  return pidFiles.map((file) => path.dirname(path.dirname(path.join(dir, file))))
}

/** Ends and removes the clusters of earlier runs that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    const owner = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : undefined
    if (!owner || isAlive(owner)) continue
    const wanted = path.join(os.tmpdir(), name)
    try {
      for (const area of [await areaOf(wanted), ...(await areasIn(wanted))]) quit(area)
      await removePlace(wanted)
    } catch {
      // Another user's leftovers are that user's to remove.
    }
  }
}

/** jest ends without its global teardown when it is interrupted. */
function endWithUs(signal: NodeJS.Signals, code: number): void {
  process.once(signal, () => {
    if (cluster) {
      quit(cluster.server.dataDir)
      execFileSync('rm', ['-rf', cluster.server.dataDir, cluster.wanted])
    }
    process.exit(code)
  })
}

/** Starts the one cluster of this jest run; the workers find it through the environment. */
export async function startThrowawayCluster(): Promise<void> {
  await sweep()
  const wanted = await mkdtemp(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`))
  const server = await ensurePostgres({ dataDir: wanted, throwaway: true, log: () => undefined })
  cluster = { server, wanted }
  process.env[TEST_PG_URL] = server.url
  endWithUs('SIGINT', 130)
  endWithUs('SIGTERM', 143)
}

/** Ends the cluster and removes every trace of it. */
export async function stopThrowawayCluster(): Promise<void> {
  if (!cluster) return
  const { server, wanted } = cluster
  cluster = undefined
  await server.stop()
  await removePlace(wanted)
}
