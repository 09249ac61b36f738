import { randomBytes } from 'node:crypto'
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Binaries } from './binaries'
import { PostgresLaunchError } from './errors'
import type { Place } from './place'
import { exists } from './reach'
import { isAlive, run } from './run'

export const SUPERUSER = 'yishiting'

const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
const DRAFT = 'draft-'

const passwordFile = (dir: string): string => path.join(dir, 'yishiting.password')

/** The superuser's password. Throws `password-lost` when its file is gone. */
export async function readPassword(place: Place): Promise<string> {
  const password = await readFile(passwordFile(place.cluster), 'utf8').catch(() => '')
  if (password) return password.trim()
  throw new PostgresLaunchError(
    'password-lost',
    `找不到数据库密码文件 ${passwordFile(place.cluster)}:请从备份恢复该文件,或换一个 YISHITING_DATA。 / ` +
      `The database's password file ${passwordFile(place.cluster)} is missing: restore it from a backup, or choose another YISHITING_DATA.`,
  )
}

/** What an interrupted creation left behind holds no data yet; another process may be at it right now. */
async function sweepDrafts(area: string): Promise<void> {
  for (const name of await readdir(area)) {
    const maker = name.startsWith(DRAFT) ? Number.parseInt(name.slice(DRAFT.length), 10) : undefined
    if (!maker || (maker !== process.pid && isAlive(maker))) continue
    await rm(path.join(area, name), { recursive: true, force: true })
  }
}

/**
 * Creates the cluster when there is none: made beside its place and moved there in one step, so that a creation that
 * was killed half-way is never mistaken for data.
 */
export async function createCluster(place: Place, binaries: Binaries): Promise<boolean> {
  if (await exists(place.cluster)) return false
  await sweepDrafts(place.area)
  const draft = path.join(place.area, `${DRAFT}${process.pid}-${randomBytes(4).toString('hex')}`)
  const password = `${draft}.password`
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  if (place.user) await chown(password, place.user.uid, place.user.gid)
  const made = await run(
    binaries.initdb,
    [
      '-D',
      draft,
      `--username=${SUPERUSER}`,
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      ...LOCALE,
      '--no-instructions',
    ],
    { user: place.user },
  )
  if (made.code !== 0) {
    await sweepDrafts(place.area)
    throw new PostgresLaunchError(
      'start-failed',
      `建不了数据库(initdb):/ could not create the database (initdb) in ${place.area}:\n${made.stderr || made.stdout}`,
    )
  }
  await rename(password, passwordFile(draft))
  await rename(draft, place.cluster).catch(async (error: unknown) => {
    // Another process starting at the same moment was first: its cluster is the one.
    await sweepDrafts(place.area)
    if (!(await exists(place.cluster))) throw error
  })
  return true
}
