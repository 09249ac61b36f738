import { type Hall, openHall } from '../../support/hall'
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
  polling,
  vote,
  waiting,
} from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
})
afterAll(() => hall.close())

const openPoll = (params: { meetingId: string; itemId: string }) =>
  hall.send(hall.people.branch_secretary, 'deliberate.openPoll', { params })

test('only what stands on the posted agenda is voted on', async () => {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), 14)
  const other = await convene(hall, [await waiting(hall)])
  const refused = await openPoll({ meetingId: meeting.id, itemId: firstItem(other).id })
  expect(refused.problem).toMatchObject({ status: 409, code: 'not_on_agenda' })
  const unknown = await openPoll({ meetingId: meeting.id, itemId: meeting.id })
  expect(unknown.problem.detail).toBe('这件事不在公布的议程上，不能表决。')
})

test('two thirds of 21 seats is 14: 13 are too few, 14 are enough; neighbours without a seat do not count', async () => {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), 13)
  await checkIn(hall, { ...meeting }, hall.people.owner)
  await checkIn(hall, { ...meeting }, hall.people.tenant)
  const refused = await openPoll(atItem(meeting))
  expect(refused.problem).toMatchObject({
    code: 'quorum_not_met',
    detail: '到会的议事员不够：要 14 位，现在 13 位。',
    details: { needed: 14, present: 13 },
  })
  const last = hall.compound.seated[13]
  if (!last) throw new Error('no seat')
  await checkIn(hall, meeting, last)
  const polled = await openPoll(atItem(meeting))
  expect(polled.body).toMatchObject({ present: 16, presentMembers: 14, hasQuorum: true })
  expect(lastPoll(polled.body)).toMatchObject({ state: 'open', cast: 0, result: null })
  expect((await openPoll(atItem(meeting))).problem.code).toBe('poll_already_open')
})

test('a vote needs one motion in writing, and from then on the motion stays as it is', async () => {
  const { branch_secretary, owner, supervisor } = hall.people
  const item = await waiting(hall)
  const bare = await convene(hall, [item], { items: [{ ...item, motion: null }] })
  const meeting = await opened(hall, bare, 14)
  expect((await openPoll(atItem(meeting))).problem.code).toBe('motion_required')
  const setMotion = (motion: string, proposerId: string | null = owner.id) =>
    hall.send(branch_secretary, 'deliberate.setMotion', {
      params: atItem(meeting),
      body: { motion, proposerId },
    })
  expect((await setMotion(' ')).problem.code).toBe('motion_required')
  expect((await setMotion('装十盏灯', meeting.id)).problem.code).toBe('target_invalid')
  const written = await setMotion('装十盏灯')
  expect(firstItem(written.body)).toMatchObject({ motion: '装十盏灯', proposerLabel: '5 号楼居民' })
  expect((await openPoll(atItem(meeting))).status).toBe(200)
  expect((await setMotion('装一百盏灯')).problem.code).toBe('poll_already_open')
  expect(firstItem(await page(hall, supervisor, meeting.id)).motion).toBe('装十盏灯')
})

test('a 恳谈会 takes no votes', async () => {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)], { kind: 'talk' }), 21)
  expect((await openPoll(atItem(meeting))).problem.detail).toBe('恳谈会只听意见，不作表决。')
})

test('a tenant who is here votes like an owner; whoever is not here or does not live here is told why not', async () => {
  const { tenant, family, property_manager, branch_secretary } = hall.people
  const meeting = await polling(hall)
  const absent = await vote(hall, meeting, tenant, 'agree')
  expect(absent.problem).toMatchObject({ code: 'not_checked_in', detail: '请先签到，再表决。' })
  expect((await page(hall, tenant, meeting.id)).can.vote).toBe(false)
  expect(await checkIn(hall, meeting, tenant)).toMatchObject({ can: { vote: true }, whyNotVote: '' })
  const cast = await vote(hall, meeting, tenant, 'agree')
  expect(cast.body).toEqual({ pollId: lastPoll(meeting).id, cast: 1 })
  expect((await page(hall, tenant, meeting.id)).votedPolls).toEqual([lastPoll(meeting).id])
  expect((await vote(hall, meeting, family, 'agree')).problem.code).toBe('not_checked_in')
  for (const who of [property_manager, branch_secretary]) {
    expect((await vote(hall, meeting, who, 'agree')).problem.code).toBe('not_allowed')
    expect((await page(hall, who, meeting.id)).whyNotVote).toMatch('一人一票')
  }
})

test('one person, one voice: a second vote is refused, the same tap sent again is not a second vote', async () => {
  const meeting = await polling(hall)
  const [voter] = hall.compound.seated
  if (!voter) throw new Error('no seat')
  const tap = {
    params: atPoll(meeting),
    body: { marks: { choice: 'agree' as const } },
    key: 'one-tap-00001',
  }
  for (let times = 0; times < 2; times += 1) {
    expect(await hall.ok(voter, 'deliberate.vote', tap)).toEqual({ pollId: tap.params.pollId, cast: 1 })
  }
  const second = await vote(hall, meeting, voter, 'against')
  expect(second.problem).toMatchObject({
    status: 409,
    code: 'already_voted',
    detail: '您已经投过了，一人一票，投后不能改。',
  })
  const changed = await hall.send(voter, 'deliberate.vote', {
    ...tap,
    body: { marks: { choice: 'against' } },
  })
  expect(changed.problem.code).toBe('idempotency_key_reused')
  const closed = await hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', {
    params: atPoll(meeting),
  })
  expect(countsOf(closed)).toEqual({ agree: 1, against: 0, abstain: 0 })
})

test('the voter is who the session says, whoever the body names', async () => {
  const meeting = await polling(hall)
  const [voter, other] = hall.compound.seated
  if (!voter || !other) throw new Error('no seats')
  const marks = { choice: 'agree' as const }
  const body = { marks, personId: other.id, voterId: other.id } as { marks: typeof marks }
  await hall.ok(voter, 'deliberate.vote', { params: atPoll(meeting), body })
  expect((await page(hall, voter, meeting.id)).votedPolls).toHaveLength(1)
  expect(await page(hall, other, meeting.id)).toMatchObject({ votedPolls: [], can: { vote: true } })
})

test('while a poll is open nobody learns its direction, neither from a page nor from the journal', async () => {
  const { branch_secretary, supervisor, street, owner, scrutineer } = hall.people
  const meeting = await polling(hall)
  const [first, second] = hall.compound.seated
  if (!first || !second) throw new Error('no seats')
  await vote(hall, meeting, first, 'agree')
  const told = await vote(hall, meeting, second, 'against')
  for (const who of [branch_secretary, supervisor, street, owner, scrutineer, first]) {
    const seen = await page(hall, who, meeting.id)
    expect(lastPoll(seen)).toMatchObject({ cast: 2, result: null })
    expect(firstItem(seen).adopted).toBeNull()
  }
  expect(JSON.stringify(told.body)).not.toMatch(/"(agree|against|abstain)"/)
  const entries = await hall.platform.db
    .selectFrom('journal')
    .selectAll()
    .where('meetingId', '=', meeting.id)
    .where('kind', '=', 'vote')
    .orderBy('id')
    .execute()
  expect(entries.map((entry) => entry.actorId)).toEqual([first.id, second.id])
  for (const entry of entries) {
    expect(entry.extra).toEqual({ pollId: lastPoll(meeting).id })
    expect(entry).toMatchObject({ matterId: null, reason: '', beforeDigest: null, afterDigest: null })
  }
})

test('after the end everybody sees the counts, and a late vote is refused', async () => {
  const { branch_secretary, tenant } = hall.people
  const meeting = await polling(hall)
  const [first, late] = hall.compound.seated
  if (!first || !late) throw new Error('no seats')
  await vote(hall, meeting, first, 'abstain')
  await hall.ok(branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })
  const refused = await vote(hall, meeting, late, 'agree')
  expect(refused.problem).toMatchObject({ code: 'poll_not_open', detail: '现在没有在表决。' })
  const seen = await page(hall, tenant, meeting.id)
  expect(countsOf(seen)).toEqual({ agree: 0, against: 0, abstain: 1 })
  expect(firstItem(seen).adopted).toBe(false)
})

test('whoever takes over the gavel goes on; the one before is told, and an older page of his own too', async () => {
  const { branch_secretary, residents_committee } = hall.people
  const meeting = await polling(hall)
  const params = atPoll(meeting)
  const early = await hall.send(residents_committee, 'deliberate.closePoll', { params })
  expect(early.problem).toMatchObject({ status: 409, code: 'not_in_the_chair' })
  expect(await page(hall, residents_committee, meeting.id)).toMatchObject({
    chairLabel: '支部书记',
    can: { moderate: false, takeOver: true },
  })
  const taken = await hall.ok(residents_committee, 'deliberate.takeOver', {
    params: { meetingId: meeting.id },
  })
  expect(taken).toMatchObject({ chairLabel: '居委会', can: { moderate: true, takeOver: false } })
  const closed = await hall.ok(residents_committee, 'deliberate.closePoll', {
    params,
    ifMatch: taken.version,
  })
  expect(closed.version).toBe(taken.version + 1)
  expect((await hall.send(branch_secretary, 'deliberate.closePoll', { params })).problem.code).toBe(
    'not_in_the_chair',
  )
  const stale = await hall.send(residents_committee, 'deliberate.closePoll', {
    params,
    ifMatch: taken.version,
  })
  expect(stale.status).toBe(412)
  expect(stale.problem).toMatchObject({
    code: 'stale_version',
    detail: '您看的时候，居委会已经“结束表决”了。请先看最新的。',
    details: { what: '结束表决', by: '居委会', version: closed.version },
  })
})
