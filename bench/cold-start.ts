import { type Result, result } from './result'
import { inTempDir, startServer } from './server'

const LIMIT_MS = 5_000

/** The server's second start on data that are there: embedded PostgreSQL, migrations, the demo compound already filled. */
export async function coldStart(): Promise<Result[]> {
  return inTempDir(async (folder) => {
    const env = { YISHITING_DATA: folder, DEMO: '1' }
    const first = await startServer(env)
    await first.stop()
    const second = await startServer(env)
    await second.stop()
    return [result('second-start', second.startedIn, 'ms', 'ready within', LIMIT_MS)]
  })
}
