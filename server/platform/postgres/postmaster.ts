import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, realpath, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isAlive, run } from './run'

/** The server of a cluster, as its postmaster.pid tells. */
export interface Postmaster {
  pid: number
  port: number
  /** Accepts connections; false while it starts, recovers or stops. */
  ready: boolean
}

const pidFile = (cluster: string): string => path.join(cluster, 'postmaster.pid')

type ProcessKind = 'postgres' | 'other' | 'dead'

async function commandOf(pid: number): Promise<{ zombie: boolean; command: string } | undefined> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (!status) return undefined
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return { zombie: /\) [ZX] /.test(status), command }
  }
  const listed = await run('ps', ['-o', 'stat=,command=', '-p', String(pid)])
  return { zombie: listed.stdout.trimStart().startsWith('Z'), command: listed.stdout }
}

async function kindOf(pid: number): Promise<ProcessKind> {
  const found = await commandOf(pid)
  if (!found || found.zombie) return 'dead'
  return found.command.includes('postgres') ? 'postgres' : 'other'
}

/** A process id that is certainly nobody's: a child of ours that has ended and been reaped. */
async function deadPid(): Promise<number | undefined> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid
}

/**
 * PostgreSQL refuses to start while the id in postmaster.pid is taken: by a zombie nobody reaps (common in
 * containers), or by another program after a reboot. The file stays, because it also names the shared memory that
 * tells whether orphaned backends still run; only the id is replaced.
 */
async function forgetPid(cluster: string, lines: string[]): Promise<void> {
  const pid = await deadPid()
  if (pid) await writeFile(pidFile(cluster), [String(pid), ...lines.slice(1)].join('\n'))
}

const real = (file: string): Promise<string> => realpath(file).catch(() => '')

/** A postmaster works inside its data directory, also after that was moved; elsewhere than on Linux its word counts. */
async function worksIn(pid: number, dataDir: string, cluster: string): Promise<boolean> {
  const [here, cwd, told] = await Promise.all([real(cluster), real(`/proc/${pid}/cwd`), real(dataDir)])
  return here === (cwd || told)
}

/** The running server of this cluster; undefined when there is none (a stale pid file is made harmless). */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const [pidLine, dataDir, , portLine] = lines
  const pid = Math.abs(Number(pidLine))
  if (!pid || !dataDir) return undefined
  if ((await kindOf(pid)) === 'postgres' && (await worksIn(pid, dataDir, cluster))) {
    return { pid, port: Number(portLine), ready: lines[7]?.trim() === 'ready' }
  }
  if (isAlive(pid)) await forgetPid(cluster, lines)
  return undefined
}
