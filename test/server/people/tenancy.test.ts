import { GLOBAL_TABLES } from '../../../server/platform/database/tenancy'
import { addCompound, type TestCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import { addPerson, type TestPerson } from '../../support/people'
import { countRows } from '../support/counts'
import { byProperty, isoAt, raise, sorted } from '../support/matters'
import { jpeg, upload } from '../support/pictures'
import { expectProblem } from '../support/problem'

let hall: Hall
let there: TestCompound
/** What belongs to the other compound. */
let foreign: { matterId: string; photoId: string }
let before: Record<string, number>

beforeAll(async () => {
  hall = await openHall()
  there = await addCompound(hall.platform, { name: '别处' })
  const { id } = await hall.ok(there.people.owner, 'speak.raise', {
    params: { compoundId: there.id },
    body: { text: '别处的事，水管漏', place: { buildingId: there.buildingId, detail: '' } },
  })
  const { photo } = await upload(hall, there.people.owner, await jpeg(), { compoundId: there.id })
  foreign = { matterId: id, photoId: photo.id }
})
afterAll(() => hall.close())
beforeEach(async () => {
  before = await countRows(hall)
})

const global = new Set<string>(GLOBAL_TABLES)

interface Key {
  table: string
  kind: 'p' | 'u' | 'f'
  name: string
  columns: string[]
  target: string | null
  targetColumns: string[] | null
}

async function keys(): Promise<Key[]> {
  const { rows } = await hall.platform.pool.query<Key>(`
    select t.relname as table, c.contype as kind, c.conname as name, target.relname as target,
      array(select a.attname::text from unnest(c.conkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.o) as columns,
      case when c.contype = 'f' then array(select a.attname::text from unnest(c.confkey) with ordinality k(n, o)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.o) end as "targetColumns"
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid and t.relnamespace = 'public'::regnamespace
    left join pg_class target on target.oid = c.confrelid
    where c.contype in ('p', 'u', 'f')`)
  return rows
}

test('every key of every table that is a compound’s own begins with the compound', async () => {
  const all = await keys()
  expect(all.length).toBeGreaterThan(40)
  const own = all.filter((key) => !global.has(key.table))
  const wrong = own.filter((key) => {
    if (key.kind === 'f' && key.target !== null && global.has(key.target)) return false
    if (key.kind === 'f' && key.targetColumns?.[0] !== 'compound_id') return true
    return key.columns[0] !== 'compound_id'
  })
  expect(wrong.map((key) => key.name)).toEqual([])
})

test('every such table has a primary key and a compound that is never empty', async () => {
  const { rows } = await hall.platform.pool.query<{ table: string; hasKey: boolean; notNull: boolean }>(`
    select t.relname as table,
      exists (select from pg_constraint c where c.conrelid = t.oid and c.contype = 'p') as "hasKey",
      coalesce((select attnotnull from pg_attribute a where a.attrelid = t.oid and a.attname = 'compound_id'), false) as "notNull"
    from pg_class t where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace`)
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter((row) => !row.hasKey).map((row) => row.table)).toEqual([])
  expect(rows.filter((row) => !row.notNull && !global.has(row.table))).toEqual([])
})

test('unique indexes begin with the compound too', async () => {
  const { rows } = await hall.platform.pool.query<{ table: string; name: string; first: string }>(`
    select t.relname as table, i.relname as name,
      (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0]) as first
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    where x.indisunique and t.relnamespace = 'public'::regnamespace`)
  expect(rows.filter((row) => !global.has(row.table) && row.first !== 'compound_id')).toEqual([])
})

test('a matter of another compound cannot be read, moved or answered through one’s own', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const params = { matterId: foreign.matterId }
  const reason = '试一试'
  const answers = [
    await hall.send(owner, 'speak.read', { params }),
    await hall.send(owner, 'speak.withdraw', { params, body: { reason } }),
    await hall.send(tenant, 'speak.support', { params, body: { on: true } }),
    await hall.send(tenant, 'speak.follow', { params, body: { on: true } }),
    await hall.send(tenant, 'speak.comment', { params, body: { text: '你好' } }),
    await hall.send(tenant, 'speak.comments', { params }),
    await hall.send(branch_secretary, 'sort.acknowledge', { params }),
    await hall.send(branch_secretary, 'sort.return', { params, body: { reason, whereTo: '别处' } }),
  ]
  for (const answer of answers) expectProblem(answer, 404, 'not_found')
  expect(await countRows(hall)).toEqual(before)
})

test('a matter cannot be merged into one of another compound', async () => {
  const { id: matterId } = await raise(hall, hall.people.owner)
  before = await countRows(hall)
  const answer = await hall.send(hall.people.branch_secretary, 'sort.merge', {
    params: { matterId },
    body: { intoId: foreign.matterId, reason: '试一试' },
  })
  expectProblem(answer, 404, 'not_found')
  expect(await countRows(hall)).toEqual(before)
})

test('a building, a photo or a resident of another compound cannot be named in a matter', async () => {
  const { helper } = hall.people
  const say = (more: object) =>
    hall.send(helper, 'speak.raise', {
      body: { text: '门口的灯不亮', place: { buildingId: null, detail: '' }, ...more },
    })
  expectProblem(await say({ place: { buildingId: there.buildingId, detail: '' } }), 404, 'not_found')
  expectProblem(await say({ photoIds: [foreign.photoId] }), 422, 'photo_unknown')
  const onBehalf = { capacity: 'helper', channel: 'door', reporterId: there.people.owner.id }
  expectProblem(await say({ onBehalf }), 404, 'not_found')
  expect(await countRows(hall)).toEqual(before)
})

test('nobody of another compound is made lead, helper or checker', async () => {
  const { branch_secretary, property_manager } = hall.people
  const { id: matterId } = await raise(hall, hall.people.owner)
  const stranger = there.people.property_manager.id
  const sortTo = await hall.send(branch_secretary, 'sort.sort', {
    params: { matterId },
    body: { topic: 'other', reason: '试', routes: [{ ...byProperty(hall), leadId: stranger }] },
  })
  expectProblem(sortTo, 422, 'lead_required')
  const where = await sorted(hall)
  const base = { leadId: property_manager.id, task: '修灯', dueAt: isoAt(hall.clock.now() + 1e8) }
  const assign = (more: object) =>
    hall.send(branch_secretary, 'act.assign', { params: where, body: { ...base, ...more } })
  expectProblem(await assign({ leadId: stranger }), 422, 'lead_required')
  expectProblem(await assign({ helperIds: [stranger] }), 422, 'lead_required')
  expectProblem(await assign({ checkerId: stranger }), 422, 'checker_required')
})

test('a route of another matter is not found through this one', async () => {
  const [one, other] = [await sorted(hall), await sorted(hall)]
  const answer = await hall.send(hall.people.property_manager, 'act.start', {
    params: { matterId: one.matterId, routeId: other.routeId },
  })
  expectProblem(answer, 404, 'route_unknown')
})

describe('somebody who belongs to two compounds', () => {
  let both: TestPerson
  beforeAll(async () => {
    both = await addPerson(hall.platform, hall.compound.id, { name: '两处有房', roles: ['owner'] })
    await hall.platform.pool.query(
      `insert into members (compound_id, person_id, roles, label, joined_at) values ($1, $2, '{branch_secretary}', '书记', now())`,
      [there.id, both.id],
    )
  })

  test('is branch in one and resident in the other', async () => {
    expect((await hall.send(both, 'sort.queue', { params: { compoundId: there.id } })).status).toBe(200)
    expectProblem(await hall.send(both, 'sort.queue'), 403, 'not_allowed')
    const { compounds } = await hall.ok(both, 'people.me')
    expect(compounds.map((each) => [each.name, each.can.seeQueue])).toEqual(
      expect.arrayContaining([
        ['试验里', false],
        ['别处', true],
      ]),
    )
  })

  test('cannot carry a photo or a key from one to the other', async () => {
    const { photo } = await upload(hall, both, await jpeg(), { compoundId: there.id })
    const body = { text: '灯', place: { buildingId: null, detail: '' } }
    expectProblem(
      await hall.send(both, 'speak.raise', { body: { ...body, photoIds: [photo.id] } }),
      422,
      'photo_unknown',
    )
    const key = crypto.randomUUID()
    const here = await hall.ok(both, 'speak.raise', { body, key })
    const other = await hall.ok(both, 'speak.raise', { params: { compoundId: there.id }, body, key })
    expect(other.id).not.toBe(here.id)
  })

  test('sees only this compound’s matters and messages in it', async () => {
    const { matters } = await hall.ok(both, 'speak.list', { query: { limit: 50 } })
    expect(matters.map((each) => each.id)).not.toContain(foreign.matterId)
    const { notices } = await hall.ok(both, 'people.inbox')
    expect(notices.every((notice) => notice.matterId !== foreign.matterId)).toBe(true)
  })
})
