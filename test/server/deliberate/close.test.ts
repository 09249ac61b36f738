import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { MINUTE } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { read } from '../support/matters'
import { atItem, convene, firstItem, opened, page, polling, waiting } from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
})
afterAll(() => hall.close())

const close = (meeting: MeetingView) =>
  hall.send(hall.people.branch_secretary, 'deliberate.close', { params: { meetingId: meeting.id } })

const decline = (meeting: MeetingView, itemId = firstItem(meeting).id) =>
  hall.ok(hall.people.branch_secretary, 'deliberate.decline', {
    params: { meetingId: meeting.id, itemId },
    body: { reason: '费用还没有算清。' },
  })

test('a meeting is opened half an hour before its time at the earliest, once, by those who moderate', async () => {
  const meeting = await convene(hall, [await waiting(hall)])
  const params = { meetingId: meeting.id }
  await hall.pass(Date.parse(meeting.startsAt) - 30 * MINUTE - 1 - hall.clock.now())
  const early = await hall.send(hall.people.branch_secretary, 'deliberate.open', { params })
  expect(early.problem).toMatchObject({
    code: 'meeting_not_open',
    detail: expect.stringMatching('10:00 开会'),
  })
  await hall.pass(1)
  expect((await hall.send(hall.people.owner, 'deliberate.open', { params })).status).toBe(403)
  expect((await hall.ok(hall.people.residents_committee, 'deliberate.open', { params })).state).toBe('open')
  const twice = await hall.send(hall.people.branch_secretary, 'deliberate.open', { params })
  expect(twice.problem.code).toBe('meeting_over')
})

test('a meeting does not close before every item has its result, and says which have none', async () => {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall), await waiting(hall)]))
  const [first, second] = meeting.items
  if (!first || !second) throw new Error('no items')
  await decline(meeting, first.id)
  const refused = await close(meeting)
  expect(refused.problem).toMatchObject({ status: 409, code: 'items_left', details: { left: second.id } })
  expect(refused.problem.detail).toMatch(`还有 1 项没有结果：${second.matterTitle}。`)
  expect((await page(hall, hall.people.branch_secretary, meeting.id)).can.close).toBe(false)
  const settled = await decline(meeting, second.id)
  expect(settled.can.close).toBe(true)
  const closed = await close(meeting)
  expect(closed.body).toMatchObject({ state: 'closed', checkInCode: null })
  // What is left to do is the minutes.
  const left = Object.entries(closed.body.can).filter(([, may]) => may)
  expect(left.map(([what]) => what)).toEqual(['record'])
  expect((await close(meeting)).problem.code).toBe('meeting_not_open')
})

test('nor while a vote is running', async () => {
  expect((await close(await polling(hall))).problem.code).toBe('items_left')
})

test('a 恳谈会 hears and decides nothing: its matters go on, talked through, to a meeting that decides', async () => {
  const { branch_secretary, owner } = hall.people
  const item = await waiting(hall)
  const talk = await opened(hall, await convene(hall, [item], { kind: 'talk' }))
  expect(talk.can.close).toBe(true)
  expect((await close(talk)).body.state).toBe('closed')
  const matter = await read(hall, owner, item.matterId)
  expect(matter.standing.state).toBe('deliberated')
  expect(matter.timeline[0]?.title).toBe('会上议过了')
  const { candidates } = await hall.ok(branch_secretary, 'deliberate.agendaCandidates')
  expect(candidates.map((each) => each.routeId)).toContain(item.routeId)
  const next = await convene(hall, [item])
  expect((await read(hall, owner, item.matterId)).standing.state).toBe('scheduled')
  await hall.ok(branch_secretary, 'deliberate.cancel', {
    params: { meetingId: next.id },
    body: { reason: '改期' },
  })
})

test('a matter under review holds nobody up: no vote on it, and after the close it waits for another meeting', async () => {
  const { branch_secretary, branch_sorter, owner } = hall.people
  const item = await waiting(hall, owner)
  const meeting = await opened(hall, await convene(hall, [item]), 14)
  await hall.ok(owner, 'speak.object', { params: item, body: { reason: '这是物业的事' } })
  const poll = await hall.send(branch_secretary, 'deliberate.openPoll', { params: atItem(meeting) })
  expect(poll.problem).toMatchObject({ code: 'not_on_agenda', detail: expect.stringMatching('正在复核') })
  expect((await close(meeting)).body.state).toBe('closed')
  await hall.ok(branch_sorter, 'sort.review', {
    params: item,
    body: { upheld: false, reason: '还是要大家议' },
  })
  const matter = await read(hall, owner, item.matterId)
  expect(matter.standing.state).toBe('sorted')
  expect(matter.timeline.map((entry) => entry.text)).toContain('正在复核，这次会没有议。')
})

test('what happened in a meeting is journalled step by step, apart from the steps of its matters', async () => {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), 1)
  await decline(meeting)
  await close(meeting)
  const entries = await hall.platform.db
    .selectFrom('journal')
    .select(['kind', 'matterId', 'toState'])
    .where('meetingId', '=', meeting.id)
    .orderBy('id')
    .execute()
  expect(entries.map((entry) => entry.kind)).toEqual(['convene', 'check_in', 'open', 'conclude', 'close'])
  for (const entry of entries) expect(entry).toMatchObject({ matterId: null, toState: null })
})
