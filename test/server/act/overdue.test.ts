import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { titlesOf } from '../support/inbox'
import { beingRated, isoAt, onlyRoute, raise, read, sort, sorted } from '../support/matters'

let hall: Hall
beforeEach(async () => {
  hall = await openHall()
})
afterEach(() => hall.close())

const overdueIds = async () =>
  (await hall.ok(hall.people.tenant, 'speak.list', { query: { overdue: 'true' } })).matters.map(
    (each) => each.id,
  )

test('what is not done by its date is overdue to everyone; the lead, the reporter and the branch are told once', async () => {
  const { owner, tenant, branch_secretary, branch_sorter, property_manager, family } = hall.people
  const { matterId } = await sorted(hall)
  const { title } = await read(hall, owner, matterId)
  expect(await overdueIds()).toEqual([])
  await hall.pass(9 * DAY)
  const seen = await read(hall, tenant, matterId)
  expect(seen.standing.overdueText).toBe('逾期 2 天')
  expect(onlyRoute(seen).overdueText).toBe('逾期 2 天')
  expect(await overdueIds()).toEqual([matterId])
  await hall.pass(DAY)
  const told = `“${title}” 到期还没办完`
  for (const who of [owner, property_manager, branch_secretary, branch_sorter]) {
    expect((await titlesOf(hall, who)).filter((each) => each === told)).toHaveLength(1)
  }
  expect(await titlesOf(hall, family)).not.toContain(told)
  const { waiting } = await hall.ok(property_manager, 'people.home')
  expect(waiting[0]).toMatchObject({ kind: 'task', matterId, overdueText: '逾期 3 天' })
})

test('nobody took it on within 24 hours: the branch and the supervisor are told', async () => {
  const { owner, branch_secretary, supervisor, street } = hall.people
  const { title, id } = await raise(hall, owner)
  await hall.pass(23 * HOUR)
  expect(await titlesOf(hall, supervisor)).toEqual([])
  await hall.pass(2 * HOUR)
  for (const who of [branch_secretary, supervisor, street]) {
    expect(await titlesOf(hall, who)).toContain(`“${title}” 超过 24 小时没人接`)
  }
  expect(await overdueIds()).toEqual([id])
})

test('taken on but not sorted within three working days: told as well', async () => {
  const { owner, branch_secretary, supervisor } = hall.people
  const { title, id: matterId } = await raise(hall, owner)
  await hall.ok(branch_secretary, 'sort.acknowledge', { params: { matterId } })
  await hall.pass(2 * DAY)
  expect(await titlesOf(hall, supervisor)).toEqual([])
  // Raised on a Wednesday: the third working day is the Monday after.
  await hall.pass(3 * DAY + HOUR)
  expect(await titlesOf(hall, supervisor)).toEqual([`“${title}” 超过 3 个工作日没分类`])
})

test('never taken on: it is told late for sorting too', async () => {
  const { owner, supervisor } = hall.people
  const { title } = await raise(hall, owner)
  await hall.pass(6 * DAY)
  expect((await titlesOf(hall, supervisor)).sort()).toEqual([
    `“${title}” 超过 24 小时没人接`,
    `“${title}” 超过 3 个工作日没分类`,
  ])
})

test('a meeting and the end of rating are no deadlines that somebody misses', async () => {
  const { matterId } = await beingRated(hall)
  hall.clock.forward(30 * DAY)
  expect(await overdueIds()).toEqual([])
  expect((await read(hall, hall.people.owner, matterId)).standing.overdueText).toBe('')
})

test('one extension, with a reason, to a later date', async () => {
  const { property_manager } = hall.people
  const where = await sorted(hall)
  const extend = (days: number, reason = '等配件') =>
    hall.send(property_manager, 'act.extend', {
      params: where,
      body: { dueAt: isoAt(hall.clock.now() + days * DAY), reason },
    })
  expect((await extend(5)).problem.code).toBe('due_in_past')
  expect((await extend(12, '')).problem.code).toBe('reason_required')
  const extended = await extend(12)
  expect(extended.status).toBe(200)
  const route = onlyRoute(extended.body)
  expect(route.state).toBe('extended')
  expect(Date.parse(route.dueAt ?? '')).toBe(hall.clock.now() + 12 * DAY)
  expect(Date.parse(route.dueBeforeExtension ?? '')).toBe(hall.clock.now() + 7 * DAY)
  expect(route.can).not.toContain('extend')
  const twice = await extend(20)
  expect([twice.status, twice.problem.code]).toEqual([409, 'not_in_this_state'])

  // The old date passes without a word; the new one does not.
  await hall.pass(8 * DAY)
  expect(await overdueIds()).toEqual([])
  await hall.pass(5 * DAY)
  expect(await overdueIds()).toEqual([where.matterId])
})

test('a matter that comes back is not late for having been raised long ago', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  await sort(hall, branch_secretary, matterId, [{ code: 'elsewhere', whereTo: '法院' }])
  const matter = await read(hall, owner, matterId)
  await hall.ok(branch_secretary, 'act.answer', {
    params: { matterId, routeId: onlyRoute(matter).id },
    body: { reason: '请到区法院立案庭，电话 12368' },
  })
  await hall.pass(20 * DAY)
  await hall.ok(owner, 'speak.reopen', { params: { matterId }, body: { reason: '法院说归小区' } })
  expect((await read(hall, owner, matterId)).standing.overdueText).toBe('')
  expect(await overdueIds()).toEqual([])
  await hall.pass(25 * HOUR)
  expect(await overdueIds()).toEqual([matterId])
})
