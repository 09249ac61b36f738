import { DAY } from '@yishiting/domain/matter/instant'
import type { Role } from '@yishiting/domain/people/roles'
import { createLog } from '../../../server/platform/log'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { claimDone, onlyRoute, rate, read, settle, sort, UNSOLVED } from '../support/matters'
import { jpeg, multipart, photoOf } from '../support/pictures'

/** Every person of the hall has a name and a number that occur nowhere else: wherever one turns up, it has leaked. */
let hall: Hall
const lines: string[] = []
const urls: string[] = []
const matterIds: string[] = []
const UNKNOWN_REPORTER = '金丝雀老太太'
const SECRET_WORDS = '只有会的人才该读到的话'

const canariesOf = (who: TestPerson) => [who.name, who.phone]
const everybody = () => [...Object.values(hall.people), ...hall.compound.seated]
/** What must not be seen by `reader`: everybody’s but his own. */
const othersOf = (reader: TestPerson | null) => [
  UNKNOWN_REPORTER,
  ...everybody()
    .filter((who) => who !== reader)
    .flatMap(canariesOf),
]
const found = (text: string, canaries: string[]) => canaries.filter((canary) => text.includes(canary))

async function walk(): Promise<void> {
  const { owner, tenant, helper, branch_secretary, property_manager, supervisor } = hall.people
  const place = { buildingId: hall.compound.buildingId, detail: '东侧' }
  const raised = await hall.ok(owner, 'speak.raise', {
    body: { text: SECRET_WORDS, place, photoIds: [await photoOf(hall, owner)] },
  })
  const behalf = { capacity: 'helper', channel: 'door' } as const
  const known = await hall.ok(helper, 'speak.raise', {
    body: { text: '漏水', place, onBehalf: { ...behalf, reporterId: tenant.id } },
  })
  const unknown = await hall.ok(helper, 'speak.raise', {
    body: { text: '漏雨', place, onBehalf: { ...behalf, reporterId: null, reporterName: UNKNOWN_REPORTER } },
  })
  matterIds.push(raised.id, known.id, unknown.id)
  for (const matterId of matterIds) {
    await hall.ok(hall.people.family, 'speak.support', { params: { matterId }, body: { on: true } })
    await hall.ok(hall.people.family, 'speak.comment', { params: { matterId }, body: { text: '我家也是' } })
  }
  const matter = await sort(hall, branch_secretary, raised.id)
  const where = { matterId: raised.id, routeId: onlyRoute(matter).id }
  await claimDone(hall, where)
  await hall.pass(DAY)
  await rate(hall, owner, where, UNSOLVED)
  await settle(hall, where)
  await hall.ok(branch_secretary, 'act.assign', {
    params: where,
    body: {
      leadId: property_manager.id,
      helperIds: [helper.id],
      task: '重修',
      dueAt: new Date(hall.clock.now() + DAY).toISOString(),
      checkerId: supervisor.id,
    },
  })
  await sort(hall, branch_secretary, known.id, [{ code: 'deliberation' }])
  const { residents } = await hall.ok(helper, 'people.residents', { body: { q: tenant.name } })
  expect(residents).toHaveLength(1)
}

beforeAll(async () => {
  const log = createLog('trace', { write: (line) => lines.push(line) })
  hall = await openHall({ seats: 2, log })
  const inject = hall.app.inject.bind(hall.app)
  jest.spyOn(hall.app, 'inject').mockImplementation(((given: { url: string }) => {
    urls.push(given.url)
    return inject(given as never)
  }) as never)
  await walk()
})
afterAll(() => hall.close())

async function everythingSeenBy(who: TestPerson | null): Promise<string> {
  const compound = `/api/compounds/${hall.compound.id}`
  const paths = [
    ...['/api/health', '/api/ready', '/api/metrics', '/api/openapi.json', '/api/me', '/nowhere'],
    ...[
      '',
      '/home',
      '/inbox',
      '/matters',
      '/matters?mine=true',
      '/queue',
      '/tasks',
      '/tasks?scope=all',
      '/meetings',
    ].map((path) => compound + path),
    ...matterIds.flatMap((id) => [`${compound}/matters/${id}`, `${compound}/matters/${id}/comments`]),
  ]
  const seen: string[] = []
  for (const url of paths) {
    const headers: Record<string, string> = who ? { authorization: `Bearer ${who.token}` } : {}
    const answer = await hall.app.inject({ method: 'GET', url, headers })
    seen.push(answer.body, JSON.stringify(answer.headers))
  }
  return seen.join('\n')
}

const NEIGHBOURS: Role[] = [
  'family',
  'committee_director',
  'committee_member',
  'department_liaison',
  'scrutineer',
]

test.each(NEIGHBOURS)('a %s, who has no duty in it, sees nobody’s name, number or room', async (role) => {
  const who = hall.people[role]
  const seen = await everythingSeenBy(who)
  expect(found(seen, othersOf(who))).toEqual([])
  expect(seen).not.toContain('1 单元 101')
})

test('neighbours who also raised something see their own name and nobody else’s', async () => {
  for (const who of [hall.people.owner, hall.people.tenant, ...hall.compound.seated]) {
    expect(found(await everythingSeenBy(who), othersOf(who))).toEqual([])
  }
})

test('the public sees nobody and nothing of a matter', async () => {
  const seen = await everythingSeenBy(null)
  expect(found(seen, [...othersOf(null), SECRET_WORDS])).toEqual([])
})

test('who has to do the work sees the reporter of that work and of no other', async () => {
  const { owner, property_manager } = hall.people
  const seen = await everythingSeenBy(property_manager)
  expect(found(seen, othersOf(property_manager)).sort()).toEqual(canariesOf(owner).sort())
})

test('the branch sees who it is, with the number shortened', async () => {
  const { branch_secretary, owner } = hall.people
  const reporter = (await read(hall, branch_secretary, matterIds[0] ?? '')).reporter
  expect(reporter).toMatchObject({
    name: owner.name,
    phone: `${owner.phone.slice(0, 3)}****${owner.phone.slice(-4)}`,
  })
  const seen = await everythingSeenBy(branch_secretary)
  expect(
    found(
      seen,
      everybody().map((who) => who.phone),
    ),
  ).toEqual([])
})

test('no name, number, token or word of a matter stands in the log, also when things go wrong', async () => {
  const { owner, tenant } = hall.people
  await hall.platform.pool.query(
    `alter table comments add constraint made_to_fail check (body <> '${SECRET_WORDS}')`,
  )
  const failed = await hall.send(owner, 'speak.comment', {
    params: { matterId: matterIds[0] ?? '' },
    body: { text: SECRET_WORDS },
  })
  expect(failed.status).toBe(500)
  await hall.send(tenant, 'speak.raise', {
    body: { text: owner.name.repeat(900), place: { buildingId: null, detail: '' } },
  })
  const { payload, contentType } = multipart((await jpeg()).subarray(0, 300), { name: `${owner.name}.jpg` })
  await hall.app.inject({
    method: 'POST',
    url: `/api/compounds/${hall.compound.id}/photos`,
    headers: { authorization: `Bearer ${owner.token}`, 'content-type': contentType },
    payload,
  })
  const log = lines.join('')
  expect(log).toContain('unforeseen')
  expect(lines.length).toBeGreaterThan(2)
  expect(found(log, [...othersOf(null), SECRET_WORDS, ...everybody().map((who) => who.token)])).toEqual([])
})

test('no name or number stands in an address', () => {
  expect(urls.length).toBeGreaterThan(50)
  expect(found(decodeURIComponent(urls.join('\n')), othersOf(null))).toEqual([])
})

test('no name or number lies open in the database, neither as text nor as bytes', async () => {
  const { rows: tables } = await hall.platform.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const leaks: string[] = []
  for (const { name } of tables) {
    const { rows } = await hall.platform.pool.query<{ row: string }>(`select t::text as row from ${name} t`)
    for (const canary of othersOf(null)) {
      const hex = Buffer.from(canary).toString('hex')
      if (rows.some(({ row }) => row.includes(canary) || row.includes(hex))) leaks.push(`${name}: ${canary}`)
    }
  }
  expect(tables.length).toBeGreaterThan(15)
  expect(leaks).toEqual([])
})
