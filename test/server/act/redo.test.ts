import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import {
  beingRated,
  claimDone,
  HAPPY,
  isoAt,
  onlyRoute,
  rate,
  read,
  settle,
  sorted,
  UNSOLVED,
} from '../support/matters'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 2 })
})
afterAll(() => hall.close())

interface Where {
  matterId: string
  routeId: string
}

const assign = (where: Where, checkerId: string | null) =>
  hall.send(hall.people.branch_secretary, 'act.assign', {
    params: where,
    body: {
      leadId: hall.people.property_manager.id,
      task: '重新修好',
      dueAt: isoAt(hall.clock.now() + 3 * DAY),
      checkerId,
    },
  })

async function failed(): Promise<Where> {
  const where = await beingRated(hall)
  await rate(hall, hall.people.owner, where, UNSOLVED)
  const redo = await settle(hall, where)
  expect(onlyRoute(redo)).toMatchObject({ state: 'redo', failures: 1 })
  return where
}

const check = (where: Where, who: (typeof hall.compound.seated)[number], passed: boolean) =>
  hall.send(who, 'act.check', {
    params: where,
    body: { passed, reason: passed ? '看过了，亮了' : '还是不亮' },
  })

test('“not solved” by the reporter sends it back to be done again, with a new date and a checker', async () => {
  const where = await failed()
  const redo = onlyRoute(await read(hall, hall.people.owner, where.matterId))
  expect(Date.parse(redo.dueAt ?? '')).toBe(hall.clock.now() + 7 * DAY)

  const without = await assign(where, null)
  expect([without.status, without.problem.code]).toEqual([422, 'checker_required'])
  const oneself = await assign(where, hall.people.property_manager.id)
  expect([oneself.status, oneself.problem.code]).toEqual([422, 'checker_not_different'])
  expect((await assign(where, hall.people.supervisor.id)).status).toBe(200)
})

test('the lead cannot go round the checker by reporting a redo done at once', async () => {
  const where = await failed()
  for (const id of ['act.claimDone', 'act.progress'] as const) {
    const { status, problem } = await hall.send(hall.people.property_manager, id, {
      params: where,
      body: { text: '又修了', photoIds: [] },
    })
    expect([status, problem.code]).toEqual([409, 'not_in_this_state'])
  }
})

test('rating of a redo opens only when its checker has looked; a check that fails sends it on', async () => {
  const [checker] = hall.compound.seated
  if (!checker) throw new Error('a seat is missing')
  const where = await failed()
  await assign(where, checker.id)
  await claimDone(hall, where)
  await hall.pass(2 * DAY)
  expect(onlyRoute(await read(hall, checker, where.matterId)).state).toBe('done_claimed')
  expect((await hall.ok(checker, 'people.home')).waiting[0]).toMatchObject({ kind: 'check', ...where })

  expect((await check(where, hall.people.owner, true)).status).toBe(403)
  expect((await check(where, checker, false)).status).toBe(200)
  expect(onlyRoute(await read(hall, checker, where.matterId)).state).toBe('in_progress')

  await claimDone(hall, where)
  expect((await check(where, checker, true)).status).toBe(200)
  await hall.pass(DAY)
  expect(onlyRoute(await read(hall, checker, where.matterId)).state).toBe('being_rated')
})

test('a second failure goes one level up, and the same person does not check again', async () => {
  const [first, second] = hall.compound.seated
  if (!first || !second) throw new Error('a seat is missing')
  const where = await failed()
  await assign(where, first.id)
  await claimDone(hall, where)
  await check(where, first, true)
  await hall.pass(DAY)
  // A new round: the reporter answers anew, and the first answer stays on record.
  await rate(hall, hall.people.owner, where, UNSOLVED)
  const escalated = await settle(hall, where)
  expect(onlyRoute(escalated)).toMatchObject({ state: 'escalated', failures: 2 })
  expect(escalated.timeline[0]?.title).toBe('两次没办好，报上一级')
  const { rows } = await hall.platform.pool.query(
    'select round, solved from ratings where route_id = $1 order by 1',
    [where.routeId],
  )
  expect(rows).toEqual([
    { round: 0, solved: false },
    { round: 1, solved: false },
  ])

  const again = await assign(where, first.id)
  expect([again.status, again.problem.code]).toEqual([422, 'checker_not_different'])
  const upper = await assign(where, first.id.toUpperCase())
  expect([upper.status, upper.problem.code]).toEqual([422, 'checker_not_different'])
  expect((await assign(where, second.id)).status).toBe(200)
})

test('a done-claim without a photo is no claim', async () => {
  const where = await sorted(hall)
  const { status, problem } = await hall.send(hall.people.property_manager, 'act.claimDone', {
    params: where,
    body: { text: '修好了', photoIds: [] },
  })
  expect([status, problem.code]).toEqual([422, 'evidence_required'])
})

test('only the lead reports it done; a helper may report progress', async () => {
  const { property_manager, helper, branch_secretary } = hall.people
  const where = await sorted(hall)
  await hall.ok(branch_secretary, 'act.assign', {
    params: where,
    body: {
      leadId: property_manager.id,
      helperIds: [helper.id],
      task: '修灯',
      dueAt: isoAt(hall.clock.now() + DAY),
    },
  })
  const progress = await hall.ok(helper, 'act.progress', { params: where, body: { text: '买到灯了' } })
  expect(onlyRoute(progress).can).toContain('progress')
  expect(onlyRoute(progress).can).not.toContain('claimDone')
  const claim = await hall.send(helper, 'act.claimDone', {
    params: where,
    body: { text: '好了', photoIds: [] },
  })
  expect(claim.status).toBe(403)
  const other = await hall.send(hall.people.department_liaison, 'act.start', { params: where })
  expect(other.status).toBe(403)
})

test('the one who has to do the work sees whom to call and where; the others on the board do not', async () => {
  const { owner, property_manager, department_liaison } = hall.people
  const { matterId } = await sorted(hall)
  const mine = await hall.ok(property_manager, 'act.tasks', { query: { limit: 50 } })
  const task = mine.tasks.find((each) => each.matterId === matterId)
  expect(task?.reporter).toMatchObject({ name: owner.name, phone: owner.phone })
  const all = await hall.ok(department_liaison, 'act.tasks', { query: { scope: 'all', limit: 50 } })
  expect(all.tasks.find((each) => each.matterId === matterId)?.reporter).toMatchObject({
    label: '5 号楼居民',
    name: null,
    phone: null,
  })
  expect((await hall.ok(department_liaison, 'act.tasks')).tasks).toEqual([])
})

test('a rating that all find good closes it', async () => {
  const where = await beingRated(hall)
  await rate(hall, hall.people.owner, where, HAPPY)
  expect((await settle(hall, where)).standing.state).toBe('closed')
})
