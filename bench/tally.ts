import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { median, type Result, result, say } from './result'
import type { TallyRun } from './tally-run'

const [SMALL, LARGE] = [100_000, 1_000_000]
const ROUNDS = 3
const WITHIN_MS = 3_000
const GIB = 1024 ** 3
/** Ten times the ballots may take ten times as long, and a little for what no longer fits the processor's own memory. */
const GROWTH_AT_MOST = 12

export const TALLY_NAMES = ['tally-million-ms', 'tally-million-peak-bytes', 'tally-growth-tenfold']

/** A process of its own for each run: the peak of memory is the process's, and no run warms another up. */
async function run(ballots: number): Promise<TallyRun> {
  const args = ['--import', 'tsx', 'bench/tally-run.ts', String(ballots)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const found = JSON.parse(stdout) as TallyRun
  // A tally that loses ballots would be fast.
  if (found.dispositions !== ballots || found.participating === 0 || found.conflicts === 0)
    throw new Error(`of ${ballots} ballots the tally accounts for ${found.dispositions}`)
  return found
}

/** A million ballots over 200,000 units and three items: changed votes, co-owners, papers read twice, conflicts, late ones. */
export async function tallyBench(): Promise<Result[]> {
  const small: TallyRun[] = []
  const large: TallyRun[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    small.push(await run(SMALL))
    large.push(await run(LARGE))
  }
  const times = (runs: readonly TallyRun[]) => runs.map(({ ms }) => Math.round(ms))
  say(`${SMALL} ballots in ${times(small).join(', ')} ms; ${LARGE} in ${times(large).join(', ')} ms`)
  const [few, many] = [median(small.map(({ ms }) => ms)), median(large.map(({ ms }) => ms))]
  const peak = Math.max(...large.map(({ peakBytes }) => peakBytes))
  return [
    result('tally-million-ms', many, 'ms', '1,000,000 ballots over 200,000 units in 3 s', WITHIN_MS),
    result('tally-million-peak-bytes', peak, 'bytes', 'resident memory of the whole process, 1 GiB', GIB),
    result(
      'tally-growth-tenfold',
      many / few,
      'times',
      `the time for ${SMALL} ballots × ${GROWTH_AT_MOST}`,
      GROWTH_AT_MOST,
    ),
  ]
}
