import { coldStart } from './cold-start'
import { matterLists } from './list'
import type { Result } from './result'
import { setData } from './setdata'
import { weappSize } from './weapp-size'

const BENCHES: Record<string, () => Promise<Result[]>> = {
  list: matterLists,
  weapp: weappSize,
  setdata: setData,
  start: coldStart,
}

/** `npm run bench [-- list weapp …]`: one JSON line for each benchmark on standard output. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    for (const line of await bench()) console.log(JSON.stringify(line))
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
