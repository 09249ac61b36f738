import type { BodyOf } from '@yishiting/domain/contract'
import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { isoAt, raise, read, sort, sorted } from '../support/matters'
import { convene, noticesOf, page, plan, waiting } from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
})
afterAll(() => hall.close())

const tryToConvene = (body: BodyOf<'deliberate.convene'>) =>
  hall.send(hall.people.branch_secretary, 'deliberate.convene', { body })

test('an 议事会 is announced three days before, a 听证会 ten, and the refusal says the earliest time', async () => {
  const items = [await waiting(hall)]
  const tooSoon = await tryToConvene(plan(hall, items, { startsAt: isoAt(hall.clock.now() + 3 * DAY - 1) }))
  expect(tooSoon.status).toBe(409)
  expect(tooSoon.problem).toMatchObject({
    code: 'notice_too_short',
    detail: '议事会要提前 3 天通知大家，最早可以定在 3 月 14 日 10:00。',
  })
  const hearing = await tryToConvene(
    plan(hall, items, { kind: 'hearing', startsAt: isoAt(hall.clock.now() + 9 * DAY) }),
  )
  expect(hearing.problem.code).toBe('notice_too_short')
  const intime = await tryToConvene(plan(hall, items, { startsAt: isoAt(hall.clock.now() + 3 * DAY) }))
  expect(intime.status).toBe(201)
})

test('its matters stand on the agenda, in order, and their timeline says when', async () => {
  const [first, second] = [await waiting(hall), await waiting(hall)]
  const meeting = await convene(hall, [second, first])
  expect(meeting.items.map((item) => item.matterId)).toEqual([second.matterId, first.matterId])
  expect(meeting).toMatchObject({ state: 'noticed', seats: 21, quorumNeeded: 14, title: '3 月 15 日议事会' })
  const matter = await read(hall, hall.people.tenant, first.matterId)
  expect(matter.standing.state).toBe('scheduled')
  expect(matter.timeline[0]?.title).toBe('列入 3 月 15 日 10:00 的会议')
})

test('everybody with a seat or a matter on it is invited, once', async () => {
  const { owner, tenant, family, supervisor } = hall.people
  const item = await waiting(hall, owner)
  await hall.ok(tenant, 'speak.support', { params: item, body: { on: true } })
  await hall.ok(tenant, 'speak.follow', { params: item, body: { on: true } })
  await hall.ok(family, 'speak.follow', { params: item, body: { on: true } })
  const meeting = await convene(hall, [item], { title: '灯的事' })
  for (const who of [owner, tenant, family, ...hall.compound.seated]) {
    expect(await noticesOf(hall, who, meeting.id)).toEqual(['请来开会：灯的事'])
  }
  expect(await noticesOf(hall, supervisor, meeting.id)).toEqual([])
})

test('the day before, whoever has a seat or said yes is reminded, whoever said no is not', async () => {
  const meeting = await convene(hall, [await waiting(hall)], { title: '提醒' })
  const params = { meetingId: meeting.id }
  const [silent, no] = hall.compound.seated
  if (!silent || !no) throw new Error('no seats')
  await hall.ok(no, 'deliberate.rsvp', { params, body: { going: 'no' } })
  await hall.ok(hall.people.family, 'deliberate.rsvp', { params, body: { going: 'no' } })
  await hall.ok(hall.people.family, 'deliberate.rsvp', { params, body: { going: 'yes' } })
  await hall.pass(3 * DAY - 1)
  expect(await noticesOf(hall, silent, meeting.id)).toEqual(['请来开会：提醒'])
  await hall.pass(1)
  expect(await noticesOf(hall, silent, meeting.id)).toEqual(['请来开会：提醒', '快开会了：提醒'])
  expect(await noticesOf(hall, hall.people.family, meeting.id)).toEqual(['快开会了：提醒'])
  expect(await noticesOf(hall, no, meeting.id)).toEqual(['请来开会：提醒'])
})

test('a meeting that decides needs an agenda; a 恳谈会 may just listen', async () => {
  const empty = await tryToConvene(plan(hall, []))
  expect(empty.problem).toMatchObject({ status: 422, code: 'agenda_required' })
  expect((await tryToConvene(plan(hall, [], { kind: 'talk' }))).status).toBe(201)
})

test('a meeting is somewhere, unless one can take part by phone', async () => {
  const items = [await waiting(hall)]
  const nowhere = await tryToConvene(plan(hall, items, { place: '  ' }))
  expect(nowhere.problem.code).toBe('place_required')
  expect((await tryToConvene(plan(hall, items, { place: '', online: true }))).status).toBe(201)
})

test('what is not waiting for a meeting cannot be put on one, and then nothing is announced', async () => {
  const good = await waiting(hall)
  const toProperty = await tryToConvene(plan(hall, [good, await sorted(hall)]))
  expect(toProperty.status).toBe(409)
  const elsewhere = await waiting(hall)
  await convene(hall, [elsewhere])
  const twice = await tryToConvene(plan(hall, [good, elsewhere]))
  expect(twice.problem.code).toBe('not_in_this_state')
  expect((await read(hall, hall.people.owner, good.matterId)).standing.state).toBe('sorted')
})

test('what is private never stands on an agenda', async () => {
  const { branch_secretary, owner } = hall.people
  const { id } = await raise(hall, owner)
  const matter = await hall.ok(branch_secretary, 'sort.sort', {
    params: { matterId: id },
    body: { topic: 'other', routes: [{ code: 'deliberation' }], reason: '先不公开', isPrivate: true },
  })
  const routeId = matter.routeViews[0]?.id ?? ''
  const refused = await tryToConvene(plan(hall, [{ matterId: id, routeId }]))
  expect(refused.problem).toMatchObject({ code: 'target_invalid', detail: '不公开的事不能列入会议议程。' })
  const { candidates } = await hall.ok(branch_secretary, 'deliberate.agendaCandidates')
  expect(candidates.map((each) => each.matterId)).not.toContain(id)
})

test('residents come to meetings but do not call them', async () => {
  const refused = await hall.send(hall.people.owner, 'deliberate.convene', {
    body: plan(hall, [await waiting(hall)]),
  })
  expect(refused.problem).toMatchObject({ status: 403, code: 'not_allowed' })
})

test('the same notice sent twice announces one meeting', async () => {
  const body = plan(hall, [await waiting(hall)])
  const sent = { body, key: 'double-tap-0001' }
  const first = await hall.ok(hall.people.branch_secretary, 'deliberate.convene', sent)
  const second = await hall.ok(hall.people.branch_secretary, 'deliberate.convene', sent)
  expect(second.id).toBe(first.id)
})

test('called off: the reason reaches everybody, and the matters wait again', async () => {
  const { owner, supervisor, branch_secretary } = hall.people
  const item = await waiting(hall, owner)
  const meeting = await convene(hall, [item], { title: '灯的事' })
  const params = { meetingId: meeting.id }
  await hall.ok(supervisor, 'deliberate.rsvp', { params, body: { going: 'yes' } })
  const silent = await hall.send(branch_secretary, 'deliberate.cancel', { params, body: { reason: ' ' } })
  expect(silent.problem.code).toBe('reason_required')
  const reason = `下${'雨'.repeat(499)}`
  const cancelled = await hall.ok(branch_secretary, 'deliberate.cancel', { params, body: { reason } })
  expect(cancelled).toMatchObject({ state: 'cancelled', checkInCode: null })
  expect(cancelled.can).toMatchObject({ rsvp: false, checkIn: false, open: false, cancel: false })
  for (const who of [owner, supervisor]) {
    expect(await noticesOf(hall, who, meeting.id)).toContain('会议取消：灯的事')
  }
  const matter = await read(hall, owner, item.matterId)
  expect(matter.standing.state).toBe('sorted')
  expect(matter.timeline[0]).toMatchObject({
    title: '移出会议',
    text: expect.stringContaining('会议取消：下雨'),
  })
  const { candidates } = await hall.ok(branch_secretary, 'deliberate.agendaCandidates')
  expect(candidates.map((each) => each.routeId)).toContain(item.routeId)
  const again = await hall.send(branch_secretary, 'deliberate.cancel', { params, body: { reason } })
  expect(again.problem.code).toBe('meeting_over')
  const clocks = await hall.platform.db
    .selectFrom('clocks')
    .select('kind')
    .where('meetingId', '=', meeting.id)
    .execute()
  expect(clocks).toEqual([])
})

test('a matter under review is let go by a meeting called off', async () => {
  const { owner, branch_secretary } = hall.people
  const item = await waiting(hall, owner)
  const meeting = await convene(hall, [item])
  await hall.ok(owner, 'speak.object', { params: item, body: { reason: '这是物业的事' } })
  const params = { meetingId: meeting.id }
  await hall.ok(branch_secretary, 'deliberate.cancel', { params, body: { reason: '改期' } })
  await hall.ok(hall.people.branch_sorter, 'sort.review', {
    params: item,
    body: { upheld: false, reason: '还是要大家议' },
  })
  expect((await read(hall, owner, item.matterId)).standing.state).toBe('sorted')
})

test('a matter sorted anew after the notice keeps its place on the page but not its words once private', async () => {
  const { owner, branch_secretary, branch_sorter } = hall.people
  const item = await waiting(hall, owner)
  const meeting = await convene(hall, [item])
  const title = meeting.itemTitles[0] ?? ''
  expect(title).toMatch(/^第 \d+ 件事$/)
  await hall.ok(owner, 'speak.object', { params: item, body: { reason: '这是我和楼上的事' } })
  await hall.ok(branch_sorter, 'sort.review', { params: item, body: { upheld: true, reason: '对，是私事' } })
  await sort(hall, branch_secretary, item.matterId, [{ code: 'mediation', leadId: branch_sorter.id }])
  const seen = await page(hall, hall.people.tenant, meeting.id)
  expect(JSON.stringify(seen)).not.toContain(title)
  expect(seen.itemTitles).toEqual(['不公开的事'])
  expect(seen.items[0]).toMatchObject({ matterTitle: '不公开的事', matterReceipt: '', motion: null })
})
