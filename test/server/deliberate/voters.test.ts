import type { BodyOf } from '@yishiting/domain/contract'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { type Hall, openHall } from '../../support/hall'
import { addPerson, type TestPerson } from '../../support/people'
import {
  atItem,
  atPoll,
  checkIn,
  convene,
  countsOf,
  firstItem,
  lastPoll,
  opened,
  page,
  vote,
  waiting,
} from './support/meeting'

const OTHERS_LISTEN = '这次会议公布的是由议事员表决，您可以发言、提意见。'
const RESIDENTS_VOTE = '表决由住在这里的人投：业主、家属、租户，一人一票。'

let hall: Hall
let first: TestPerson
let second: TestPerson
beforeAll(async () => {
  // Two thirds of three are two.
  hall = await openHall({ seats: 3 })
  const [one, two] = hall.compound.seated
  if (!one || !two) throw new Error('no seats')
  first = one
  second = two
})
afterAll(() => hall.close())

const begun = async (
  present: number,
  more: Partial<BodyOf<'deliberate.convene'>> = {},
): Promise<MeetingView> => opened(hall, await convene(hall, [await waiting(hall)], more), present)

const open = (meeting: MeetingView, body: BodyOf<'deliberate.openPoll'> = {}, params = atItem(meeting)) =>
  hall.send(hall.people.branch_secretary, 'deliberate.openPoll', { params, body })

async function ask(meeting: MeetingView, body?: BodyOf<'deliberate.openPoll'>): Promise<MeetingView> {
  const asked = await open(meeting, body)
  expect(asked.status).toBe(200)
  return asked.body
}

const end = (meeting: MeetingView) =>
  hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })

const resolve = (meeting: MeetingView) =>
  hall.send(hall.people.branch_secretary, 'deliberate.resolve', {
    params: atItem(meeting),
    body: { resolution: '车棚装十盏感应灯。' },
  })

/** Nothing of it is in the box, and no trace that he was there. */
async function expectNoVoteOf(who: TestPerson, meeting: MeetingView): Promise<void> {
  const rows = await hall.platform.db
    .selectFrom('pollVotes')
    .select('personId')
    .where('pollId', '=', lastPoll(meeting).id)
    .where('personId', '=', who.id)
    .execute()
  expect(rows).toEqual([])
}

test('where only members vote, another resident who is here is told why not, and may still speak and propose', async () => {
  const { owner, tenant } = hall.people
  const meeting = await begun(2, { voters: 'members' })
  for (const who of [owner, tenant]) await checkIn(hall, meeting, who)
  const polled = await ask(meeting)
  for (const who of [owner, tenant]) {
    const seen = await page(hall, who, meeting.id)
    expect(seen).toMatchObject({
      voters: 'members',
      checkedIn: true,
      isMember: false,
      whyNotVote: OTHERS_LISTEN,
      can: { vote: false, speak: true, propose: true, state: true },
    })
    const refused = await vote(hall, polled, who, 'agree')
    expect(refused.problem).toMatchObject({ status: 403, code: 'members_only', detail: OTHERS_LISTEN })
    await expectNoVoteOf(who, polled)
  }
  expect(await page(hall, first, meeting.id)).toMatchObject({
    isMember: true,
    whyNotVote: '',
    can: { vote: true },
  })
  for (const who of [first, second]) expect((await vote(hall, polled, who, 'agree')).status).toBe(200)
  expect(countsOf(await end(polled))).toEqual({ agree: 2, against: 0, abstain: 0 })
})

test('a straw poll of such a meeting is no back door', async () => {
  const { owner } = hall.people
  const meeting = await begun(1, { voters: 'members' })
  await checkIn(hall, meeting, owner)
  const polled = await ask(meeting, { about: 'other', question: '要不要装灯？' })
  expect((await vote(hall, polled, owner, 'agree')).problem.code).toBe('members_only')
})

test('where everybody who is here votes, family and tenants do, an office does not and is told who does', async () => {
  const { owner, family, tenant, property_manager, residents_committee } = hall.people
  const meeting = await begun(2)
  const here = [owner, family, tenant]
  for (const who of [...here, property_manager, residents_committee]) await checkIn(hall, meeting, who)
  const polled = await ask(meeting)
  for (const who of here) expect((await vote(hall, polled, who, 'abstain')).status).toBe(200)
  for (const who of [property_manager, residents_committee]) {
    expect(await page(hall, who, meeting.id)).toMatchObject({
      whyNotVote: RESIDENTS_VOTE,
      can: { vote: false, speak: true },
    })
    expect((await vote(hall, polled, who, 'agree')).status).toBe(403)
    await expectNoVoteOf(who, polled)
  }
  expect((await vote(hall, polled, first, 'agree')).status).toBe(200)
  expect(countsOf(await end(polled))).toEqual({ agree: 1, against: 0, abstain: 3 })
})

test('a helper who lives here votes as any neighbour does', async () => {
  const meeting = await begun(2)
  const sketch = { name: '热心人', roles: ['helper', 'owner'] as const, building: '5 号楼' }
  const neighbour = await addPerson(hall.platform, hall.compound.id, sketch)
  await checkIn(hall, meeting, neighbour)
  expect((await vote(hall, await ask(meeting), neighbour, 'agree')).status).toBe(200)
  expect((await page(hall, hall.people.helper, meeting.id)).can.vote).toBe(false)
})

test('a vote after the end is refused, whether or not another question is open by then', async () => {
  const polled = await ask(await begun(2), { about: 'other', question: '要不要装灯？' })
  await vote(hall, polled, first, 'agree')
  const closed = await end(polled)
  for (const who of [first, second]) {
    const late = await vote(hall, closed, who, 'against')
    expect(late.problem).toMatchObject({ status: 409, code: 'poll_not_open', detail: '现在没有在表决。' })
  }
  await ask(polled)
  expect((await vote(hall, polled, second, 'against')).problem.code).toBe('poll_not_open')
  const seen = await page(hall, second, polled.id)
  const [straw, motion] = firstItem(seen).polls
  expect(straw).toMatchObject({ cast: 1, result: { cast: 1 } })
  expect(motion).toMatchObject({ state: 'open', cast: 0 })
  await expectNoVoteOf(second, closed)
})

test('nobody votes before the meeting is open, nor in a poll of another meeting', async () => {
  const polled = await ask(await begun(2))
  const other = await begun(2)
  const elsewhere = await hall.send(first, 'deliberate.vote', {
    params: { meetingId: other.id, pollId: lastPoll(polled).id },
    body: { marks: { choice: 'agree' } },
  })
  expect(elsewhere.problem).toMatchObject({ status: 409, code: 'not_on_agenda' })
  await expectNoVoteOf(first, polled)
  const early = await open(await convene(hall, [await waiting(hall)]))
  expect(early.problem).toMatchObject({ code: 'meeting_not_open', detail: '会议还没有开始，不能表决。' })
})

test('without its quorum a meeting neither asks about its motion nor resolves, however many neighbours agree in a straw poll', async () => {
  const { owner, family, tenant } = hall.people
  const meeting = await begun(1)
  for (const who of [owner, family, tenant]) await checkIn(hall, meeting, who)
  expect((await open(meeting)).problem).toMatchObject({
    status: 409,
    code: 'quorum_not_met',
    details: { needed: 2, present: 1 },
  })
  const straw = await ask(meeting, { about: 'other', question: '要不要装灯？' })
  for (const who of [first, owner, family, tenant]) await vote(hall, straw, who, 'agree')
  await end(straw)
  expect((await resolve(meeting)).problem).toMatchObject({
    status: 409,
    code: 'not_adopted',
    detail: '没有表决过，不能形成决议。',
  })
  expect(firstItem(await page(hall, owner, meeting.id))).toMatchObject({ adopted: null, outcome: null })
  // One more member makes it two thirds.
  await checkIn(hall, meeting, second)
  const polled = await ask(meeting)
  for (const who of [first, second, owner]) await vote(hall, polled, who, 'agree')
  await end(polled)
  expect(firstItem((await resolve(meeting)).body).outcome).toBe('resolved')
})

test('what is not on the agenda is not asked about: another meeting, another item, nothing at all', async () => {
  const { branch_secretary } = hall.people
  const meeting = await begun(2)
  const other = await begun(2)
  const bodies: BodyOf<'deliberate.openPoll'>[] = [{}, { about: 'other', question: '要不要装灯？' }]
  for (const body of bodies) {
    for (const itemId of [firstItem(other).id, meeting.id]) {
      expect((await open(meeting, body, { meetingId: meeting.id, itemId })).problem).toMatchObject({
        status: 409,
        code: 'not_on_agenda',
        detail: '这件事不在公布的议程上，不能表决。',
      })
    }
  }
  for (const each of [meeting, other])
    expect(firstItem(await page(hall, branch_secretary, each.id)).polls).toEqual([])
})

test('what has its result is not asked about any more', async () => {
  const meeting = await begun(2)
  await hall.ok(hall.people.branch_secretary, 'deliberate.decline', {
    params: atItem(meeting),
    body: { reason: '费用还没有算清。' },
  })
  for (const body of [{}, { about: 'other' as const, question: '要不要装灯？' }])
    expect((await open(meeting, body)).problem.code).toBe('already_concluded')
})

test('what is proposed from the floor is voted on like a motion: seconded, with a quorum, in a meeting that decides', async () => {
  const { branch_secretary } = hall.people
  const proposed = async (meeting: MeetingView) => {
    const { items } = await hall.ok(first, 'deliberate.propose', {
      params: atItem(meeting),
      body: { kind: 'amendment', text: '改成五盏灯，物业一周内装好。' },
    })
    return items[0]?.motions[0]?.id ?? ''
  }
  const meeting = await begun(1)
  const motionId = await proposed(meeting)
  const body = { about: 'amendment' as const, motionId }
  expect((await open(meeting, body)).problem.code).toBe('quorum_not_met')
  await checkIn(hall, meeting, second)
  expect((await open(meeting, body)).problem.code).toBe('seconders_missing')
  await hall.ok(second, 'deliberate.second', { params: { meetingId: meeting.id, motionId } })
  const polled = await open(meeting, body)
  expect(polled.status).toBe(200)
  const settled = await hall.send(branch_secretary, 'deliberate.settleMotion', {
    params: { meetingId: meeting.id, motionId },
    body: { to: 'set_aside', reason: '不议了' },
  })
  expect(settled.problem.code).toBe('poll_still_open')

  const talk = await begun(2, { kind: 'talk' })
  const inTalk = { about: 'amendment' as const, motionId: await proposed(talk) }
  expect((await open(talk, inTalk)).problem.detail).toBe('恳谈会只听意见，不作表决。')
})

test('a seat without a home here has no voice, and the page says so as the door does', async () => {
  const { committee_member } = hall.people
  await hall.platform.db
    .updateTable('members')
    .set({ isSeated: true })
    .where('compoundId', '=', hall.compound.id)
    .where('personId', '=', committee_member.id)
    .execute()
  const meeting = await ask(await begun(3))
  await checkIn(hall, meeting, committee_member)
  const seen = await page(hall, committee_member, meeting.id)
  expect(seen).toMatchObject({ can: { vote: false }, whyNotVote: RESIDENTS_VOTE })
  expect((await vote(hall, meeting, committee_member, 'agree')).problem.code).toBe('not_allowed')
})
