import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface Held {
  url: string
  adopted: boolean
  dataDir: string
  log: string[]
}

const root = path.resolve(__dirname, '../../../..')

export interface HoldOptions {
  /** The project to run it from; this one when absent. */
  tree?: string
  sharedDir?: string
  umask?: string
}

/** Runs hold.ts in a process of its own; `held` resolves when its database answers. */
export function startHolder(
  dataDir: string,
  options: HoldOptions,
): { child: ChildProcess; held: Promise<Held> } {
  const { tree = root, sharedDir, umask = '022' } = options
  const program = path.join(tree, 'test/server/postgres/support/hold.ts')
  const tsx = path.join(root, 'node_modules/tsx/dist/loader.mjs')
  const words = [process.execPath, '--import', tsx, program, dataDir, ...(sharedDir ? [sharedDir] : [])]
  const child = spawn('/bin/sh', ['-c', `umask ${umask}; exec "$@"`, 'sh', ...words], { cwd: tree })
  return { child, held: firstLine(child) }
}

function firstLine(child: ChildProcess): Promise<Held> {
  let output = ''
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('\n')) resolve(JSON.parse(output))
    })
    child.on('exit', (code) => reject(new Error(`hold.ts ended (${code}): ${complaint}`)))
  })
}

/** kill -9, and wait until the process is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
