import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PostgresLaunchError, PostgresMajorMismatchError } from './errors'
import { findOsUser, type OsUser, serverUser, weAreRoot } from './os-user'
import { canWalkTo, exists, makeDirs, realPath } from './reach'
import { run } from './run'

/** Where a database lies, and who runs it. */
export interface Place {
  /** The area: cluster, log and scratch files. Mode 0700, owned by whoever runs the server. */
  area: string
  /** The cluster itself (PGDATA). */
  cluster: string
  /** Undefined: we ourselves. */
  user: OsUser | undefined
}

export interface PlaceOptions {
  /** Where root keeps what the unprivileged user must reach. */
  sharedDir: string
  major: string
  log: (line: string) => void
}

const clusterOf = (area: string): string => path.join(area, 'cluster')

/** Left in the wanted directory when the data had to go elsewhere; removing it means starting afresh. */
const noteOf = (wanted: string): string => path.join(wanted, 'database-is-at.txt')

/** Stops before anything is touched when the directory holds somebody else's, or another major's, data. */
async function refuseForeignData(area: string, major: string): Promise<void> {
  for (const dir of [clusterOf(area), area, path.dirname(area)]) {
    const found = await readFile(path.join(dir, 'PG_VERSION'), 'utf8').catch(() => '')
    if (found && found.trim() !== major) throw new PostgresMajorMismatchError(dir, found.trim(), major)
    if (found && dir !== clusterOf(area)) {
      throw new PostgresLaunchError(
        'foreign-data',
        `${dir} 是别的 PostgreSQL 的数据目录,不会在里面写任何东西:请换一个 YISHITING_DATA。 / ` +
          `${dir} is the data directory of another PostgreSQL server; nothing is written there: choose another YISHITING_DATA.`,
      )
    }
  }
}

async function readNote(wanted: string): Promise<string | undefined> {
  const text = await readFile(noteOf(wanted), 'utf8').catch(() => '')
  return text.split('\n')[0] || undefined
}

function unreachable(area: string, who: string): PostgresLaunchError {
  return new PostgresLaunchError(
    'unreachable-data',
    `已有的数据在 ${area},但用户 ${who} 进不去;数据原样未动。请用上次运行的身份(例如 root)启动,` +
      `或放开上级目录的权限,或换一个 YISHITING_DATA。 / The existing data in ${area} are out of reach of the user ` +
      `${who}; nothing was touched. Start as whoever ran it last (root?), open the directories above, or choose another YISHITING_DATA.`,
  )
}

/** An existing cluster keeps its owner; one that root restored from a backup goes to the server's account. */
async function ownerOf(cluster: string, log: PlaceOptions['log']): Promise<OsUser> {
  const { uid, gid } = await stat(cluster)
  if (uid !== 0) return (await findOsUser(String(uid))) ?? { name: String(uid), uid, gid }
  const user = await serverUser(log)
  await run('chown', ['-R', `${user.uid}:${user.gid}`, cluster])
  await chmod(cluster, 0o700)
  return user
}

async function placeForOurselves(wanted: string): Promise<Place> {
  const area = (await readNote(wanted)) ?? wanted
  const cluster = clusterOf(area)
  const owner = await stat((await exists(cluster)) ? cluster : area).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unreachable(area, String(process.getuid?.()))
  })
  if (owner && process.getuid && owner.uid !== process.getuid())
    throw unreachable(area, String(process.getuid()))
  await mkdir(area, { recursive: true })
  await chmod(area, 0o700)
  return { area, cluster, user: undefined }
}

/** Makes the area for `user`; false when the file system does not let it be given away. */
async function prepare(area: string, user: OsUser): Promise<boolean> {
  // Parents only need to be walked through, not listed.
  await makeDirs(path.dirname(area), 0o711)
  await makeDirs(area, 0o700)
  await chown(area, user.uid, user.gid).catch(() => undefined)
  await chmod(area, 0o700)
  return (await stat(area)).uid === user.uid
}

async function placeForRoot(wanted: string, options: PlaceOptions): Promise<Place> {
  const { sharedDir, log } = options
  const noted = await readNote(wanted)
  const known = noted ?? wanted
  if (await exists(clusterOf(known))) {
    const user = await ownerOf(clusterOf(known), log)
    if (!(await canWalkTo(clusterOf(known), user))) throw unreachable(known, user.name)
    return { area: known, cluster: clusterOf(known), user }
  }
  const user = await serverUser(log)
  if (!noted && (await canWalkTo(wanted, user)) && (await prepare(wanted, user))) {
    return { area: wanted, cluster: clusterOf(wanted), user }
  }
  const hash = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const area = noted ?? path.join(sharedDir, `data-${hash}-${randomBytes(3).toString('hex')}`)
  await makeDirs(sharedDir, 0o755)
  await prepare(area, user)
  await makeDirs(wanted, 0o700)
  await writeFile(noteOf(wanted), `${area}\n`)
  log(
    `用户 ${user.name} 进不去 ${wanted},数据库改放在 ${area} / ${wanted} is out of reach of the user ${user.name}: ` +
      `the database lies in ${area}`,
  )
  return { area, cluster: clusterOf(area), user }
}

/**
 * Decides where the data of `wanted` lie and who runs the server. The decision is kept: data once made are found
 * again, or an error is thrown; an empty database never silently takes the place of existing data.
 */
export async function choosePlace(wanted: string, options: PlaceOptions): Promise<Place> {
  const real = await realPath(wanted)
  await refuseForeignData(real, options.major)
  const noted = await readNote(real)
  if (noted) await refuseForeignData(noted, options.major)
  return weAreRoot() ? placeForRoot(real, options) : placeForOurselves(real)
}

/** Removes a throw-away database and everything about it. The server must have been stopped. */
export async function removePlace(wanted: string): Promise<void> {
  const noted = await readNote(await realPath(wanted))
  if (noted) await rm(noted, { recursive: true, force: true })
  await rm(wanted, { recursive: true, force: true })
}
