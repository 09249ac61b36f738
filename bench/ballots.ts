import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Pool } from 'pg'
import { ensurePostgres } from '../server/platform/postgres'
import { cpuOf, cpuOfChildren } from './ballots/cpu'
import { castOverHttp, quantile } from './ballots/http'
import { castWithPgbench, findPgbench } from './ballots/pgbench'
import { addVoters, type Voters } from './ballots/voters'
import { startServer } from './process'
import { median, type Result, result, say } from './result'
import { inTempDir, postgresIn } from './temp-dir'

const VOTERS = 20_480
const ROUNDS = 5
/** Clients, and how many ballots in a round: one at a time is slow. */
const LOADS: readonly { clients: number; count: number }[] = [
  { clients: 1, count: 2_048 },
  { clients: 32, count: VOTERS },
  { clients: 128, count: VOTERS },
]
const FULL = 128
const P99_WITHIN_MS = 50
const WARM_UP = 2
const BACKENDS_GONE_MS = 500

const rateName = (clients: number): string => `ballots-per-second-${clients}`
const P99 = `ballots-p99-${FULL}`
const CPU = `ballots-cpu-us-${FULL}`
export const BALLOTS_NAMES = [...LOADS.map(({ clients }) => rateName(clients)), P99, CPU]

interface Machine {
  url: string
  database: string
  pgbench: string
  pool: Pool
  voters: Voters
  serverPid: number
  postmasterPid: number
}

interface Round {
  clients: number
  http: number
  pgbench: number
  p50: number
  p99: number
  /** µs a ballot: of the server's process, and of PostgreSQL's, while the server casts; and of PostgreSQL's under pgbench. */
  serverCpu: number
  postgresCpu: number
  pgbenchCpu: number
}

/** A rate with rows missing would prove nothing. */
async function expectRows({ pool, voters }: Machine, voteId: string, count: number): Promise<void> {
  const { rows } = await pool.query(
    `select (select count(*) from owner_ballots where compound_id = $1 and vote_id = $2) as ballots,
      (select count(*) from journal where compound_id = $1 and vote_id = $2 and kind = 'vote_ballot') as entries`,
    [voters.compoundId, voteId],
  )
  const { ballots, entries } = rows[0]
  if (Number(ballots) !== count || Number(entries) !== count)
    throw new Error(`of ${count} ballots there are ${ballots}, with ${entries} rows of the journal`)
}

async function overHttp(machine: Machine, job: { voteId: string; count: number; clients: number }) {
  await machine.pool.query('checkpoint')
  const before = [cpuOf(machine.serverPid), cpuOfChildren(machine.postmasterPid)] as const
  const report = await castOverHttp(machine.url, machine.voters, job)
  const server = cpuOf(machine.serverPid) - before[0]
  const postgres = cpuOfChildren(machine.postmasterPid) - before[1]
  await expectRows(machine, job.voteId, job.count)
  const perBallot = (ms: number) => (ms * 1000) / job.count
  return { report, serverCpu: perBallot(server), postgresCpu: perBallot(postgres) }
}

async function withPgbench(machine: Machine, job: { voteId: string; count: number; clients: number }) {
  await machine.pool.query('checkpoint')
  const before = cpuOfChildren(machine.postmasterPid)
  const rate = await castWithPgbench(machine.pgbench, machine.database, machine.voters, job)
  // A backend that is ending is no child any more and not yet among those that have ended.
  await sleep(BACKENDS_GONE_MS)
  const cpu = cpuOfChildren(machine.postmasterPid) - before
  await expectRows(machine, job.voteId, job.count)
  return { rate, cpu: (cpu * 1000) / job.count }
}

async function measure(
  machine: Machine,
  load: (typeof LOADS)[number],
  round: number,
  votes: [string, string],
) {
  const [httpVote, pgbenchVote] = votes
  const cast = () => overHttp(machine, { ...load, voteId: httpVote })
  const bench = () => withPgbench(machine, { ...load, voteId: pgbenchVote })
  // The machine's own noise falls on both alike: they take turns, and in being first too.
  const isFirst = round % 2 === 0
  const early = isFirst ? undefined : await bench()
  const http = await cast()
  const pg = early ?? (await bench())
  const found: Round = {
    clients: load.clients,
    http: (load.count * 1000) / http.report.ms,
    pgbench: pg.rate,
    p50: quantile(http.report.latencies, 0.5),
    p99: quantile(http.report.latencies, 0.99),
    serverCpu: http.serverCpu,
    postgresCpu: http.postgresCpu,
    pgbenchCpu: pg.cpu,
  }
  const n = Math.round
  say(
    `${load.clients} clients: HTTP ${n(found.http)}/s (p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms, CPU a ballot: server ${n(found.serverCpu)} µs + PostgreSQL ${n(found.postgresCpu)} µs), ` +
      `pgbench ${n(found.pgbench)}/s (PostgreSQL ${n(found.pgbenchCpu)} µs)`,
  )
  return found
}

function resultsOf(rounds: readonly Round[]): Result[] {
  const middle = (clients: number, of: (round: Round) => number) =>
    median(rounds.filter((round) => round.clients === clients).map(of))
  const cpu = (round: Round) => round.serverCpu + round.postgresCpu
  return [
    ...LOADS.map(({ clients }) => {
      const limit = `pgbench making the same rows with one statement, ${clients} clients: to be reached (ratio at least 1${clients === FULL ? '' : ' asked at 128 only'})`
      const pg = middle(clients, ({ pgbench }) => pgbench)
      return result(
        rateName(clients),
        middle(clients, ({ http }) => http),
        'ballots/s',
        limit,
        pg,
      )
    }),
    result(
      P99,
      middle(FULL, ({ p99 }) => p99),
      'ms',
      `p99 at ${FULL} clients`,
      P99_WITHIN_MS,
    ),
    result(
      CPU,
      middle(FULL, cpu),
      'µs',
      `server and PostgreSQL together (server ${Math.round(middle(FULL, ({ serverCpu }) => serverCpu))} µs); PostgreSQL alone under pgbench`,
      middle(FULL, ({ pgbenchCpu }) => pgbenchCpu),
    ),
  ]
}

async function postmasterOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query("select setting from pg_settings where name = 'data_directory'")
  const file = await readFile(path.join(rows[0].setting, 'postmaster.pid'), 'utf8')
  return Number(file.split('\n')[0])
}

/** Signed-in owners cast over HTTP, against pgbench on the same PostgreSQL in the same minutes. */
export async function ballotsBench(): Promise<Result[]> {
  const pgbench = await findPgbench()
  return inTempDir(async (folder) => {
    const postgres = await ensurePostgres({ dataDir: postgresIn(folder), log: say })
    const env = { DATABASE_URL: postgres.url, YISHITING_DATA: folder, DEMO: '0' }
    const server = await startServer(env as unknown as NodeJS.ProcessEnv)
    const pool = new Pool({ connectionString: postgres.url, max: 1 })
    try {
      const votes = WARM_UP + LOADS.length * ROUNDS * 2
      say(`${VOTERS} voters, signed in, in ${votes} votes …`)
      const voters = await addVoters(pool, VOTERS, votes)
      const machine: Machine = {
        url: server.told,
        database: postgres.url,
        pgbench,
        pool,
        voters,
        serverPid: server.pid,
        postmasterPid: await postmasterOf(pool),
      }
      const left = [...voters.votes]
      const vote = () => left.pop() as string
      for (let round = 0; round < WARM_UP; round += 1)
        await castOverHttp(server.told, voters, { voteId: vote(), count: VOTERS, clients: FULL })
      const rounds: Round[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        for (const load of LOADS) rounds.push(await measure(machine, load, round, [vote(), vote()]))
      return resultsOf(rounds)
    } finally {
      await pool.end()
      await server.stop()
      await postgres.stop()
    }
  })
}
