import { DAY } from '@yishiting/domain/matter/instant'
import { tidy } from '../../../server/platform/queue/queue'
import { type Hall, openHall } from '../../support/hall'
import { expectProblem } from '../support/problem'

let hall: Hall
beforeEach(async () => {
  hall = await openHall()
})
afterEach(() => hall.close())

test('a session that has run out, one signed out and one taken away are told to come in again', async () => {
  const { owner, tenant, family } = hall.people
  expect((await hall.send(owner, 'people.me')).status).toBe(200)
  await hall.ok(tenant, 'people.signOut')
  expectProblem(await hall.send(tenant, 'people.me'), 401, 'signed_out')
  await hall.platform.pool.query('delete from sessions where person_id = $1', [family.id])
  expectProblem(await hall.send(family, 'people.home'), 401, 'signed_out')
  hall.clock.forward(366 * DAY)
  expectProblem(await hall.send(owner, 'people.me'), 401, 'signed_out')
})

test.each([
  ['no token', ''],
  ['a made-up token', `Bearer ${'x'.repeat(43)}`],
  ['another scheme', 'Basic b3duZXI6cGFzcw=='],
  ['a token with a tail', 'Bearer abc def'],
  ['an SQL joke', `Bearer ' or '1'='1`],
  ['a very long one', `Bearer ${'x'.repeat(5000)}`],
])('%s opens nothing', async (_name, authorization) => {
  const answer = await hall.app.inject({ url: '/api/me', headers: authorization ? { authorization } : {} })
  expectProblem(
    { status: answer.statusCode, problem: answer.json(), headers: answer.headers },
    401,
    'signed_out',
  )
})

test('a token is kept as a hash only', async () => {
  const { rows } = await hall.platform.pool.query(`select encode(token_hash, 'escape') as hash from sessions`)
  expect(JSON.stringify(rows)).not.toContain(hall.people.owner.token)
})

test('the words of somebody who is not signed in are not even read', async () => {
  const answer = await hall.app.inject({
    method: 'POST',
    url: `/api/compounds/${hall.compound.id}/matters`,
    headers: { 'content-type': 'application/json' },
    payload: '{ broken',
  })
  expectProblem(
    { status: answer.statusCode, problem: answer.json(), headers: answer.headers },
    401,
    'signed_out',
  )
})

test('sessions and keys that have run out are tidied away', async () => {
  await hall.ok(hall.people.owner, 'speak.raise', {
    body: { text: '灯', place: { buildingId: null, detail: '' } },
  })
  hall.clock.forward(8 * DAY)
  await tidy(hall.platform)
  const count = async (table: string) =>
    (await hall.platform.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n
  expect(await count('idempotency')).toBe(0)
  expect(await count('sessions')).toBeGreaterThan(0)
  hall.clock.forward(366 * DAY)
  await tidy(hall.platform)
  expect(await count('sessions')).toBe(0)
})
