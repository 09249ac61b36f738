import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { byProperty, claimDone, isoAt, raise, rate, read, routeOf, settle, sort } from '../support/matters'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

test('a matter with several routes lives on each of them and closes with the last', async () => {
  const { owner, branch_secretary, department_liaison, residents_committee } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const matter = await sort(hall, branch_secretary, matterId, [
    byProperty(hall),
    { code: 'whistle', leadId: department_liaison.id, ground: 'enforcement' },
    { code: 'elsewhere', whereTo: '区住建局物业科' },
  ])
  expect(matter.routes).toEqual(['property', 'whistle', 'elsewhere'])
  expect(matter.routeViews.map((route) => route.state)).toEqual(['assigned', 'assigned', 'referred'])

  const whistle = { matterId, routeId: routeOf(matter, 'whistle').id }
  await claimDone(hall, whistle, department_liaison)
  const elsewhere = { matterId, routeId: routeOf(matter, 'elsewhere').id }
  await hall.ok(residents_committee, 'act.answer', {
    params: elsewhere,
    body: { reason: '已带您到区住建局物业科登记，受理号 88' },
  })
  const between = await read(hall, owner, matterId)
  expect(between.routeViews.map((route) => route.state)).toEqual(['assigned', 'done_claimed', 'closed'])
  expect(between.standing.state).toBe('assigned')

  const property = { matterId, routeId: routeOf(matter, 'property').id }
  await claimDone(hall, property)
  await hall.pass(DAY)
  for (const where of [property, whistle]) {
    await rate(hall, owner, where)
    await settle(hall, where)
  }
  expect((await read(hall, owner, matterId)).standing.state).toBe('closed')
})

test('“已转交相关部门” is no answer', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const matter = await sort(hall, branch_secretary, matterId, [{ code: 'elsewhere', whereTo: '法院' }])
  const { status, problem } = await hall.send(branch_secretary, 'act.answer', {
    params: { matterId, routeId: routeOf(matter, 'elsewhere').id },
    body: { reason: '已转交相关部门。' },
  })
  expect([status, problem.code]).toEqual([422, 'reason_required'])
})

test.each([
  ['a whistle without one of the three grounds', { code: 'whistle' }, 'whistle_ground_required'],
  ['property work without a lead', { code: 'property', leadId: null }, 'lead_required'],
  ['“elsewhere” that does not say where', { code: 'elsewhere' }, 'where_to_required'],
] as const)('%s is refused', async (_name, choice, code) => {
  const { owner, branch_secretary, property_manager } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const { status, problem } = await hall.send(branch_secretary, 'sort.sort', {
    params: { matterId },
    body: { topic: 'other', reason: '试一试', routes: [{ leadId: property_manager.id, ...choice }] },
  })
  expect([status, problem.code]).toEqual([422, code])
  expect((await read(hall, owner, matterId)).standing.state).toBe('raised')
})

test('nobody can be made answerable whose role does not carry it', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const { status, problem } = await hall.send(branch_secretary, 'sort.sort', {
    params: { matterId },
    body: { topic: 'other', reason: '试一试', routes: [{ code: 'property', leadId: tenant.id }] },
  })
  expect([status, problem.code]).toEqual([422, 'lead_required'])
})

test('a due date in the past, or more than a year away, is refused', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const now = hall.clock.now()
  for (const [dueAt, code] of [
    [now - DAY, 'due_in_past'],
    [now + 400 * DAY, 'due_too_far'],
  ] as const) {
    const { status, problem } = await hall.send(branch_secretary, 'sort.sort', {
      params: { matterId },
      body: { topic: 'other', reason: '试', routes: [{ ...byProperty(hall), dueAt: isoAt(dueAt) }] },
    })
    expect([status, problem.code]).toEqual([422, code])
  }
})

test('a matter between two neighbours stays between them, its mediator and those with a duty', async () => {
  const { owner, tenant, family, branch_secretary, residents_committee, supervisor } = hall.people
  const { id: matterId } = await raise(hall, owner)
  await hall.ok(family, 'speak.follow', { params: { matterId }, body: { on: true } })
  await hall.ok(tenant, 'speak.support', { params: { matterId }, body: { on: true } })
  await sort(hall, branch_secretary, matterId, [{ code: 'mediation', leadId: residents_committee.id }])

  for (const who of [owner, residents_committee, branch_secretary, supervisor]) {
    expect((await read(hall, who, matterId)).isPrivate).toBe(true)
  }
  for (const who of [tenant, family, hall.people.property_manager]) {
    const { status } = await hall.send(who, 'speak.read', { params: { matterId } })
    expect(status).toBe(404)
    const { matters } = await hall.ok(who, 'speak.list', { query: { limit: 50 } })
    expect(matters.map((each) => each.id)).not.toContain(matterId)
    expect((await hall.ok(who, 'people.home')).nearby.map((each) => each.id)).not.toContain(matterId)
  }
  const mine = await hall.ok(residents_committee, 'speak.list', { query: { limit: 50 } })
  expect(mine.matters.map((each) => each.id)).toContain(matterId)
  const { notices } = await hall.ok(family, 'people.inbox')
  expect(notices.filter((notice) => notice.matterId === matterId)).toEqual([])
})
