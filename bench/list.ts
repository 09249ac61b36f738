import path from 'node:path'
import autocannon from 'autocannon'
import { Pool } from 'pg'
import { ensurePostgres, removePlace } from '../server/platform/postgres'
import { addMatters, type BenchCompound } from './matters'
import { median, type Result, result } from './result'
import { inTempDir, startServer } from './server'

const CONNECTIONS = 32
const SECONDS = 4
const ROUNDS = 5
const SLOWER_AT_MOST = 1.3

async function p99(url: string, compound: BenchCompound, query: string): Promise<number> {
  const run = await autocannon({
    url: `${url}/api/compounds/${compound.id}/matters?limit=20${query}`,
    headers: { authorization: `Bearer ${compound.token}` },
    connections: CONNECTIONS,
    duration: SECONDS,
  })
  if (run.non2xx > 0 || run.errors > 0) throw new Error(`${run.non2xx} refused, ${run.errors} errors`)
  return run.latency.p99
}

/** The machine's own noise falls on both alike: the two sizes take turns, and medians are compared. */
async function compare(url: string, small: BenchCompound, large: BenchCompound, query: string) {
  const [ofSmall, ofLarge]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    ofSmall.push(await p99(url, small, query))
    ofLarge.push(await p99(url, large, query))
  }
  return { small: median(ofSmall), large: median(ofLarge) }
}

const LISTS = { '': '', '-by-stage': '&stage=act', '-mine': '&mine=true' }

/** A list of 20 out of 100,000 matters against the same out of 1,000: server p99 at 32 connections. */
export async function matterLists(): Promise<Result[]> {
  return inTempDir(async (folder) => {
    const dataDir = path.join(folder, 'postgres')
    const postgres = await ensurePostgres({ dataDir, log: () => undefined })
    const server = await startServer({ DATABASE_URL: postgres.url, YISHITING_DATA: folder, DEMO: '0' })
    const pool = new Pool({ connectionString: postgres.url, max: 2 })
    try {
      const small = await addMatters(pool, 1_000)
      const large = await addMatters(pool, 100_000)
      await pool.query('vacuum analyze')
      const results: Result[] = []
      for (const [name, query] of Object.entries(LISTS)) {
        await p99(server.url, large, query)
        const found = await compare(server.url, small, large, query)
        const limit = `p99 of the same list out of 1,000 matters (${found.small} ms) × ${SLOWER_AT_MOST}`
        results.push(
          result(`matters-list-p99${name}`, found.large, 'ms', limit, found.small * SLOWER_AT_MOST),
        )
      }
      return results
    } finally {
      await pool.end()
      await server.stop()
      await postgres.stop()
      await removePlace(dataDir)
    }
  })
}
