import { type Hall, openHall } from '../../support/hall'
import { countRows } from '../support/counts'
import { raise, read, sort } from '../support/matters'
import { expectProblem } from '../support/problem'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const body = { text: '门口的灯不亮', place: { buildingId: null, detail: '' } }
const mattersNow = async () => (await countRows(hall)).matters

test('a second tap is answered like the first and does nothing more', async () => {
  const key = crypto.randomUUID()
  const before = (await mattersNow()) ?? 0
  const first = await hall.send(hall.people.owner, 'speak.raise', { body, key })
  const second = await hall.send(hall.people.owner, 'speak.raise', { body, key })
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.body).toEqual(first.body)
  expect(second.headers.etag).toBe(first.headers.etag)
  expect(await mattersNow()).toBe(before + 1)
})

test('twenty taps at the same moment make one matter, one number, twenty equal answers', async () => {
  const key = crypto.randomUUID()
  const before = await countRows(hall)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => hall.send(hall.people.owner, 'speak.raise', { body, key })),
  )
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
  const after = await countRows(hall)
  for (const table of ['matters', 'journal', 'idempotency']) {
    expect(after[table]).toBe((before[table] ?? 0) + 1)
  }
})

test('a key used again for something else is refused', async () => {
  const key = crypto.randomUUID()
  await hall.ok(hall.people.owner, 'speak.raise', { body, key })
  const before = await countRows(hall)
  expectProblem(
    await hall.send(hall.people.owner, 'speak.raise', { body: { ...body, text: '另一件' }, key }),
    422,
    'idempotency_key_reused',
  )
  const { id: matterId } = await raise(hall, hall.people.owner)
  const other = await hall.send(hall.people.owner, 'speak.comment', {
    params: { matterId },
    body: { text: '借用钥匙' },
    key,
  })
  expectProblem(other, 422, 'idempotency_key_reused')
  expect((await countRows(hall)).comments).toBe(before.comments)
})

test('two people may happen upon the same key', async () => {
  const key = crypto.randomUUID()
  const before = (await mattersNow()) ?? 0
  await hall.ok(hall.people.owner, 'speak.raise', { body, key })
  await hall.ok(hall.people.tenant, 'speak.raise', { body, key })
  expect(await mattersNow()).toBe(before + 2)
})

test('what was refused may be sent again with the same key and then succeeds', async () => {
  const key = crypto.randomUUID()
  const { id: matterId } = await raise(hall, hall.people.owner)
  const acknowledge = () =>
    hall.send(hall.people.branch_secretary, 'sort.acknowledge', { params: { matterId }, key })
  await hall.platform.pool.query('alter table journal rename to journal_away')
  expectProblem(await acknowledge(), 500, 'internal')
  await hall.platform.pool.query('alter table journal_away rename to journal')
  expect((await acknowledge()).status).toBe(200)
})

test.each([[null], ['short'], ['x'.repeat(65)], ['有中文的钥匙编号'], ['a b c d e f g h']])(
  'a write with the key %p is asked for a proper one',
  async (key) => {
    const before = await countRows(hall)
    const headers = { authorization: `Bearer ${hall.people.owner.token}` }
    const answer = await hall.app.inject({
      method: 'POST',
      url: `/api/compounds/${hall.compound.id}/matters`,
      headers: key === null ? headers : { ...headers, 'idempotency-key': key },
      payload: body,
    })
    const told = { status: answer.statusCode, problem: answer.json(), headers: answer.headers }
    expectProblem(told, 428, 'idempotency_key_required')
    expect(await countRows(hall)).toEqual(before)
  },
)

test('two people sort the same matter: the second is told what the first did, who and when', async () => {
  const { owner, branch_secretary, branch_sorter } = hall.people
  const { id: matterId, version } = await raise(hall, owner)
  await sort(hall, branch_secretary, matterId)
  const second = await hall.send(branch_sorter, 'sort.sort', {
    params: { matterId },
    body: { topic: 'fire', routes: [{ code: 'deliberation' }], reason: '要大家商量' },
    ifMatch: version,
  })
  expectProblem(second, 412, 'stale_version')
  expect(second.problem.detail).toBe('您看的时候，支部书记已经“分类”了。请先看最新的。')
  expect(second.problem.details).toEqual({
    what: '分类',
    by: '支部书记',
    at: new Date(hall.clock.now()).toISOString(),
    version: version + 1,
  })
  expect((await read(hall, owner, matterId)).topic).toBe('other')
})

test('at the very same moment one sorts and the other is told', async () => {
  const { owner, branch_secretary, branch_sorter } = hall.people
  const { id: matterId, version } = await raise(hall, owner)
  const answers = await Promise.all(
    [branch_secretary, branch_sorter, branch_secretary, branch_sorter].map((who) =>
      hall.send(who, 'sort.sort', {
        params: { matterId },
        body: { topic: 'fire', routes: [{ code: 'deliberation' }], reason: '要大家商量' },
        ifMatch: version,
      }),
    ),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412])
  expect((await read(hall, owner, matterId)).routeViews).toHaveLength(1)
})

test('the version of an answer is its ETag', async () => {
  const { id: matterId } = await raise(hall, hall.people.owner)
  const { headers, body: seen } = await hall.send(hall.people.owner, 'speak.read', { params: { matterId } })
  expect(headers.etag).toBe(`"${seen.version}"`)
})
