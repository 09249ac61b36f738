import { type Hall, openHall } from '../../support/hall'
import { atItem, checkIn, convene, firstItem, opened, page, polling, vote, waiting } from './support/meeting'

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
  expect(firstItem(polled.body).poll).toBe('open')
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
  expect(firstItem(await page(hall, tenant, meeting.id))).toMatchObject({
    canVote: false,
    whyNotVote: '请先签到，再表决。',
  })
  const inNow = await checkIn(hall, { ...meeting, checkInCode: await codeOf(meeting.id) }, tenant)
  expect(firstItem(inNow)).toMatchObject({ canVote: true, whyNotVote: '' })
  const cast = await vote(hall, meeting, tenant, 'agree')
  expect(firstItem(cast.body)).toMatchObject({ voted: true, canVote: false, votesCast: 1 })
  expect((await vote(hall, meeting, family, 'agree')).problem.code).toBe('not_checked_in')
  for (const who of [property_manager, branch_secretary]) {
    expect((await vote(hall, meeting, who, 'agree')).problem.code).toBe('not_allowed')
    expect(firstItem(await page(hall, who, meeting.id)).whyNotVote).toMatch('一人一票')
  }
})

const codeOf = async (meetingId: string) =>
  (await page(hall, hall.people.branch_secretary, meetingId)).checkInCode

test('one person, one voice: a second vote is refused, the same tap sent again is not a second vote', async () => {
  const meeting = await polling(hall)
  const [voter] = hall.compound.seated
  if (!voter) throw new Error('no seat')
  const tap = { params: atItem(meeting), body: { choice: 'agree' as const }, key: 'one-tap-00001' }
  for (let times = 0; times < 2; times += 1) {
    expect(firstItem(await hall.ok(voter, 'deliberate.vote', tap)).votesCast).toBe(1)
  }
  const second = await vote(hall, meeting, voter, 'against')
  expect(second.problem).toMatchObject({
    status: 409,
    code: 'already_voted',
    detail: '您已经投过了，一人一票，投后不能改。',
  })
  const changed = await hall.send(voter, 'deliberate.vote', { ...tap, body: { choice: 'against' } })
  expect(changed.problem.code).toBe('idempotency_key_reused')
  const closed = await hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', {
    params: atItem(meeting),
  })
  expect(firstItem(closed).counts).toEqual({ agree: 1, against: 0, abstain: 0 })
})

test('the voter is who the session says, whoever the body names', async () => {
  const meeting = await polling(hall)
  const [voter, other] = hall.compound.seated
  if (!voter || !other) throw new Error('no seats')
  const body = { choice: 'agree', personId: other.id, voterId: other.id } as { choice: 'agree' }
  await hall.ok(voter, 'deliberate.vote', { params: atItem(meeting), body })
  expect(firstItem(await page(hall, voter, meeting.id)).voted).toBe(true)
  expect(firstItem(await page(hall, other, meeting.id))).toMatchObject({ voted: false, canVote: true })
})

test('while a poll is open nobody learns its direction, neither from a page nor from the journal', async () => {
  const { branch_secretary, supervisor, street, owner, scrutineer } = hall.people
  const meeting = await polling(hall)
  const [first, second] = hall.compound.seated
  if (!first || !second) throw new Error('no seats')
  await vote(hall, meeting, first, 'agree')
  const told = await vote(hall, meeting, second, 'against')
  for (const who of [branch_secretary, supervisor, street, owner, scrutineer, first]) {
    const item = firstItem(await page(hall, who, meeting.id))
    expect(item).toMatchObject({ votesCast: 2, counts: null, adopted: null })
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
    expect(entry.extra).toEqual({ itemId: firstItem(meeting).id })
    expect(entry).toMatchObject({ matterId: null, reason: '', beforeDigest: null, afterDigest: null })
  }
})

test('after the end everybody sees the counts, and a late vote is refused', async () => {
  const { branch_secretary, tenant } = hall.people
  const meeting = await polling(hall)
  const [first, late] = hall.compound.seated
  if (!first || !late) throw new Error('no seats')
  await vote(hall, meeting, first, 'abstain')
  await hall.ok(branch_secretary, 'deliberate.closePoll', { params: atItem(meeting) })
  const refused = await vote(hall, meeting, late, 'agree')
  expect(refused.problem).toMatchObject({ code: 'poll_not_open', detail: '现在没有在表决。' })
  expect(firstItem(await page(hall, tenant, meeting.id))).toMatchObject({
    counts: { agree: 0, against: 0, abstain: 1 },
    adopted: false,
  })
})

test('whoever acts on an older page is told who did what meanwhile', async () => {
  const { branch_secretary, residents_committee } = hall.people
  const meeting = await polling(hall)
  const closed = await hall.ok(residents_committee, 'deliberate.closePoll', {
    params: atItem(meeting),
    ifMatch: meeting.version,
  })
  expect(closed.version).toBe(meeting.version + 1)
  const stale = await hall.send(branch_secretary, 'deliberate.closePoll', {
    params: atItem(meeting),
    ifMatch: meeting.version,
  })
  expect(stale.status).toBe(412)
  expect(stale.problem).toMatchObject({
    code: 'stale_version',
    detail: '您看的时候，居委会已经“结束表决”了。请先看最新的。',
    details: { what: '结束表决', by: '居委会', version: closed.version },
  })
})
