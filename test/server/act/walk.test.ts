import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { claimDone, HAPPY, onlyRoute, raise, rate, read, settle, sort } from '../support/matters'
import { photoOf } from '../support/pictures'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

test('a matter walks from the first word to the rating and, when it comes back, begins anew', async () => {
  const { owner, tenant, branch_secretary, property_manager } = hall.people
  const raised = await raise(hall, owner, { photoIds: [await photoOf(hall, owner)] })
  expect(raised.receipt).toMatch(/^SX-2026-\d{6}$/)
  expect(raised.standing.state).toBe('raised')
  expect(raised.photos).toHaveLength(1)
  const matterId = raised.id

  await hall.ok(branch_secretary, 'sort.acknowledge', { params: { matterId } })
  const matter = await sort(hall, branch_secretary, matterId)
  const route = onlyRoute(matter)
  expect(route).toMatchObject({ code: 'property', state: 'assigned', task: '把灯修好' })
  const where = { matterId, routeId: route.id }

  await hall.ok(property_manager, 'act.start', { params: where })
  await hall.ok(property_manager, 'act.progress', {
    params: where,
    body: { text: '灯已经买到', photoIds: [await photoOf(hall, property_manager)] },
  })
  const claimed = await claimDone(hall, where)
  expect(claimed.standing.state).toBe('done_claimed')

  await hall.pass(DAY)
  expect((await read(hall, owner, matterId)).standing.state).toBe('being_rated')
  await rate(hall, tenant, where)
  await rate(hall, owner, where, HAPPY)
  const closed = await settle(hall, where)
  expect(closed.standing.state).toBe('closed')

  const reopened = await hall.ok(owner, 'speak.reopen', {
    params: { matterId },
    body: { reason: '又不亮了' },
  })
  expect(reopened.standing.state).toBe('reopened')
  const titles = reopened.timeline.map((entry) => entry.title)
  expect(titles.reverse()).toEqual([
    '5 号楼居民说了这件事',
    '支部接件了',
    '分为物业服务（其他）',
    '开始办了',
    '有进展',
    '说办完了',
    '请大家评一评',
    '评完，办结',
    '又出现了，重新办理',
  ])
  const withPhotos = reopened.timeline.filter((entry) => entry.photos.length > 0)
  expect(withPhotos.map((entry) => entry.title)).toEqual(['说办完了', '有进展'])
})
