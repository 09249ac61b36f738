import { readdirSync, readFileSync } from 'node:fs'

/** USER_HZ on every Linux that Node runs on: ticks of 10 ms. */
const TICK_MS = 10
const [PARENT, USER, SYSTEM, ENDED_USER, ENDED_SYSTEM] = [1, 11, 12, 13, 14]

/** The fields of /proc/<pid>/stat behind the name, which may itself hold spaces. */
function statOf(pid: number | string): number[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    // It ended in between.
    return undefined
  }
}

const spent = (stat: number[] | undefined): number => ((stat?.[USER] ?? 0) + (stat?.[SYSTEM] ?? 0)) * TICK_MS

/** Processor time that a process has taken so far, all threads, ms. */
export const cpuOf = (pid: number): number => spent(statOf(pid))

/** The same of all processes that it has ever started, whether they still run or have ended. */
export function cpuOfChildren(pid: number): number {
  const stat = statOf(pid)
  const ended = ((stat?.[ENDED_USER] ?? 0) + (stat?.[ENDED_SYSTEM] ?? 0)) * TICK_MS
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((child) => child?.[PARENT] === pid)
    .reduce((sum, child) => sum + spent(child), ended)
}
