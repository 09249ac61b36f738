import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { newId } from '../../../server/platform/ids'
import { type Hall, openHall } from '../../support/hall'
import { type ServerProcess, startServerProcess } from '../../support/server-process'

jest.setTimeout(120_000)

let hall: Hall
let database: Client
let env: Record<string, string>
const servers: ServerProcess[] = []

beforeAll(async () => {
  hall = await openHall()
  const { databaseUrl = '', dataDir } = hall.platform.config
  env = { DATABASE_URL: databaseUrl, YISHITING_DATA: dataDir, DEMO: '0', LOG_LEVEL: 'fatal' }
  database = new Client({ connectionString: databaseUrl })
  await database.connect()
  await database.query(`update sessions set expires_at = '2999-01-01'`)
})
afterAll(async () => {
  await database.end()
  for (const server of servers) await server.stop()
  await hall.close()
})

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess({ env })
  servers.push(server)
  return server
}

function raise(server: ServerProcess, key: string): Promise<Response> {
  return fetch(`${server.url}/api/compounds/${hall.compound.id}/matters`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key,
      authorization: `Bearer ${hall.people.owner.token}`,
    },
    body: JSON.stringify({ text: '门口的灯不亮', place: { buildingId: null, detail: '' } }),
  })
}

test('killed in the middle of everything: nothing acknowledged is missing, nothing stands half-written', async () => {
  const server = await start()
  const acknowledged = new Map<string, string>()
  const unanswered: string[] = []
  const say = async () => {
    for (;;) {
      const key = newId()
      unanswered.push(key)
      const answer = await raise(server, key)
      const { receipt } = (await answer.json()) as { receipt: string }
      if (answer.status === 201) acknowledged.set(key, receipt)
      unanswered.splice(unanswered.indexOf(key), 1)
    }
  }
  const talkers = Array.from({ length: 12 }, () => say().catch(() => undefined))
  while (acknowledged.size < 40) await sleep(20)
  server.child.kill('SIGKILL')
  await Promise.all(talkers)
  expect(unanswered.length).toBeGreaterThan(0)

  const { rows } = await database.query<{ receipt: string; journal: number; clocks: number; words: number }>(`
    select receipt, (select count(*)::int from journal j where j.matter_id = m.id) as journal,
      (select count(*)::int from clocks c where c.matter_id = m.id) as clocks,
      (select count(*)::int from matter_words w where w.matter_id = m.id) as words
    from matters m order by receipt`)
  const kept = rows.map((row) => row.receipt)
  expect([...acknowledged.values()].filter((receipt) => !kept.includes(receipt))).toEqual([])
  expect(rows.filter((row) => row.journal !== 1 || row.clocks !== 2 || row.words !== 1)).toEqual([])
  expect(kept.map((receipt) => Number(receipt.slice(8)))).toEqual(kept.map((_, index) => index + 1))

  // The phone sends again what was not answered, and what it has forgotten was answered: each once.
  const next = await start()
  for (const [key, receipt] of [...acknowledged].slice(-5)) {
    const again = (await (await raise(next, key)).json()) as { receipt: string }
    expect(again.receipt).toBe(receipt)
  }
  for (const key of unanswered) {
    const twice = [await raise(next, key), await raise(next, key)]
    const receipts = await Promise.all(
      twice.map(async (answer) => ((await answer.json()) as { receipt: string }).receipt),
    )
    expect(receipts[0]).toBe(receipts[1])
  }
  const all = await database.query('select count(*)::int as n from matters')
  expect(all.rows[0].n).toBe(acknowledged.size + unanswered.length)
})

test('asked to stop, it answers who is inside, lets nobody else in and ends well', async () => {
  const server = await start()
  await database.query('begin')
  await database.query(`select from counters where compound_id = $1 for update`, [hall.compound.id])
  const inside = raise(server, newId())
  await sleep(500)
  const ended = once(server.child, 'exit')
  server.child.kill('SIGTERM')
  await sleep(300)
  await expect(fetch(`${server.url}/api/health`)).rejects.toThrow()
  await database.query('commit')
  expect((await inside).status).toBe(201)
  const answered = performance.now()
  expect(await ended).toEqual([0, null])
  expect(performance.now() - answered).toBeLessThan(5_000)
})
