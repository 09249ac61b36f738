import { chmod, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { OsUser } from './os-user'

const READ = 4
const ENTER = 1

/** Whether the path exists (also when it is a broken link or not ours to read). */
export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  )
}

/** Permission bits as the kernel reads them: owner, else group, else everybody. Access lists are not looked at. */
async function allows(file: string, user: OsUser, bits: number): Promise<boolean> {
  const { uid, gid, mode } = await stat(file)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}

function ancestors(file: string): string[] {
  const parent = path.dirname(file)
  return parent === file ? [] : [...ancestors(parent), parent]
}

/** The same path with every link in its existing part followed. */
export async function realPath(file: string): Promise<string> {
  const absolute = path.resolve(file)
  if (await exists(absolute)) return realpath(absolute)
  return path.join(await realPath(path.dirname(absolute)), path.basename(absolute))
}

/** Whether `user` can walk down to `file`; parts that do not exist yet do not stand in the way. */
export async function canWalkTo(file: string, user: OsUser): Promise<boolean> {
  for (const dir of ancestors(await realPath(file))) {
    if ((await exists(dir)) && !(await allows(dir, user, ENTER))) return false
  }
  return true
}

/** Whether `user` can walk to an existing file and read it (and run it, when `execute`). */
export async function canUse(file: string, user: OsUser, execute = false): Promise<boolean> {
  return (await canWalkTo(file, user)) && (await allows(file, user, execute ? READ | ENTER : READ))
}

/** Makes a directory and its missing parents with exactly this mode, whatever the umask. */
export async function makeDirs(dir: string, mode: number): Promise<void> {
  if (await exists(dir)) return
  await makeDirs(path.dirname(dir), mode)
  await mkdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await chmod(dir, mode)
}
