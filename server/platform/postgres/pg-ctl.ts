import { readFile, rename, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import type { Binaries } from './binaries'
import type { Place } from './place'
import { run } from './run'

/** What one attempt to start came to. */
export type StartOutcome = { kind: 'started' } | { kind: 'locked' | 'port-taken' | 'failed'; tail: string }

const LOG_LIMIT_BYTES = 10_000_000

export const logFile = (place: Place): string => path.join(place.area, 'server.log')

/** A TCP port of the loopback that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

async function sizeOfLog(place: Place): Promise<number> {
  const size = await stat(logFile(place)).then(
    (found) => found.size,
    () => 0,
  )
  if (size < LOG_LIMIT_BYTES) return size
  await rename(logFile(place), `${logFile(place)}.1`)
  return 0
}

/** The last lines of the server's log, from `offset` bytes on. */
export async function logTail(place: Place, offset = 0): Promise<string> {
  const log = await readFile(logFile(place)).catch(() => Buffer.alloc(0))
  return log.subarray(offset).toString('utf8').trimEnd().split('\n').slice(-15).join('\n')
}

/** Settings given at every start, so that they never depend on what an older version wrote into the cluster. */
function settings(port: number, throwaway: boolean): string {
  const durable = throwaway ? 'off' : 'on'
  const given = {
    listen_addresses: '127.0.0.1',
    port,
    // No socket file: its path would have to be short, private and reachable by two users.
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
  }
  return Object.entries(given)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}

function verdict(tail: string): StartOutcome {
  if (/lock file "postmaster\.pid" already exists|shared memory block .* is still in use/.test(tail)) {
    return { kind: 'locked', tail }
  }
  if (/could not create any TCP\/IP sockets|could not bind/.test(tail)) return { kind: 'port-taken', tail }
  return { kind: 'failed', tail }
}

/** Starts the server as a daemon of its own: it outlives this process until `stopServer`. */
export async function startServer(
  place: Place,
  binaries: Binaries,
  options: { port: number; throwaway: boolean; timeoutSeconds: number },
): Promise<StartOutcome> {
  const offset = await sizeOfLog(place)
  const { port, throwaway, timeoutSeconds } = options
  const args = ['start', '-s', '-w', '-t', String(timeoutSeconds), '-D', place.cluster, '-l', logFile(place)]
  const started = await run(binaries.pgCtl, [...args, '-o', settings(port, throwaway)], {
    user: place.user,
    timeoutMs: (timeoutSeconds + 15) * 1000,
  })
  if (started.code === 0) return { kind: 'started' }
  const tail = await logTail(place, offset)
  return verdict([tail, started.stderr.trim()].filter(Boolean).join('\n'))
}

/** Ends the server after rolling back what is open; nothing committed is lost. Resolves when it is gone. */
export async function stopServer(place: Place, binaries: Binaries): Promise<void> {
  const stop = (mode: string) =>
    run(binaries.pgCtl, ['stop', '-s', '-w', '-t', '30', '-D', place.cluster, '-m', mode], {
      user: place.user,
    })
  const stopped = await stop('fast')
  if (stopped.code !== 0) await stop('immediate')
}
