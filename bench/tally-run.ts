import { tally } from '@yishiting/domain/owners/tally'
import { election } from './tally-election'

/** What one run of the tally found: time in ms, the highest resident memory of the process in bytes, and what was counted. */
export interface TallyRun {
  ms: number
  peakBytes: number
  dispositions: number
  participating: number
  conflicts: number
}

const KIB = 1024
const ballots = Number(process.argv[2])
const input = election(ballots)
const began = performance.now()
const counted = tally(input)
const ms = performance.now() - began
const run: TallyRun = {
  ms,
  // In kilobytes on Linux and macOS alike (libuv makes it so).
  peakBytes: process.resourceUsage().maxRSS * KIB,
  dispositions: counted.dispositions.size,
  participating: counted.items[0]?.totals.participating.people ?? 0,
  conflicts: counted.conflicts.length,
}
console.log(JSON.stringify(run))
