import { spawn } from 'node:child_process'
import path from 'node:path'

const WORDS = 4000

export interface Guest {
  /** Resolves when he has done what he came for. @throws with his last words otherwise */
  done(): Promise<void>
  stop(): void
}

/** Somebody with the compiled mini-program, in a process of his own: it needs another world around it than a browser does. */
export function inviteGuest(name: string, env: Record<string, string>): Guest {
  const child = spawn(
    process.execPath,
    [
      path.resolve('node_modules/jest/bin/jest.js'),
      '--ci',
      '--selectProjects',
      'guest',
      '--testPathPatterns',
      name,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env, NODE_ENV: 'test' } },
  )
  const said: string[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    async done() {
      const code = await ended
      if (code !== 0) throw new Error(`${name} ended with ${code}: ${said.join('').slice(-WORDS)}`)
    },
    stop: () => void child.kill('SIGTERM'),
  }
}
