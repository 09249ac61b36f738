import { BALLOTS_NAMES, ballotsBench } from './ballots'
import { cleanUp } from './cleanup'
import { coldStart } from './cold-start'
import { LIST_NAMES, matterLists } from './list'
import { MEETING_NAMES, meetingBench } from './meeting'
import { OPINION_NAMES, opinionBench } from './opinion'
import { type Bench, say } from './result'
import { setData } from './setdata'
import { TALLY_NAMES, tallyBench } from './tally'
import { weappSize } from './weapp-size'

const BENCHES: readonly Bench[] = [
  { names: ['weapp-main-package-bytes', 'weapp-main-package-vs-empty'], run: weappSize },
  { names: ['setdata-open-matters-tab', 'setdata-tap-support'], run: setData },
  { names: ['cold-start-second-ms'], run: coldStart },
  { names: LIST_NAMES, run: matterLists },
  { names: BALLOTS_NAMES, run: ballotsBench },
  { names: TALLY_NAMES, run: tallyBench },
  { names: MEETING_NAMES, run: meetingBench },
  { names: OPINION_NAMES, run: opinionBench },
]

async function main(): Promise<void> {
  const all = BENCHES.flatMap(({ names }) => names)
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const unknown = asked.filter((name) => !all.includes(name))
  if (unknown.length > 0)
    throw new Error(`no such benchmark: ${unknown.join(', ')}; there are ${all.join(', ')}`)
  const isAsked = (name: string) => asked.length === 0 || asked.includes(name)
  for (const { names, run } of BENCHES) {
    const wanted = names.filter(isAsked)
    if (wanted.length === 0) continue
    say(`${wanted.join(', ')} …`)
    for (const line of await run(wanted)) if (isAsked(line.name)) console.log(JSON.stringify(line))
  }
}

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (isStopping) return
    isStopping = true
    void cleanUp().finally(() => process.exit(130))
  })

/** `npm run bench [-- names]`: one JSON line for each benchmark on standard output, everything else on standard error. */
main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
  .finally(cleanUp)
