import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { say } from '../result'
import type { Voters } from './voters'

const run = promisify(execFile)
const DEBIAN = '/usr/lib/postgresql'
const TPS = /^tps = ([\d.]+)/m
const DONE = /transactions actually processed: (\d+)/

/** Debian keeps the tools of each version apart; the newest is taken. */
async function onThisMachine(): Promise<string | undefined> {
  const inPath = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, 'pgbench'))
  const versions = existsSync(DEBIAN) ? await readdir(DEBIAN) : []
  const debian = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(DEBIAN, version, 'bin/pgbench'))
  return [...debian, ...inPath].find((file) => existsSync(file))
}

/** @throws with what is to be installed, where it is missing and cannot be had */
export async function findPgbench(): Promise<string> {
  const found = await onThisMachine()
  if (found) return found
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (canInstall) {
    say('pgbench is missing: installing postgresql-contrib …')
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql-contrib']).catch((error) =>
      say(String(error)),
    )
  }
  const installed = await onThisMachine()
  if (installed) return installed
  throw new Error(
    'pgbench is not on this machine; it comes with postgresql-contrib (Debian: apt-get install postgresql-contrib)',
  )
}

/**
 * The same rows by PostgreSQL's own load generator: each client inserts its share of the keys, one statement and one commit each.
 * @returns transactions in a second, without the time to connect
 */
export async function castWithPgbench(
  program: string,
  url: string,
  voters: Voters,
  { voteId, count, clients }: { voteId: string; count: number; clients: number },
): Promise<number> {
  const each = Math.floor(count / clients)
  const variables = {
    n: '0',
    each: String(each),
    compound: voters.compoundId,
    vote: voteId,
    item: voters.itemId,
  }
  const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const threads = String(Math.min(2, clients))
  const { stdout } = await run(program, [
    ...['-n', '-M', 'prepared', '-f', path.join(__dirname, 'cast.sql')],
    ...['-c', String(clients), '-j', threads, '-t', String(each)],
    ...defined,
    url,
  ])
  if (Number(DONE.exec(stdout)?.[1]) !== each * clients) throw new Error(`pgbench did not finish:\n${stdout}`)
  return Number(TPS.exec(stdout)?.[1])
}
