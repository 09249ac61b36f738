import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { PEOPLE, STATEMENTS } from './opinion-matrix'
import type { OpinionRun } from './opinion-run'
import { median, type Result, result, say } from './result'

const ROUNDS = 5
const WITHIN_MS = 2_000

const [TIME, DIFFERENT] = ['opinion-map-ms', 'opinion-map-different-runs']
export const OPINION_NAMES = [TIME, DIFFERENT]

async function run(): Promise<OpinionRun> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bench/opinion-run.ts'])
  const found = JSON.parse(stdout) as OpinionRun
  // A map without groups would be quick.
  if (found.groups < 2 || found.grouped < PEOPLE / 2)
    throw new Error(`${found.groups} groups of ${found.grouped} people`)
  return found
}

/** The opinion map of a large compound, computed anew in a process of its own each time. */
export async function opinionBench(): Promise<Result[]> {
  const runs: OpinionRun[] = []
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await run())
  const [first] = runs as [OpinionRun]
  say(
    `${first.votes} answers, ${first.groups} groups, ${first.grouped} people in them: ${runs.map(({ ms }) => Math.round(ms)).join(', ')} ms`,
  )
  const kinds = new Set(runs.map(({ digest }) => digest)).size
  return [
    result(
      TIME,
      median(runs.map(({ ms }) => ms)),
      'ms',
      `${PEOPLE} people, ${STATEMENTS} statements, 30 % answered`,
      WITHIN_MS,
    ),
    result(DIFFERENT, kinds, 'results', `of the same answers in ${ROUNDS} processes: one`, 1),
  ]
}
