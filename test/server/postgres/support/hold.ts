import { ensurePostgres } from '../../../../server/platform/postgres'

/** A process that has the database and does nothing, for tests that kill it. Prints one JSON line when ready. */
async function hold(): Promise<void> {
  const [dataDir = '', sharedDir] = process.argv.slice(2)
  const log: string[] = []
  const server = await ensurePostgres({ dataDir, sharedDir, log: (line) => log.push(line), throwaway: true })
  console.log(JSON.stringify({ url: server.url, adopted: server.adopted, dataDir: server.dataDir, log }))
  setInterval(() => undefined, 60_000)
}

hold().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
