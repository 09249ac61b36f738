import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { beingRated, claimDone, onlyRoute, raise, read, sort, sorted } from '../support/matters'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const object = (matterId: string) =>
  hall.ok(hall.people.owner, 'speak.object', { params: { matterId }, body: { reason: '这是大家的事' } })

test('an objection is reviewed by somebody else than the one who decided', async () => {
  const { owner, branch_secretary, branch_sorter } = hall.people
  const { matterId } = await sorted(hall)
  expect((await object(matterId)).standing.state).toBe('objected')

  const own = await hall.send(branch_secretary, 'sort.review', {
    params: { matterId },
    body: { upheld: false, reason: '我没分错' },
  })
  expect([own.status, own.problem.code]).toEqual([403, 'same_person'])
  expect((await read(hall, branch_secretary, matterId)).can).not.toContain('review')

  const queue = await hall.ok(branch_sorter, 'sort.queue', { query: { limit: 50 } })
  expect(queue.matters.find((each) => each.id === matterId)?.isReview).toBe(true)
  const reviewed = await hall.ok(branch_sorter, 'sort.review', {
    params: { matterId },
    body: { upheld: true, reason: '确实要大家商量' },
  })
  expect(reviewed.standing.state).toBe('raised')
  expect(reviewed.standing.overdueText).toBe('')
  expect(reviewed.timeline[0]).toMatchObject({ title: '复核：改正，重新分类', text: '确实要大家商量' })
  const again = await sort(hall, branch_secretary, matterId, [{ code: 'deliberation' }])
  expect(again.routeViews.map((route) => route.state)).toEqual(['closed', 'sorted'])
  expect((await read(hall, owner, matterId)).can).not.toContain('object')
})

test('one objection, within seven days of the decision', async () => {
  const { owner, branch_sorter } = hall.people
  const { matterId } = await sorted(hall)
  await object(matterId)
  await hall.ok(branch_sorter, 'sort.review', {
    params: { matterId },
    body: { upheld: false, reason: '维持' },
  })
  const twice = await hall.send(owner, 'speak.object', { params: { matterId }, body: { reason: '还是不对' } })
  expect([twice.status, twice.problem.code]).toEqual([409, 'already_objected'])

  const late = await sorted(hall)
  hall.clock.forward(7 * DAY + 1)
  const { status, problem } = await hall.send(owner, 'speak.object', {
    params: { matterId: late.matterId },
    body: { reason: '太晚了' },
  })
  expect([status, problem.code]).toEqual([409, 'objection_window_over'])
})

test('a neighbour cannot object to the sorting of another’s matter', async () => {
  const { matterId } = await sorted(hall)
  const { status } = await hall.send(hall.people.tenant, 'speak.object', {
    params: { matterId },
    body: { reason: '我也不同意' },
  })
  expect(status).toBe(403)
})

test('a return can be objected to, and reviewed back into the queue', async () => {
  const { owner, branch_secretary, branch_sorter } = hall.people
  const { id: matterId } = await raise(hall, owner)
  await hall.ok(branch_secretary, 'sort.return', {
    params: { matterId },
    body: { reason: '不归小区', whereTo: '街道信访' },
  })
  await object(matterId)
  const back = await hall.ok(branch_sorter, 'sort.review', {
    params: { matterId },
    body: { upheld: true, reason: '就是小区的事' },
  })
  expect(back.standing.state).toBe('raised')
})

test('rating that fell due while an objection was looked at is asked for when the decision stands', async () => {
  const { branch_sorter, owner } = hall.people
  const where = await sorted(hall)
  await claimDone(hall, where)
  await object(where.matterId)
  await hall.pass(3 * DAY)
  expect(onlyRoute(await read(hall, owner, where.matterId)).state).toBe('done_claimed')
  await hall.ok(branch_sorter, 'sort.review', {
    params: { matterId: where.matterId },
    body: { upheld: false, reason: '维持' },
  })
  await hall.pass(60_000)
  expect(onlyRoute(await read(hall, owner, where.matterId)).state).toBe('being_rated')
})

test('an overdue task is not told overdue a second time because an objection came between', async () => {
  const { branch_sorter, owner } = hall.people
  const { matterId } = await sorted(hall)
  await object(matterId)
  await hall.pass(8 * DAY)
  const told = async () =>
    (await hall.ok(owner, 'people.inbox')).notices.filter(
      (notice) => notice.matterId === matterId && notice.title.includes('到期还没办完'),
    ).length
  expect(await told()).toBe(1)
  await hall.ok(branch_sorter, 'sort.review', {
    params: { matterId },
    body: { upheld: false, reason: '维持' },
  })
  await hall.pass(DAY)
  expect(await told()).toBe(1)
})

test('a matter that is being rated can still be objected to and rated afterwards', async () => {
  const { branch_sorter, owner } = hall.people
  const where = await beingRated(hall)
  await object(where.matterId)
  await hall.ok(branch_sorter, 'sort.review', {
    params: { matterId: where.matterId },
    body: { upheld: false, reason: '维持' },
  })
  const route = onlyRoute(await read(hall, owner, where.matterId))
  expect(route.state).toBe('being_rated')
  expect(route.can).toContain('rate')
})
