import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const READY_WITHIN_MS = 90_000
const LAST_WORDS = 2000

/** The real server as it ships, with the pages it serves, on a port and a data directory of its own. */
export interface HallProcess {
  /** e.g. http://127.0.0.1:40123: the API and the pages. */
  url: string
  /** kill -9: no last word, no clean end. */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  start(): Promise<void>
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

/** Answers a moment apart until the server says that it can serve. */
async function untilReady(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const isReady = await fetch(`${url}/api/ready`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`the server was not ready: ${said.join('').slice(-LAST_WORDS)}`)
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isRunning(child)) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(force)
}

/** @param databaseUrl a database of one's own; else the embedded one in the data directory. */
export async function openHallProcess(databaseUrl?: string): Promise<HallProcess> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'hall-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  // However we end, the server does not outlive us.
  const endWithUs = () => child?.kill('SIGKILL')
  process.on('exit', endWithUs)

  const start = async () => {
    const said: string[] = []
    child = spawn(process.execPath, ['--import', 'tsx', path.resolve('server/main.ts')], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
        YISHITING_DATA: dataDir,
        DEMO: '1',
        PORT: String(port),
        HOST: '127.0.0.1',
        LOG_LEVEL: 'warn',
        NODE_ENV: 'production',
      },
    })
    child.stdout?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    await untilReady(url, child, said)
  }
  const stop = async () => {
    if (child) await end(child, 'SIGTERM')
    process.off('exit', endWithUs)
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await stop()
    throw error
  }
  return { url, start, stop, kill: async () => child && end(child, 'SIGKILL') }
}
