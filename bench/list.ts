import autocannon from 'autocannon'
import { Pool } from 'pg'
import { ensurePostgres } from '../server/platform/postgres'
import { addMatters, type BenchCompound } from './matters'
import { startServer } from './process'
import { median, type Result, result, say } from './result'
import { inTempDir, postgresIn } from './temp-dir'

const CONNECTIONS = 32
const PAGE = 20
const SECONDS = 2
const ROUNDS = 15
const SLOWER_AT_MOST = 1.3
const [SMALL, LARGE] = [1_000, 100_000]

const QUERIES: Record<string, string> = {
  'matters-list-p99': '',
  'matters-list-by-stage-p99': '&stage=act',
  'matters-list-mine-p99': '&mine=true',
}

export const LIST_NAMES = Object.keys(QUERIES)

/** One list of one compound as a signed-in phone asks for it. */
interface List {
  url: string
  headers: { authorization: string }
}

const listOf = (base: string, compound: BenchCompound, query: string): List => ({
  url: `${base}/api/compounds/${compound.id}/matters?limit=${PAGE}${query}`,
  headers: { authorization: `Bearer ${compound.token}` },
})

/** An empty list, or a refusal, would be fast and prove nothing. */
async function check({ url, headers }: List): Promise<void> {
  const answer = await fetch(url, { headers })
  const { matters } = (await answer.json()) as { matters?: unknown[] }
  if (matters?.length !== PAGE)
    throw new Error(`${url} answered ${answer.status} with ${matters?.length} matters`)
}

async function p99(list: List, seconds = SECONDS): Promise<number> {
  const run = await autocannon({ ...list, connections: CONNECTIONS, duration: seconds })
  if (run.non2xx + run.errors > 0) throw new Error(`${list.url}: ${run.non2xx} refused, ${run.errors} errors`)
  return run.latency.p99
}

/** The machine's own noise falls on both alike: the two sizes take turns, the first of each round too, and medians are compared. */
async function compare(small: List, large: List): Promise<{ small: number; large: number }> {
  const [ofSmall, ofLarge]: [number[], number[]] = [[], []]
  for (const list of [small, large]) await p99(list, 1)
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 2 === 0) ofSmall.push(await p99(small))
    ofLarge.push(await p99(large))
    if (round % 2 === 1) ofSmall.push(await p99(small))
  }
  say(`p99 in ms out of ${SMALL}: ${ofSmall.join(', ')}; out of ${LARGE}: ${ofLarge.join(', ')}`)
  return { small: median(ofSmall), large: median(ofLarge) }
}

/** A list of 20 out of 100,000 matters of one compound against the same out of 1,000, over HTTP, at 32 connections. */
export async function matterLists(asked: readonly string[]): Promise<Result[]> {
  return inTempDir(async (folder) => {
    const postgres = await ensurePostgres({ dataDir: postgresIn(folder), log: say })
    const server = await startServer({
      DATABASE_URL: postgres.url,
      YISHITING_DATA: folder,
      DEMO: '0',
    } as unknown as NodeJS.ProcessEnv)
    const pool = new Pool({ connectionString: postgres.url, max: 1 })
    try {
      say(`filling a compound with ${SMALL} matters and one with ${LARGE} …`)
      const small = await addMatters(pool, SMALL)
      const large = await addMatters(pool, LARGE)
      await pool.query('vacuum analyze')
      const results: Result[] = []
      for (const name of asked) {
        const query = QUERIES[name] ?? ''
        const lists = [small, large].map((compound) => listOf(server.told, compound, query)) as [List, List]
        for (const list of lists) await check(list)
        const found = await compare(...lists)
        const limit = `p99 of the same list out of ${SMALL} matters (${found.small} ms) × ${SLOWER_AT_MOST}`
        results.push(result(name, found.large, 'ms', limit, found.small * SLOWER_AT_MOST))
      }
      return results
    } finally {
      await pool.end()
      await server.stop()
      await postgres.stop()
    }
  })
}
