import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { isoAt, read, routeOf } from '../support/matters'
import {
  atItem,
  convene,
  countsOf,
  firstItem,
  opened,
  page,
  polled,
  polling,
  waiting,
} from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
})
afterAll(() => hall.close())

const REASON = { reason: '费用还没有算清，下次再议。' }
const RESOLUTION = '车棚装十盏感应灯，物业出工，业委会出料，两周内装好。'

const matterOf = async (meeting: Parameters<typeof firstItem>[0]) =>
  read(hall, hall.people.owner, firstItem(meeting).matterId ?? '')

test('a resolution becomes the task as it was written, with its minority views, and the lead is told', async () => {
  const { branch_secretary, property_manager, committee_member, tenant } = hall.people
  const meeting = await polled(hall, 10, 4)
  expect(firstItem(meeting).adopted).toBe(true)
  expect(countsOf(meeting)).toEqual({ agree: 10, against: 4, abstain: 0 })
  const done = await hall.ok(branch_secretary, 'deliberate.resolve', {
    params: atItem(meeting),
    body: {
      resolution: RESOLUTION,
      minorityViews: '四位担心电费分摊。',
      assign: {
        leadId: property_manager.id,
        helperIds: [committee_member.id],
        dueAt: isoAt(hall.clock.now() + 14 * DAY),
      },
    },
  })
  expect(firstItem(done)).toMatchObject({
    outcome: 'resolved',
    outcomeText: RESOLUTION,
    minorityViews: '四位担心电费分摊。',
  })
  const matter = await matterOf(meeting)
  expect(routeOf(matter, 'deliberation')).toMatchObject({ state: 'assigned', task: RESOLUTION })
  expect(matter.timeline.slice(0, 3).map((entry) => entry.title)).toEqual([
    expect.stringMatching('派人去办'),
    '形成决议',
    '会上议过了',
  ])
  const { tasks } = await hall.ok(property_manager, 'act.tasks')
  expect(tasks.map((each) => each.route.task)).toContain(RESOLUTION)
  const inbox = await hall.ok(property_manager, 'people.inbox')
  expect(inbox.notices[0]?.title).toMatch('派人去办')
  expect(firstItem(await page(hall, tenant, meeting.id)).minorityViews).toBe('四位担心电费分摊。')
})

test('only what more than half of the votes adopted becomes a resolution', async () => {
  const { branch_secretary } = hall.people
  const resolve = (params: ReturnType<typeof atItem>) =>
    hall.send(branch_secretary, 'deliberate.resolve', { params, body: { resolution: RESOLUTION } })
  const half = await polled(hall, 7, 7)
  expect(firstItem(half).adopted).toBe(false)
  expect((await resolve(atItem(half))).problem.code).toBe('not_adopted')
  const open = await polling(hall)
  expect((await resolve(atItem(open))).problem.code).toBe('poll_still_open')
  const never = await opened(hall, await convene(hall, [await waiting(hall)]), 14)
  expect((await resolve(atItem(never))).problem).toMatchObject({
    code: 'not_adopted',
    detail: '没有表决过，不能形成决议。',
  })
})

test('what was adopted cannot be put aside by one hand, but it can be referred', async () => {
  const { branch_secretary } = hall.people
  const meeting = await polled(hall, 8, 6)
  const refused = await hall.send(branch_secretary, 'deliberate.decline', {
    params: atItem(meeting),
    body: REASON,
  })
  expect(refused.problem).toMatchObject({ status: 409, code: 'already_adopted' })
  const body = { to: 'owners' as const, whereTo: '业委会', reason: '要动公共收益，由业主共同决定。' }
  const referred = await hall.ok(branch_secretary, 'deliberate.refer', { params: atItem(meeting), body })
  expect(firstItem(referred)).toMatchObject({
    outcome: 'referred',
    outcomeText: '转业委会：要动公共收益，由业主共同决定。',
  })
  expect((await matterOf(meeting)).standing.state).toBe('referred')
})

test('not adopting carries a reason that the reporter reads, with or without a vote', async () => {
  const { branch_secretary } = hall.people
  const meeting = await polled(hall, 3, 11)
  const decline = (reason: string) =>
    hall.send(branch_secretary, 'deliberate.decline', {
      params: atItem(meeting),
      body: { reason, minorityViews: '三位还想装。' },
    })
  expect((await decline('  ')).problem.code).toBe('reason_required')
  expect(firstItem((await decline(REASON.reason)).body)).toMatchObject({
    outcome: 'declined',
    minorityViews: '三位还想装。',
  })
  expect((await matterOf(meeting)).timeline[0]).toMatchObject({ title: '没有采纳', text: REASON.reason })
  expect((await decline(REASON.reason)).problem.code).toBe('already_concluded')
})

test('what has its result is not taken up again in the same meeting', async () => {
  const { branch_secretary } = hall.people
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), 14)
  const params = atItem(meeting)
  await hall.ok(branch_secretary, 'deliberate.decline', { params, body: REASON })
  const polledAgain = await hall.send(branch_secretary, 'deliberate.openPoll', { params })
  expect(polledAgain.problem.code).toBe('already_concluded')
  const rewritten = await hall.send(branch_secretary, 'deliberate.setMotion', {
    params,
    body: { motion: '装百盏灯' },
  })
  expect(rewritten.problem.code).toBe('already_concluded')
})

test('a lead who is nobody here undoes the whole resolution', async () => {
  const { branch_secretary, tenant } = hall.people
  const meeting = await polled(hall, 14, 0)
  const refused = await hall.send(branch_secretary, 'deliberate.resolve', {
    params: atItem(meeting),
    body: {
      resolution: RESOLUTION,
      assign: { leadId: tenant.id, dueAt: isoAt(hall.clock.now() + DAY) },
    },
  })
  expect(refused.problem.code).toBe('lead_required')
  expect(firstItem(await page(hall, branch_secretary, meeting.id)).outcome).toBeNull()
  expect((await matterOf(meeting)).standing.state).toBe('scheduled')
})

test('of two phones of whoever moderates, the second is told what was done on the first', async () => {
  const { branch_secretary } = hall.people
  const meeting = await polled(hall, 14, 0)
  const body = { resolution: RESOLUTION }
  const sent = { params: atItem(meeting), ifMatch: meeting.version }
  await hall.ok(branch_secretary, 'deliberate.resolve', { ...sent, body })
  const stale = await hall.send(branch_secretary, 'deliberate.decline', { ...sent, body: REASON })
  expect(stale.status).toBe(412)
  expect(stale.problem.detail).toBe('您看的时候，支部书记已经“写了结果”了。请先看最新的。')
})
