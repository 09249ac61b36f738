import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createTestDatabase } from './database'

export interface ServerProcess {
  /** e.g. http://127.0.0.1:40123 */
  url: string
  child: ChildProcess
  stop(): Promise<void>
}

const READY_WITHIN = 60_000

/** Waits for the address that the server tells its parent once it listens; its last words otherwise. */
function ready(child: ChildProcess): Promise<string> {
  const words: string[] = []
  child.stdout?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => words.push(chunk.toString()))
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the server ${why}: ${words.join('').slice(-2000)}`))
    const timer = setTimeout(() => fail('was not ready in time'), READY_WITHIN)
    child.once('message', (message) => {
      clearTimeout(timer)
      resolve((message as { address: string }).address)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(`ended with ${code}`)
    })
  })
}

/** The real server in a process of its own, on a fresh database of this jest run, with the demo compound unless said otherwise. */
export async function startServerProcess(
  options: { env?: Record<string, string> } = {},
): Promise<ServerProcess> {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'hall-process-'))
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve('server/main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      YISHITING_DATA: dataDir,
      DEMO: '1',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      ...options.env,
    },
  })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(force)
    }
    await database.drop()
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    return { url: await ready(child), child, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
