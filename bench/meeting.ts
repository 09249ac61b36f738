import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { type OperationId, PATHS } from '@yishiting/domain/contract/paths'
import { Pool } from 'pg'
import { newId } from '../server/platform/ids'
import { ensurePostgres } from '../server/platform/postgres'
import { quantile } from './ballots/http'
import type { Ask, PhonesJob, PhonesReport, Told } from './meeting/phones'
import { addRoom, type Room } from './meeting/room'
import { startServer } from './process'
import { median, type Result, result, say } from './result'
import { inTempDir, postgresIn } from './temp-dir'

const PHONES = 1_000
const SPREAD_MS = 10_000
const ROUNDS = 3
const ON_SCREEN_WITHIN_MS = 300
/** A phone that lost its process is told of it, waits as it is told to, and shows the result before anybody asks why not. */
const RESULT_AFTER_KILL_WITHIN_MS = 5_000

const [SCREEN, RESULT_ON, LOST, RESULT_AFTER_KILL] = [
  'meeting-screen-p99-ms',
  'meeting-result-last-screen-ms',
  'meeting-kill-votes-lost',
  'meeting-kill-result-last-screen-ms',
]
export const MEETING_NAMES = [SCREEN, RESULT_ON, LOST, RESULT_AFTER_KILL]

interface Machine {
  database: string
  folder: string
  pool: Pool
}

interface Round {
  /** From before a vote's commit to the screen that shows it, every vote on every screen, ms. */
  p50: number
  p99: number
  /** From the press on “end the poll” to the last screen, ms. */
  lastResult: number
  /** Votes acknowledged but not in the database, or counted other than once. */
  lost: number
  reconnected: number
}

async function press(url: string, room: Room, id: OperationId, pollId: string) {
  const { compoundId, meetingId, itemId, tokens } = room
  const [method, template] = PATHS[id]
  const filled = Object.entries({ compoundId, meetingId, itemId, pollId }).reduce(
    (text, [name, value]) => text.replace(`:${name}`, value),
    template as string,
  )
  const headers = {
    authorization: `Bearer ${tokens[0]}`,
    'idempotency-key': newId(),
    'content-type': 'application/json',
  }
  const answer = await fetch(url + filled, { method, headers, body: '{}' })
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${id} answered ${answer.status}: ${body}`)
  return JSON.parse(body) as { items: { polls: { id: string; result: { cast: number } | null }[] }[] }
}

async function heard<Type extends Told['type']>(worker: Worker, type: Type): Promise<Told & { type: Type }> {
  const failed = new AbortController()
  try {
    return await Promise.race([
      once(worker, 'error', failed).then(([error]) => {
        throw error
      }),
      (async () => {
        for (;;) {
          const [told] = (await once(worker, 'message', failed)) as [Told]
          if (told.type === type) return told as Told & { type: Type }
        }
      })(),
    ])
  } finally {
    failed.abort()
  }
}

/** The n-th vote to begin is taken to be the n-th that a screen shows: which votes are in a number, a number does not say. */
function latencies(begun: readonly number[], { screens }: PhonesReport): Float64Array {
  const all = new Float64Array(begun.length * screens.length)
  let [next, missing] = [0, 0]
  for (const seen of screens) {
    let shown = 0
    for (const { at, cast } of seen) {
      for (; shown < cast; shown += 1) all[next++] = at - (begun[shown] as number)
    }
    missing += begun.length - shown
  }
  // The last votes may be told by the result alone; whoever saw neither would be missing among the results.
  if (missing > 0) say(`${missing} of ${all.length} only with the result`)
  return all.subarray(0, next)
}

async function round(machine: Machine, isKilling: boolean): Promise<Round> {
  const { database, folder, pool } = machine
  const env = { DATABASE_URL: database, YISHITING_DATA: folder, DEMO: '0' }
  const servers = [
    await startServer(env as unknown as NodeJS.ProcessEnv),
    await startServer(env as unknown as NodeJS.ProcessEnv),
  ] as const
  const [alive, doomed] = servers
  const room = await addRoom(pool, folder, PHONES)
  const workerData: PhonesJob = { urls: servers.map(({ told }) => told), room, spreadMs: SPREAD_MS }
  const worker = new Worker(path.join(__dirname, 'meeting/phones.cjs'), { workerData })
  try {
    await heard(worker, 'ready')
    const opened = await press(alive.told, room, 'deliberate.openPoll', '')
    const pollId = opened.items[0]?.polls.at(-1)?.id ?? ''
    const done = heard(worker, 'done')
    const voted = heard(worker, 'voted')
    const ask: Ask = { pollId }
    worker.postMessage(ask)
    const killing = isKilling ? setTimeout(() => process.kill(doomed.pid, 'SIGKILL'), SPREAD_MS / 2) : null
    await voted
    if (killing) clearTimeout(killing)
    const pressed = Date.now()
    const closed = await press(alive.told, room, 'deliberate.closePoll', pollId)
    const { report } = await done
    const { rows } = await pool.query<{ at: Date }>(
      'select at from poll_votes where compound_id = $1 and poll_id = $2 order by at',
      [room.compoundId, pollId],
    )
    const counted = closed.items[0]?.polls.at(-1)?.result?.cast ?? 0
    const times = latencies(
      rows.map(({ at }) => at.getTime()),
      report,
    )
    const found: Round = {
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      lastResult: Math.max(...report.results) - pressed,
      lost: Math.max(
        Math.abs(report.acknowledged - rows.length),
        Math.abs(PHONES - rows.length),
        Math.abs(PHONES - counted),
      ),
      reconnected: report.reconnected,
    }
    say(
      `${isKilling ? 'one of two processes killed' : 'two processes'}: p50 ${found.p50} ms, p99 ${found.p99} ms, result on the last screen after ${found.lastResult} ms, ` +
        `${counted} counted, ${found.lost} lost, ${found.reconnected} came back`,
    )
    return found
  } finally {
    await worker.terminate()
    await alive.stop()
    await doomed.stop()
  }
}

/** 1,000 phones follow one meeting over two API processes; all vote within 10 s; then again while one process is killed. */
export async function meetingBench(): Promise<Result[]> {
  return inTempDir(async (folder) => {
    const postgres = await ensurePostgres({ dataDir: postgresIn(folder), log: say })
    const pool = new Pool({ connectionString: postgres.url, max: 1 })
    try {
      const machine: Machine = { database: postgres.url, folder, pool }
      const [calm, killed]: [Round[], Round[]] = [[], []]
      for (let number = 0; number < ROUNDS; number += 1) {
        calm.push(await round(machine, false))
        killed.push(await round(machine, true))
      }
      const who = `${PHONES} phones, ${PHONES} votes in ${SPREAD_MS / 1000} s, two API processes`
      const most = (rounds: readonly Round[], of: (round: Round) => number) => Math.max(...rounds.map(of))
      return [
        result(
          SCREEN,
          median(calm.map(({ p99 }) => p99)),
          'ms',
          `p99 from before a vote's commit to every screen; ${who}`,
          ON_SCREEN_WITHIN_MS,
        ),
        result(
          RESULT_ON,
          most(calm, ({ lastResult }) => lastResult),
          'ms',
          'from the press that ends the poll to the last of all screens',
          1_000,
        ),
        result(
          LOST,
          most(killed, ({ lost }) => lost),
          'votes',
          'acknowledged votes lost or counted twice while one of two processes is killed: less than one',
          1,
        ),
        result(
          RESULT_AFTER_KILL,
          most(killed, ({ lastResult }) => lastResult),
          'ms',
          'the same after that kill',
          RESULT_AFTER_KILL_WITHIN_MS,
        ),
      ]
    } finally {
      await pool.end()
      await postgres.stop()
    }
  })
}
