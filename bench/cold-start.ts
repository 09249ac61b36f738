import { freePort } from '../server/platform/postgres/pg-ctl'
import { type Started, startProcess } from './process'
import { median, type Result, result, say } from './result'
import { inTempDir } from './temp-dir'

const LIMIT_MS = 5_000
const ROUNDS = 3

/** `npm start` itself, until it says that it is ready: builds looked at, PostgreSQL, migrations, demo compound, API, H5. */
async function start(folder: string): Promise<Started<true>> {
  const port = await freePort()
  const env = {
    YISHITING_DATA: folder,
    DATABASE_URL: undefined,
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: '1',
    LOG_LEVEL: 'warn',
    // Another port would otherwise mean another mini-program, and a build of it.
    API_BASE: '',
  }
  return startProcess(
    ['scripts/start.mjs'],
    env as unknown as NodeJS.ProcessEnv,
    (child) =>
      new Promise((resolve) => {
        child.stdout?.on('data', (chunk: Buffer) => chunk.includes('议事厅已就绪') && resolve(true))
      }),
  )
}

/** Every start after the first: the screens are built, the data are there. */
export async function coldStart(): Promise<Result[]> {
  return inTempDir(async (folder) => {
    const first = await start(folder)
    await first.stop()
    say(`the first start, which fills the demo compound: ${Math.round(first.startedIn)} ms`)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const again = await start(folder)
      await again.stop()
      times.push(again.startedIn)
    }
    say(`starts after it: ${times.map(Math.round).join(', ')} ms`)
    return [result('cold-start-second-ms', median(times), 'ms', 'ready within 5 s', LIMIT_MS)]
  })
}
