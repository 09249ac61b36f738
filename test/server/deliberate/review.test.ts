import { DAY } from '@yishiting/domain/matter/instant'
import { scoresOf } from '../../../server/deliberate/scores'
import { type Hall, openHall } from '../../support/hall'
import { beingRated, isoAt, rate, UNSOLVED } from '../support/matters'
import { convene, opened, page } from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 6 })
})
afterAll(() => hall.close())

test('a body under review is shown with a year of answers about its work, each with its N, too few not told', async () => {
  const { owner, property_manager, tenant } = hall.people
  await hall.platform.db
    .updateTable('members')
    .set({ dutyTitle: '物业工程部' })
    .where('compoundId', '=', hall.compound.id)
    .where('personId', '=', property_manager.id)
    .execute()
  await rate(hall, owner, await beingRated(hall))
  await rate(hall, owner, await beingRated(hall), UNSOLVED)
  const meeting = await convene(hall, [], {
    kind: 'review',
    bodies: ['物业工程部', '没有这个单位'],
    startsAt: isoAt(hall.clock.now() + 4 * DAY),
  })
  const { items } = await page(hall, tenant, meeting.id)
  expect(items.map(({ matterTitle }) => matterTitle)).toEqual(['物业工程部', '没有这个单位'])
  expect(items[0]?.scores).toBe(
    '一年里说办完的 2 件；住户说：联系过 样本不足（N=2），解决了 样本不足（N=2），满意 样本不足（N=2）',
  )
  expect(items[1]?.scores).toBe('')
  const { db, rules, clock } = hall.platform
  const later = await scoresOf(db, hall.compound.id, ['物业工程部'], clock.now() + 366 * DAY, rules)
  expect(later.size).toBe(0)
})

test('before it opens the members’ answers say whether enough will come; afterwards those who are here count', async () => {
  const { seated } = hall.compound
  const meeting = await convene(hall, [], {
    kind: 'review',
    bodies: ['物业工程部'],
    startsAt: isoAt(hall.clock.now() + 4 * DAY),
  })
  const answer = (index: number, going: 'yes' | 'no') =>
    hall.ok(seated[index] as never, 'deliberate.rsvp', { params: { meetingId: meeting.id }, body: { going } })
  await answer(0, 'yes')
  await answer(1, 'yes')
  const before = await answer(2, 'no')
  expect(before.forecast).toBe('要 4 位，答应来的 2 位，还差 2 位；没回话的还有 3 位。')
  await answer(3, 'yes')
  expect((await answer(4, 'yes')).forecast).toBe('要 4 位，答应来的 4 位，够了。')
  expect((await opened(hall, meeting)).forecast).toBe('')
})

test('a matter that was done and rated is reviewed with its scores, waits for no result, and belongs to a 评议会 only', async () => {
  const { owner, branch_secretary, tenant } = hall.people
  const done = await beingRated(hall)
  const startsAt = isoAt(hall.clock.now() + 4 * DAY)
  const body = { kind: 'review' as const, place: '二楼', startsAt, items: [], reviewed: [done.matterId] }
  const early = await hall.send(branch_secretary, 'deliberate.convene', { body })
  expect(early.problem).toMatchObject({
    code: 'target_invalid',
    detail: expect.stringContaining('还没有人评过'),
  })
  await rate(hall, owner, done)
  const { reviewable } = await hall.ok(branch_secretary, 'deliberate.agendaCandidates')
  expect(reviewable.map(({ matterId }) => matterId)).toContain(done.matterId)
  const other = await hall.send(branch_secretary, 'deliberate.convene', {
    body: { ...body, kind: 'deliberation' },
  })
  expect(other.problem.code).toBe('target_invalid')

  const meeting = await opened(hall, await hall.ok(branch_secretary, 'deliberate.convene', { body }))
  expect((await page(hall, tenant, meeting.id)).items[0]).toMatchObject({
    matterId: done.matterId,
    isReviewed: true,
    outcome: null,
    scores: '住户说：联系过 样本不足（N=1），解决了 样本不足（N=1），满意 样本不足（N=1）',
  })
  expect(meeting.can.close).toBe(true)
  const closed = await hall.ok(branch_secretary, 'deliberate.close', { params: { meetingId: meeting.id } })
  expect(closed.state).toBe('closed')
})
