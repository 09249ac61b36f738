import { type Hall, openHall } from '../../support/hall'
import { countRows } from '../support/counts'
import { raise, read, sorted } from '../support/matters'
import { expectProblem } from '../support/problem'

let hall: Hall
let url: string
beforeAll(async () => {
  hall = await openHall()
  url = `/api/compounds/${hall.compound.id}/matters`
})
afterAll(() => hall.close())

let before: Record<string, number>
/** Nothing lost, nothing half-written. */
const nothingChanged = async () => expect(await countRows(hall)).toEqual(before)
beforeEach(async () => {
  before = await countRows(hall)
})

const place = { buildingId: null, detail: '' }
const say = (text: string, more: object = {}) =>
  hall.send(hall.people.owner, 'speak.raise', { body: { text, place, ...more } })

async function raw(payload: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await hall.app.inject({
    method: 'POST',
    url,
    headers: {
      authorization: `Bearer ${hall.people.owner.token}`,
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/json',
      ...headers,
    },
    payload,
  })
  return { status: answer.statusCode, problem: answer.json(), headers: answer.headers }
}

test('a text of 100,000 characters is refused and says that it is too long', async () => {
  const answer = await say('长'.repeat(100_000))
  expectProblem(answer, 400, 'bad_input')
  expect(answer.problem.detail).toContain('太长')
  await nothingChanged()
})

test('a text of 2,001 characters says how many there are and how many there may be; 2,000 of the rarest are kept', async () => {
  const answer = await say('𠮷'.repeat(2001))
  expectProblem(answer, 422, 'text_too_long')
  expect(answer.problem.details).toEqual({ length: 2001, max: 2000 })
  await nothingChanged()
  expect((await say('𠮷'.repeat(2000), { title: '长' })).status).toBe(201)
})

test.each([
  ['nothing', ''],
  ['white space', ' \t\r\n\u3000\u00a0 '],
  ['control characters', '\u0000\u0007\u001b\u200b\u202e\ufeff'],
  ['halves of characters', '\ud800\udc00'.slice(0, 1)],
])('%s is not a text', async (_name, text) => {
  expectProblem(await say(text), 422, 'text_required')
  await nothingChanged()
})

test('control characters go, everything else stays as it was said: emoji, rare characters, accents, line ends', async () => {
  const family = '👨‍👩‍👧'
  const { body } = await say(`𠮷田\u0000家\u202e门口\r\n有坑 ${family} é\u0007`)
  const kept = await read(hall, hall.people.tenant, body.id)
  expect(kept.text).toBe(`𠮷田家门口\n有坑 ${family} é`)
})

test('HTML is kept as the words it is', async () => {
  const text = '<img src=x onerror="alert(1)"> & <b>粗</b> </script> {{a}} $b'
  const { body } = await say(text, { title: '<i>标题</i>' })
  const kept = await read(hall, hall.people.tenant, body.id)
  expect([kept.title, kept.text]).toEqual(['<i>标题</i>', text])
})

test('text that means something to SQL is text', async () => {
  const text = `'); drop table matters; -- \\' \\\\ $1 %s`
  const { body } = await say(text, { title: `'; select 1` })
  expect((await read(hall, hall.people.tenant, body.id)).text).toBe(text)
})

test.each([
  ['words without quotes', '{text: 1}'],
  ['half a body', '{"text": "电'],
  ['nothing at all', ''],
  ['a list', '[]'],
  ['a word', '"电梯"'],
  ['a number', '7'],
  ['null', 'null'],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x7b])],
])('%s instead of a body is refused with a sentence', async (_name, payload) => {
  const answer = await raw(payload)
  expectProblem(answer, 400, 'bad_input')
  await nothingChanged()
})

test('a body that tries to become everybody’s prototype is refused or has no effect', async () => {
  const answer = await raw(
    '{"__proto__":{"isSystem":true},"text":"x","place":{"buildingId":null,"detail":""}}',
  )
  expect([201, 400]).toContain(answer.status)
  expect(({} as { isSystem?: boolean }).isSystem).toBeUndefined()
})

test.each([
  ['text/plain', 'text=1'],
  ['application/xml', '<a/>'],
  ['application/x-www-form-urlencoded', 'text=1'],
])('a body in %s is not understood', async (type, payload) => {
  expectProblem(await raw(payload, { 'content-type': type }), 415, 'unsupported_media')
  await nothingChanged()
})

test('a body over the limit is not read to its end', async () => {
  const answer = await raw(JSON.stringify({ text: 'a'.repeat(600 * 1024) }))
  expectProblem(answer, 413, 'too_large')
  await nothingChanged()
})

test('a wrong kind of value names the field and says it in Chinese', async () => {
  const answer = await raw(JSON.stringify({ text: 5, place: { buildingId: 7, detail: null } }))
  expectProblem(answer, 400, 'bad_input')
  const { issues } = answer.problem.details as { issues: { field: string }[] }
  expect(issues.map((issue) => issue.field)).toEqual(
    expect.arrayContaining(['text', 'place.buildingId', 'place.detail']),
  )
})

test.each([
  ['a letter', 'x'],
  ['a number', '1'],
  ['a zero byte', '%00'],
  ['a way out of the folder', '..%2f..%2fetc%2fpasswd'],
  ['an SQL joke', "' or 1=1 --"],
  ['an id that nobody has', '00000000-0000-7000-8000-000000000000'],
  ['5,000 letters', 'a'.repeat(5000)],
  ['a broken escape', '%zz'],
])('%s instead of an id is not found', async (_name, id) => {
  const answer = await hall.app.inject({
    url: `${url}/${id.includes('%') ? id : encodeURI(id)}`,
    headers: { authorization: `Bearer ${hall.people.owner.token}` },
  })
  const told = { status: answer.statusCode, problem: answer.json(), headers: answer.headers }
  expectProblem(told, 404, 'not_found')
})

test('an address that does not exist is not found, whatever the method', async () => {
  for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const) {
    const answer = await hall.app.inject({ method, url: '/api/nothing/here' })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  }
})

test('bad words in a query are refused with a sentence', async () => {
  const queries = [
    'limit=0',
    'limit=x',
    'limit=-1',
    'topic=nonsense',
    'route=nonsense',
    'stage=nonsense',
    'open=maybe',
    'overdue=yes',
    'mine=1',
    'buildingId=x',
    `q=${'x'.repeat(51)}`,
    `cursor=${'x'.repeat(201)}`,
    'limit=5&limit=6',
  ]
  for (const query of queries) {
    const answer = await hall.app.inject({
      url: `${url}?${query}`,
      headers: { authorization: `Bearer ${hall.people.owner.token}` },
    })
    expectProblem(
      { status: answer.statusCode, problem: answer.json(), headers: answer.headers },
      400,
      'bad_input',
    )
  }
})

test('a control character in a task, a place or a reason is taken out, not fallen over', async () => {
  const { owner, branch_secretary, property_manager } = hall.people
  const { id: matterId } = await raise(hall, owner, { place: { buildingId: null, detail: '东\u0000侧' } })
  const sortedMatter = await hall.ok(branch_secretary, 'sort.sort', {
    params: { matterId },
    body: {
      topic: 'other',
      reason: '物\u0000业的事',
      routes: [{ code: 'property', leadId: property_manager.id, task: '修\u0000灯' }],
    },
  })
  expect(sortedMatter.routeViews[0]?.task).toBe('修灯')
  expect(sortedMatter.placeLabel).toBe('东侧')
})

test('a write without a body where none is needed, or with one that nobody asked for, is the same', async () => {
  const { matterId, routeId } = await sorted(hall)
  const start = (headers: Record<string, string>, payload?: string) =>
    hall.app.inject({
      method: 'POST',
      url: `${url}/${matterId}/routes/${routeId}/start`,
      headers: {
        authorization: `Bearer ${hall.people.property_manager.token}`,
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    })
  expect((await start({})).statusCode).toBe(200)
  const again = await start({ 'content-type': 'application/json' }, '{"unasked":true}')
  expect(again.json().code).toBe('not_in_this_state')
})

test('signing out with the content type of a phone and no body works', async () => {
  const fresh = await openHall()
  try {
    const answer = await fresh.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { authorization: `Bearer ${fresh.people.owner.token}`, 'content-type': 'application/json' },
    })
    expect(answer.statusCode).toBe(200)
    expectProblem(await fresh.send(fresh.people.owner, 'people.me'), 401, 'signed_out')
  } finally {
    await fresh.close()
  }
})
