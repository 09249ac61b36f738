import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Process ids come round again: after this long the holder is somebody else. */
const LONGEST_MS = 15 * 60_000

async function isStale(file) {
  const holder = Number(await readFile(file, 'utf8'))
  const { mtimeMs } = await stat(file)
  return holder === process.pid || (holder > 0 && !isAlive(holder)) || Date.now() - mtimeMs > LONGEST_MS
}

async function take(file) {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (await isStale(file).catch(() => false)) await rm(file, { force: true })
    return false
  }
}

/** Runs `work` while no other process holds the lock file; a lock whose holder has died is taken over. */
export async function withLock(file, work) {
  await mkdir(path.dirname(file), { recursive: true })
  while (!(await take(file))) await sleep(200)
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}
