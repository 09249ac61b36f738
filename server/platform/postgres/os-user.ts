import { PostgresLaunchError } from './errors'
import { run } from './run'

/** The unprivileged account the server runs under when we are root (PostgreSQL refuses to run as root). */
export interface OsUser {
  name: string
  uid: number
  gid: number
}

export const weAreRoot = (): boolean => process.getuid?.() === 0

/** Looks an account up by name or numeric id; undefined when the machine has none. */
export async function findOsUser(nameOrUid: string): Promise<OsUser | undefined> {
  const [name, uid, gid] = await Promise.all([
    run('id', ['-un', nameOrUid]),
    run('id', ['-u', nameOrUid]),
    run('id', ['-g', nameOrUid]),
  ])
  if (name.code !== 0 || uid.code !== 0 || gid.code !== 0) return undefined
  return { name: name.stdout.trim(), uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** Distributions differ in which tool they have and which flags it knows. */
const waysToCreate = (name: string): [string, string[]][] => [
  [
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/', '--shell', '/bin/false', name],
  ],
  ['adduser', ['--system', '--group', '--no-create-home', '--home', '/', '--shell', '/bin/false', name]],
  ['adduser', ['-S', '-D', '-H', '-h', '/', '-s', '/bin/false', name]],
]

/** Creates a system account without a login; undefined when no tool of the machine can. */
export async function createOsUser(name: string): Promise<OsUser | undefined> {
  for (const [tool, args] of waysToCreate(name)) {
    await run(tool, args, { timeoutMs: 20_000 })
    const created = await findOsUser(name)
    if (created) return created
  }
  return undefined
}

/**
 * The account for a server started by root: `postgres` (macOS: `_postgres`), created when missing, else `nobody`.
 * Throws `no-os-user` when there is none at all.
 */
export async function serverUser(log: (line: string) => void): Promise<OsUser> {
  const existing = (await findOsUser('postgres')) ?? (await findOsUser('_postgres'))
  if (existing) return existing
  const created = await createOsUser('postgres')
  if (created) {
    log(`已建系统用户 postgres,数据库以它的身份运行 / created the system user postgres to run the database`)
    return created
  }
  const nobody = await findOsUser('nobody')
  if (nobody) return nobody
  throw new PostgresLaunchError(
    'no-os-user',
    '数据库不能以 root 运行,又建不了系统用户 postgres:请以普通用户运行,或先执行 useradd --system postgres。 / ' +
      'PostgreSQL refuses to run as root and the system user postgres could not be created: run as an ordinary ' +
      'user, or run `useradd --system postgres` first.',
  )
}
