import { type ChildProcess, spawn } from 'node:child_process'
import { atEnd } from './cleanup'

export interface Started<T> {
  /** What told that it was ready. */
  told: T
  /** From starting the process to that moment, in ms. */
  startedIn: number
  pid: number
  /** Ends it as Ctrl-C does and resolves when it is gone. */
  stop(): Promise<void>
}

const READY_WITHIN = 180_000
const GONE_WITHIN = 30_000

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), GONE_WITHIN)
  await gone
  clearTimeout(force)
}

/**
 * Starts a script of the project with this very Node in a process of its own.
 * @param ready resolves with the first sign of readiness
 * @throws when the process ends, or 180 s pass, before that; it is ended then.
 */
export async function startProcess<T>(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  ready: (child: ChildProcess) => Promise<T>,
): Promise<Started<T>> {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  })
  const stop = atEnd(() => end(child))
  const words: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      words.push(chunk.toString())
      words.splice(0, words.length - 50)
    })
  try {
    const told = await new Promise<T>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${args.join(' ')} ${why}:\n${words.join('')}`))
      const limit = setTimeout(() => fail('was not ready in time'), READY_WITHIN)
      child.once('exit', (code, signal) => {
        clearTimeout(limit)
        fail(`ended with ${code ?? signal}`)
      })
      ready(child).then((sign) => {
        clearTimeout(limit)
        resolve(sign)
      }, reject)
    })
    return { told, startedIn: performance.now() - began, pid: child.pid ?? 0, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The real server in a process of its own; settings through the environment, as in production. `told` is its address. */
export function startServer(env: NodeJS.ProcessEnv): Promise<Started<string>> {
  const settings = { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'warn', NODE_ENV: 'production' }
  return startProcess(
    ['--import', 'tsx', 'server/main.ts'],
    { ...settings, ...env } as NodeJS.ProcessEnv,
    (child) =>
      new Promise((resolve) => {
        child.once('message', (message) => resolve((message as { address: string }).address))
      }),
  )
}
