import { addPerson, type TestPerson } from '../../support/people'
import { raise } from '../support/matters'
import { type Answer, expectServedOrSentAway, type PressedServer, pressedServer } from '../support/pressed'

jest.setTimeout(120_000)

const CLIENTS = 256
const LASTS = 8_000

let pressed: PressedServer
beforeAll(async () => {
  pressed = await pressedServer({ pool: 20 })
})
afterAll(() => pressed.close())

const place = { buildingId: null, detail: '' }

test('256 clients at once against a pool of twenty: every one is answered or told when to come again', async () => {
  const { hall } = pressed
  const people: TestPerson[] = []
  for (let n = 0; n < 16; n += 1) {
    people.push(await addPerson(hall.platform, hall.compound.id, { name: `邻居${n}`, roles: ['tenant'] }))
  }
  await pressed.database.query(`update sessions set expires_at = '2999-01-01'`)
  const matterIds: string[] = []
  for (let n = 0; n < 40; n += 1) matterIds.push((await raise(hall, hall.people.owner)).id)

  const until = performance.now() + LASTS
  const answers: Answer[] = []
  const client = async (nr: number) => {
    for (let turn = nr; performance.now() < until; turn += 1) {
      const who = people[nr % people.length] ?? hall.people.tenant
      const params = { matterId: matterIds[turn % matterIds.length] }
      const asks = [
        () => pressed.send(who, 'speak.list'),
        () => pressed.send(who, 'people.home'),
        () => pressed.send(who, 'speak.read', { params }),
        () => pressed.send(who, 'speak.support', { params, body: { on: turn % 2 === 0 } }),
        () => pressed.send(who, 'speak.comment', { params, body: { text: '我家也是' } }),
        () => pressed.send(who, 'speak.raise', { body: { text: '灯', place } }),
      ]
      const ask = asks[turn % asks.length]
      if (ask) answers.push(await ask())
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, nr) => client(nr)))

  expectServedOrSentAway(answers)
  const served = answers.filter((answer) => answer.status < 300)
  expect(answers.length).toBeGreaterThan(CLIENTS)
  expect(served.length).toBeGreaterThan(answers.length / 2)
  expect(pressed.server.child.exitCode).toBeNull()

  const after = await pressed.send(hall.people.owner, 'speak.list')
  expect(after.status).toBe(200)
  expect(after.tookMs).toBeLessThan(2_000)
  const { rows } = await pressed.database.query(`
    select
      (select count(*)::int from matters m
        where supports <> (select count(*) from supports s where s.matter_id = m.id)) as supports,
      (select count(*)::int from matters m
        where comments <> (select count(*) from comments c where c.matter_id = m.id)) as comments,
      (select count(*) - max(substr(receipt, 9)::int) from matters)::int as gaps`)
  expect(rows).toEqual([{ supports: 0, comments: 0, gaps: 0 }])
})

/** People who have never done anything here, each with a session of his own. */
async function newcomers(count: number): Promise<TestPerson[]> {
  const { hall, database } = pressed
  await database.query(
    `with new as (select gen_random_uuid() as id, n from generate_series(1, $3::int) n),
      p as (insert into people select id, $2, null, false, now() from new),
      m as (insert into members select $1, id, '{tenant}', null, null, '居民', false, now() from new)
    insert into sessions
      select sha256(('first-act-of-person-' || lpad(n::text, 4, '0'))::bytea), id, now(), '2999-01-01' from new`,
    [hall.compound.id, hall.platform.secrets.seal('甲'), count],
  )
  return Array.from({ length: count }, (_, n): TestPerson => {
    const token = `first-act-of-person-${String(n + 1).padStart(4, '0')}`
    return { id: '', name: '', phone: '', token, roles: ['tenant'] }
  })
}

test('1,500 people doing their very first act at the same moment: no errors, and every voice counted', async () => {
  const { hall, database } = pressed
  const crowd = await newcomers(1_500)
  const { id: matterId } = await raise(hall, hall.people.owner)
  const count = async () => (await database.query('select count(*)::int as n from matters')).rows[0].n
  const before = await count()

  const act = { params: { matterId }, body: { on: true } }
  const answers = await Promise.all(
    crowd.map((who, nr) => {
      if (nr % 3 === 0) return pressed.sendLikeAPhone(who, 'speak.support', act)
      if (nr % 3 === 1) return pressed.sendLikeAPhone(who, 'speak.follow', act)
      return pressed.sendLikeAPhone(who, 'speak.raise', { body: { text: '第一次说事', place } })
    }),
  )
  expectServedOrSentAway(answers.flat())
  const lost = answers.filter((all) => (all.at(-1)?.status ?? 0) >= 300)
  expect(lost.slice(0, 3)).toEqual([])
  const { rows } = await database.query('select supports, followers from matters where id = $1', [matterId])
  expect(rows).toEqual([{ supports: 500, followers: 500 }])
  expect((await count()) - before).toBe(500)
})
