import { PATHS } from '@yishiting/domain/contract/paths'
import { buildApp } from '../../../server/app'
import { DemoClock } from '../../../server/platform/clock/clock'
import { readConfig } from '../../../server/platform/config'
import { Gate } from '../../../server/platform/gate'
import { cutPage, fromCursor, toCursor } from '../../../server/platform/http/cursor'
import { withinTime } from '../../../server/platform/http/within-time'
import { newId } from '../../../server/platform/ids'
import { createLog } from '../../../server/platform/log'
import { type Hall, openHall } from '../../support/hall'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const get = (url: string, headers: Record<string, string> = {}) => hall.app.inject({ url, headers })

test('health says that the process lives, readiness that it can serve', async () => {
  expect((await get('/api/health')).json()).toEqual({ ok: true })
  expect((await get('/api/ready')).json()).toEqual({ ok: true })
})

test('metrics count answers by operation and are for the machine itself', async () => {
  await hall.ok(hall.people.owner, 'speak.list')
  const answer = await get('/api/metrics')
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toMatch(/http_request_seconds_count\{operation="speak\.list",status="200"\} [1-9]/)
  expect(answer.body).toContain('db_pool_waiting')
  const outside = await hall.app.inject({ url: '/api/metrics', remoteAddress: '203.0.113.7' })
  expect(outside.statusCode).toBe(404)
  const proxied = await get('/api/metrics', { 'x-forwarded-for': '203.0.113.7' })
  expect(proxied.statusCode).toBe(404)
})

test('the API describes every operation in OpenAPI 3.1, with a summary in Chinese, and has a page to read it', async () => {
  const document = (await get('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  const described = new Map<string, { summary?: string; responses: Record<string, unknown> }>()
  for (const [path, methods] of Object.entries<
    Record<string, { operationId?: string; summary?: string; responses: Record<string, unknown> }>
  >(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId) described.set(operation.operationId, operation)
      const template = path.replaceAll(/\{(\w+)\}/g, ':$1')
      const [wantedMethod, wantedPath] = PATHS[operation.operationId as keyof typeof PATHS] ?? []
      if (wantedMethod) expect([method.toUpperCase(), template]).toEqual([wantedMethod, wantedPath])
    }
  }
  const wanted = Object.keys(PATHS).filter((id) => !id.startsWith('demo.'))
  expect(wanted.filter((id) => !described.has(id))).toEqual([])
  for (const id of wanted) expect(described.get(id)?.summary).toMatch(/[\u4e00-\u9fff]/)
  expect(Object.keys(described.get('speak.raise')?.responses ?? {})).toContain('201')
  const page = await get('/api/docs/')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
})

test('outside demo mode there is no persona switcher and no clock to move', async () => {
  for (const [id, [method, url]] of Object.entries(PATHS)) {
    if (!id.startsWith('demo.')) continue
    for (const headers of [{}, { authorization: `Bearer ${hall.people.branch_secretary.token}` }]) {
      const answer = await hall.app.inject({
        method,
        url,
        headers,
        ...(method === 'POST' ? { payload: {} } : {}),
      })
      expect([id, answer.statusCode]).toEqual([id, 404])
    }
  }
  const document = (await get('/api/openapi.json')).body
  expect(document).not.toContain('/api/demo')
  expect((await hall.ok(hall.people.owner, 'people.me')).demo).toBe(false)
})

test('in demo mode both are there, and the clock only goes forward', async () => {
  const clock = await DemoClock.load(hall.platform.db)
  const app = await buildApp({ ...hall.platform, clock, config: { ...hall.platform.config, demo: true } })
  try {
    const { personas } = (await app.inject({ url: '/api/demo/personas' })).json()
    expect(personas.length).toBeGreaterThan(5)
    const before = clock.now()
    const move = (forwardMs: number) =>
      app.inject({ method: 'POST', url: '/api/demo/clock', payload: { forwardMs } })
    expect((await move(-1000)).statusCode).toBe(400)
    expect((await move(3_600_000)).statusCode).toBe(200)
    expect(clock.now()).toBeGreaterThanOrEqual(before + 3_600_000)
    // Remembered over a restart.
    expect((await DemoClock.load(hall.platform.db)).aheadMs).toBe(clock.aheadMs)
    const stranger = await app.inject({
      method: 'POST',
      url: '/api/demo/session',
      payload: { personaId: hall.people.owner.id },
    })
    expect(stranger.statusCode).toBe(404)
  } finally {
    await app.close()
  }
})

test('with a database of one’s own demo mode must be asked for', () => {
  const read = (env: Record<string, string>) => readConfig(env as unknown as NodeJS.ProcessEnv).demo
  expect(read({})).toBe(true)
  expect(read({ DATABASE_URL: 'postgres://x' })).toBe(false)
  expect(read({ DATABASE_URL: 'postgres://x', DEMO: '1' })).toBe(true)
  expect(read({ DEMO: '0' })).toBe(false)
})

test('a cursor comes back as it was given out', () => {
  const cursor = { at: 1_773_194_400_123, id: newId() }
  expect(fromCursor(toCursor(cursor))).toEqual(cursor)
  expect(fromCursor(undefined)).toBeNull()
  const rows = [1, 2, 3].map((at) => ({ at, id: newId() }))
  expect(cutPage(rows, 2, (row) => row).page).toHaveLength(2)
  expect(cutPage(rows, 3, (row) => row).next).toBeNull()
  expect(cutPage([], 3, (row: { at: number; id: string }) => row)).toEqual({ page: [], next: null })
})

test('work that takes too long is answered “busy”, and must not commit afterwards', async () => {
  let committed = false
  let finished: Promise<void> | undefined
  const work = withinTime(
    { waitingCount: 0 },
    (watch) => {
      finished = (async () => {
        await new Promise((resolve) => setTimeout(resolve, 60))
        watch.check()
        committed = true
      })()
      return finished
    },
    20,
  )
  await expect(work).rejects.toMatchObject({ problem: { code: 'busy', status: 503 } })
  await expect(finished).rejects.toMatchObject({ problem: { code: 'busy' } })
  expect(committed).toBe(false)
})

test('when thousands wait already the next is sent away at once', async () => {
  const work = jest.fn()
  await expect(withinTime({ waitingCount: 2_000 }, work)).rejects.toMatchObject({ problem: { code: 'busy' } })
  expect(work).not.toHaveBeenCalled()
})

test('a gate lets so many in, the others in their order, and sends away who waits too long', async () => {
  const gate = new Gate(2, 50)
  let inside = 0
  let most = 0
  const order: number[] = []
  const work = (nr: number, lasts: number) => async () => {
    inside += 1
    most = Math.max(most, inside)
    order.push(nr)
    await new Promise((resolve) => setTimeout(resolve, lasts))
    inside -= 1
  }
  await Promise.all([1, 2, 3, 4, 5].map((nr) => gate.pass(work(nr, 5))))
  expect([most, order]).toEqual([2, [1, 2, 3, 4, 5]])
  const slow = [gate.pass(work(6, 120)), gate.pass(work(7, 120))]
  await expect(gate.pass(work(8, 1))).rejects.toMatchObject({ problem: { code: 'busy' } })
  await Promise.all(slow)
  await expect(gate.pass(() => Promise.reject(new Error('inside')))).rejects.toThrow('inside')
  await expect(gate.pass(async () => 'in again')).resolves.toBe('in again')
})

test('a log line holds no token, no name and nothing of a row that the database quotes', () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => lines.push(line) })
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (name)=(CANARY)',
    where: 'CANARY',
  })
  log.error(
    { err: new Error('outer', { cause: error }), req: { headers: { authorization: 'Bearer CANARY' } } },
    'x',
  )
  log.info(
    { person: { name: 'CANARY', phone: 'CANARY' }, headers: { authorization: 'CANARY' }, body: 'CANARY' },
    'x',
  )
  expect(lines.join('')).not.toContain('CANARY')
  expect(lines.join('')).toContain('23505')
})

test('a newer version that adds a column beside this one costs each connection one “come again”, no more', async () => {
  const fresh = await openHall({ poolSize: 2 })
  try {
    const list = async () => (await fresh.send(fresh.people.owner, 'speak.list')).status
    for (let n = 0; n < 10; n += 1) expect(await list()).toBe(200)
    await fresh.platform.pool.query('alter table matters add column from_the_future text')
    const statuses: number[] = []
    for (let n = 0; n < 6; n += 1) statuses.push(await list())
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([])
    expect(statuses.slice(2)).toEqual([200, 200, 200, 200])
  } finally {
    await fresh.close()
  }
})
