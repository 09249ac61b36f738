import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, binariesPackage, usableBinaries } from './binaries'
import { createCluster, readPassword, SUPERUSER } from './cluster'
import { answers, createDatabase, databaseUrl, otherClients } from './database'
import { PostgresLaunchError } from './errors'
import { weAreRoot } from './os-user'
import { freePort, logFile, logTail, startServer, stopServer } from './pg-ctl'
import { choosePlace, type Place } from './place'
import { findPostmaster } from './postmaster'

export interface EnsurePostgresOptions {
  /** Directory wanted for the data; created when missing. Root may have to put them elsewhere (it is logged). */
  dataDir: string
  /** Receives whole sentences for people. */
  log: (line: string) => void
  /** Fixed TCP port; a free one is chosen when absent. A running server keeps the port it has. */
  port?: number
  /** For tests: nothing survives a power cut, everything is faster. */
  throwaway?: boolean
  /** Where root keeps programs and data that the unprivileged user must reach. */
  sharedDir?: string
}

export interface EmbeddedPostgres {
  /** Superuser's address of the database `yishiting`. */
  url: string
  /** The server was already running, left behind by a process that was killed. */
  adopted: boolean
  /** Where the data really lie. */
  dataDir: string
  /**
   * Ends the server and resolves when it is gone; close your own connections first. An adopted server that another
   * program is using as well is left running (it is logged).
   */
  stop(): Promise<void>
}

const DATABASE = 'yishiting'
const START_LIMIT_MS = 120_000
/** Containers reap a killed postmaster late, and orphaned backends need a moment to notice. */
const LOCKED_LIMIT_MS = 15_000
const PORT_ATTEMPTS = 5

async function startFailed(place: Place, said: string): Promise<PostgresLaunchError> {
  const tail = said || (await logTail(place))
  return new PostgresLaunchError(
    'start-failed',
    `数据库起不来,日志在 ${logFile(place)},最后几行如下。 / The database did not start; its log is ${logFile(place)} and ends:\n${tail}`,
  )
}

function portTaken(port: number): PostgresLaunchError {
  return new PostgresLaunchError(
    'port-taken',
    `数据库端口 ${port} 已被占用。 / The database port ${port} is taken by another program.`,
  )
}

/** Attaches to the running server or starts it; retries what heals by itself. */
async function running(
  place: Place,
  binaries: Binaries,
  options: EnsurePostgresOptions,
): Promise<{ port: number; adopted: boolean }> {
  const { port: fixedPort, throwaway = false } = options
  const password = await readPassword(place)
  const began = Date.now()
  let started = false
  let portsTried = 0
  while (Date.now() - began < START_LIMIT_MS) {
    const found = await findPostmaster(place.cluster)
    if (found) {
      const admin = databaseUrl(found.port, SUPERUSER, password, 'postgres')
      if (found.ready && (await answers(admin))) return { port: found.port, adopted: !started }
      await sleep(100)
      continue
    }
    const port = fixedPort ?? (await freePort())
    const outcome = await startServer(place, binaries, { port, throwaway, timeoutSeconds: 60 })
    if (outcome.kind === 'started') {
      started = true
      continue
    }
    if (outcome.kind === 'port-taken') {
      if (fixedPort) throw portTaken(fixedPort)
      portsTried += 1
    }
    const patient = outcome.kind === 'locked' && Date.now() - began < LOCKED_LIMIT_MS
    const recovering = (await findPostmaster(place.cluster)) !== undefined
    const otherPort = outcome.kind === 'port-taken' && portsTried < PORT_ATTEMPTS
    if (!patient && !recovering && !otherPort) throw await startFailed(place, outcome.tail)
    await sleep(300)
  }
  throw await startFailed(place, '')
}

/** Connections just closed take a moment to leave. */
async function isShared(url: string): Promise<boolean> {
  for (let waited = 0; waited < 2_000; waited += 200) {
    if ((await otherClients(url)) === 0) return false
    await sleep(200)
  }
  return true
}

/**
 * Makes sure the embedded PostgreSQL of `dataDir` runs, and that its database `yishiting` exists.
 *
 * The server is a daemon: it outlives a process that is killed, and the next call attaches to it. Works as an
 * ordinary user (everything in place) and as root (the server runs under an unprivileged account).
 *
 * @throws PostgresLaunchError, whose message says in Chinese and English what to do; PostgresMajorMismatchError when
 * the data belong to another major version. Nothing existing is changed then.
 */
export async function ensurePostgres(options: EnsurePostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, sharedDir = '/var/lib/yishiting' } = options
  const major = binariesPackage().version.split('.')[0] ?? ''
  const place = await choosePlace(dataDir, { sharedDir, major, log })
  const binaries = await usableBinaries(place.user, weAreRoot() ? sharedDir : place.area, log)
  const created = await createCluster(place, binaries)
  if (created) log(`已建数据库 ${place.area} / created the database in ${place.area}`)
  const { port, adopted } = await running(place, binaries, options)
  if (adopted) log(`接上了仍在运行的数据库 / attached to the database that was still running (port ${port})`)
  const password = await readPassword(place)
  const url = (name: string) => databaseUrl(port, SUPERUSER, password, name)
  await createDatabase(url('postgres'), DATABASE)
  const stop = async () => {
    if (adopted && (await isShared(url('postgres')))) {
      log('数据库还有别的程序在用,让它继续运行 / another program is using the database: it is left running')
    } else await stopServer(place, binaries)
  }
  return { url: url(DATABASE), adopted, dataDir: place.area, stop }
}
