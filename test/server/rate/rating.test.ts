import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { addPerson } from '../../support/people'
import { titlesOf } from '../support/inbox'
import {
  beingRated,
  claimDone,
  HAPPY,
  onlyRoute,
  raise,
  rate,
  read,
  settle,
  sort,
  sorted,
  UNSOLVED,
} from '../support/matters'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 6 })
})
afterAll(() => hall.close())

test('the day after the done-claim the reporter and those who said “me too” are asked', async () => {
  const { owner, tenant, family } = hall.people
  const where = await sorted(hall)
  const { title } = await read(hall, owner, where.matterId)
  await hall.ok(tenant, 'speak.support', { params: { matterId: where.matterId }, body: { on: true } })
  await claimDone(hall, where)
  const early = await hall.send(owner, 'rate.rate', { params: where, body: HAPPY })
  expect([early.status, early.problem.code]).toEqual([409, 'not_in_this_state'])
  await hall.pass(DAY)
  expect(await titlesOf(hall, tenant)).toContain(`“${title}” 办完了吗？`)
  expect(await titlesOf(hall, owner)).toContain(`“${title}” 请大家评一评`)
  expect(await titlesOf(hall, family)).not.toContain(`“${title}” 办完了吗？`)
  expect((await hall.ok(tenant, 'people.home')).waiting[0]).toMatchObject({ kind: 'rate', ...where })
})

test('every rate prints its N, and below five answers 样本不足 instead of a percentage', async () => {
  const where = await beingRated(hall)
  const voices = hall.compound.seated
  for (const voice of voices.slice(0, 4)) await rate(hall, voice, where)
  const few = onlyRoute(await read(hall, hall.people.tenant, where.matterId)).rating
  expect(few).toMatchObject({ n: 4, solved: '样本不足（N=4）', reporterSolved: null, rated: false })
  await rate(hall, hall.people.owner, where, HAPPY)
  await rate(hall, hall.people.tenant, where, { ...HAPPY, satisfied: false, reason: '太慢' })
  const enough = onlyRoute(await read(hall, hall.people.tenant, where.matterId)).rating
  expect(enough).toEqual({
    n: 6,
    contacted: '100%（N=6）',
    solved: '100%（N=6）',
    satisfied: '83%（N=6）',
    reporterSolved: true,
    rated: true,
  })
})

test('one person rates once, also when he taps twice at the same moment', async () => {
  const where = await beingRated(hall)
  const tap = () => hall.send(hall.people.tenant, 'rate.rate', { params: where, body: HAPPY })
  const answers = await Promise.all([tap(), tap(), tap()])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
  expect(onlyRoute(await read(hall, hall.people.tenant, where.matterId)).rating?.n).toBe(1)
})

test('“not satisfied” needs a reason, and each of the three answers must be given', async () => {
  const where = await beingRated(hall)
  const silent = await hall.send(hall.people.owner, 'rate.rate', {
    params: where,
    body: { ...HAPPY, satisfied: false, reason: '  ' },
  })
  expect([silent.status, silent.problem.code]).toEqual([422, 'reason_required'])
  const answers = { contacted: true, satisfied: true } as typeof HAPPY
  const partial = await hall.send(hall.people.owner, 'rate.rate', { params: where, body: answers })
  expect([partial.status, partial.problem.detail]).toEqual([400, '请答：解决了没有。'])
})

test('a lead who lives here may not rate his own work; the branch, the property and a supervisor have no voice in it', async () => {
  const lead = await addPerson(hall.platform, hall.compound.id, {
    name: '住在这里的物业',
    roles: ['owner', 'property_manager'],
    unitId: hall.compound.unitIds[0] ?? null,
    building: '5 号楼',
  })
  const { owner, branch_secretary, supervisor, property_manager } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const matter = await sort(hall, branch_secretary, matterId, [{ code: 'property', leadId: lead.id }])
  const where = { matterId, routeId: onlyRoute(matter).id }
  await claimDone(hall, where, lead)
  await hall.pass(DAY)
  expect(onlyRoute(await read(hall, lead, matterId)).can).not.toContain('rate')
  const own = await hall.send(lead, 'rate.rate', { params: where, body: HAPPY })
  expect([own.status, own.problem.code]).toEqual([403, 'same_person'])
  for (const who of [branch_secretary, supervisor, property_manager]) {
    expect((await hall.send(who, 'rate.rate', { params: where, body: HAPPY })).status).toBe(403)
  }
})

test('the doer cannot see who gave which answer', async () => {
  const where = await beingRated(hall)
  await rate(hall, hall.people.tenant, where, { ...UNSOLVED, solved: true })
  const seen = await read(hall, hall.people.property_manager, where.matterId)
  const text = JSON.stringify(seen)
  expect(text).not.toContain(UNSOLVED.reason)
  expect(seen.timeline.map((entry) => entry.title)).not.toContain('有人评了')
})

test('more than a third dissatisfied of at least five sends it back, though the reporter is content', async () => {
  const where = await beingRated(hall)
  for (const voice of hall.compound.seated.slice(0, 2)) {
    await rate(hall, voice, where, { ...HAPPY, satisfied: false, reason: '留了一地灰' })
  }
  for (const voice of hall.compound.seated.slice(2, 4)) await rate(hall, voice, where)
  await rate(hall, hall.people.owner, where)
  expect(onlyRoute(await settle(hall, where)).state).toBe('redo')
})

test('nobody settles before the reporter has answered or the seven days are over', async () => {
  const where = await beingRated(hall)
  const early = await hall.send(hall.people.branch_secretary, 'rate.settle', { params: where })
  expect([early.status, early.problem.code]).toEqual([409, 'rating_not_open'])
  await hall.pass(7 * DAY + 1)
  // By itself, without anybody pressing anything.
  expect((await read(hall, hall.people.owner, where.matterId)).standing.state).toBe('closed')
  const late = await hall.send(hall.people.owner, 'rate.rate', { params: where, body: HAPPY })
  expect(late.status).toBe(409)
})

test('a matter closed can come back within thirty days, and is a new matter after that', async () => {
  const where = await beingRated(hall)
  await rate(hall, hall.people.owner, where)
  await settle(hall, where)
  const reopen = () =>
    hall.send(hall.people.owner, 'speak.reopen', {
      params: { matterId: where.matterId },
      body: { reason: '又坏了' },
    })
  expect(
    (await hall.send(hall.people.tenant, 'speak.reopen', { params: where, body: { reason: '又坏了' } }))
      .status,
  ).toBe(403)
  hall.clock.days(31)
  const late = await reopen()
  expect([late.status, late.problem.code]).toEqual([409, 'reopen_window_over'])
})
