import type { BodyOf } from '@yishiting/domain/contract'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { atItem, atPoll, checkIn, convene, lastPoll, opened, page, vote, waiting } from './support/meeting'

let hall: Hall
beforeAll(async () => {
  // Two thirds of six are four.
  hall = await openHall({ seats: 6 })
})
afterAll(() => hall.close())

/** By their number among the seated members. The first four are here with their phones and make the quorum. */
const seat = (index: number): TestPerson => {
  const member = hall.compound.seated[index]
  if (!member) throw new Error('no such seat')
  return member
}

const begun = async (more: Partial<BodyOf<'deliberate.convene'>> = {}): Promise<MeetingView> =>
  opened(hall, await convene(hall, [await waiting(hall)], more), 4)

const byHand = (meeting: MeetingView, who: TestPerson) =>
  hall.ok(hall.people.helper, 'deliberate.checkInOther', {
    params: { meetingId: meeting.id },
    body: { personId: who.id },
  })

const guest = (meeting: MeetingView, name: string, isResident: boolean) =>
  hall.ok(hall.people.helper, 'deliberate.addGuest', {
    params: { meetingId: meeting.id },
    body: { name, isResident },
  })

const nameTellers = (
  meeting: MeetingView,
  tellers: readonly TestPerson[],
  who = hall.people.branch_secretary,
) =>
  hall.send(who, 'deliberate.nameTellers', {
    params: { meetingId: meeting.id },
    body: { personIds: tellers.map(({ id }) => id) },
  })

const ask = (meeting: MeetingView, body: BodyOf<'deliberate.openPoll'> = {}) =>
  hall.ok(hall.people.branch_secretary, 'deliberate.openPoll', { params: atItem(meeting), body })

/** Tellers are the first two members. */
async function asked(
  meeting: MeetingView,
  hands: readonly TestPerson[],
  body?: BodyOf<'deliberate.openPoll'>,
): Promise<MeetingView> {
  for (const who of hands) await byHand(meeting, who)
  expect((await nameTellers(meeting, [seat(0), seat(1)])).status).toBe(200)
  return ask(meeting, body)
}

const tell = (meeting: MeetingView, teller: TestPerson, counts: Record<string, number>) =>
  hall.send(teller, 'deliberate.tell', { params: atPoll(meeting), body: { counts } })

async function bothTell(meeting: MeetingView, counts: Record<string, number>): Promise<MeetingView> {
  await tell(meeting, seat(0), counts)
  const { status, body } = await tell(meeting, seat(1), counts)
  expect(status).toBe(200)
  return body
}

const end = (meeting: MeetingView) =>
  hall.send(hall.people.branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })

const handsOf = (meeting: MeetingView) =>
  Object.fromEntries(
    (lastPoll(meeting).result?.lines ?? []).map(({ id, count, hands }) => [id, [count, hands]]),
  )

const OPTIONS = [
  { id: 'a', title: '早上' },
  { id: 'b', title: '晚上' },
  { id: 'c', title: '周末' },
]

test('hands are counted by two, both of them here, and nobody else tells what he counted', async () => {
  const { owner, residents_committee } = hall.people
  const meeting = await begun()
  await byHand(meeting, seat(4))
  for (const alone of [[seat(0)], [seat(0), seat(0)], []]) {
    expect((await nameTellers(meeting, alone)).problem).toMatchObject({
      status: 409,
      code: 'tellers_required',
    })
  }
  expect((await nameTellers(meeting, [seat(0), seat(1), seat(2)])).status).toBe(400)
  expect((await nameTellers(meeting, [seat(0), owner])).problem.code).toBe('not_checked_in')
  const other = await nameTellers(meeting, [seat(0), seat(1)], residents_committee)
  expect(other.problem.code).toBe('not_in_the_chair')
  expect((await nameTellers(meeting, [seat(0), seat(1)], seat(0))).status).toBe(403)

  const polled = await asked(meeting, [])
  expect([...polled.tellerIds].sort()).toEqual([seat(0).id, seat(1).id].sort())
  expect((await page(hall, seat(1), meeting.id)).can.tell).toBe(true)
  expect((await page(hall, seat(2), meeting.id)).can.tell).toBe(false)
  for (const who of [seat(2), hall.people.branch_secretary]) {
    const refused = await tell(polled, who, { agree: 1 })
    expect(refused.problem).toMatchObject({
      status: 403,
      code: 'teller_only',
      detail: '举手数由主持人请的两位计票人来报。',
    })
  }
})

test('what both counted alike is agreed, and goes into one count with the phones', async () => {
  const { owner, tenant } = hall.people
  const polled = await asked(await begun(), [seat(4), seat(5), tenant])
  expect(lastPoll(polled)).toMatchObject({ handsMax: 3, hands: 'none', result: null })
  await vote(hall, polled, seat(0), 'agree')
  await vote(hall, polled, seat(1), 'abstain')
  const one = await tell(polled, seat(0), { agree: 2, against: 1 })
  expect(lastPoll(one.body).hands).toBe('one')
  // A choice left out and a choice of nought are the same.
  const both = await tell(polled, seat(1), { agree: 2, against: 1, abstain: 0 })
  expect(lastPoll(both.body)).toMatchObject({ hands: 'agreed', cast: 2 })
  expect((await end(polled)).status).toBe(200)
  const seen = await page(hall, owner, polled.id)
  expect(handsOf(seen)).toEqual({ agree: [3, 2], against: [1, 1], abstain: [1, 0] })
  expect(lastPoll(seen)).toMatchObject({ cast: 2, result: { cast: 5, hands: 3, adopted: true } })
  expect(lastPoll(seen).result?.words).toMatch(/^3 人同意，1 人不同意，1 人弃权。/)
})

test('what they counted differently is counted again before the poll ends', async () => {
  const polled = await asked(await begun(), [seat(4), seat(5)])
  await tell(polled, seat(0), { agree: 2 })
  const differ = await tell(polled, seat(1), { agree: 1, against: 1 })
  expect(lastPoll(differ.body).hands).toBe('differ')
  expect((await end(polled)).problem).toMatchObject({
    status: 409,
    code: 'hands_differ',
    detail: '两位计票人数的不一样，请再数一遍。',
  })
  const again = await tell(polled, seat(1), { agree: 2 })
  expect(lastPoll(again.body).hands).toBe('agreed')
  expect(handsOf((await end(polled)).body)).toMatchObject({ agree: [2, 2], against: [0, 0] })
  const kept = await hall.platform.db
    .selectFrom('pollHands')
    .select(['no', 'counts'])
    .where('pollId', '=', lastPoll(polled).id)
    .where('tellerId', '=', seat(1).id)
    .orderBy('no')
    .execute()
  expect(kept).toEqual([
    { no: 1, counts: { agree: 1, against: 1, abstain: 0 } },
    { no: 2, counts: { agree: 2, against: 0, abstain: 0 } },
  ])
  expect((await tell(polled, seat(1), { agree: 1 })).problem.code).toBe('poll_not_open')
})

test('one who counts twice is still one, and while they count nobody reads what the other counted', async () => {
  const polled = await asked(await begun(), [seat(4), seat(5)])
  await tell(polled, seat(0), { agree: 2 })
  const twice = await tell(polled, seat(0), { agree: 2 })
  expect(lastPoll(twice.body).hands).toBe('one')
  expect((await end(polled)).problem.code).toBe('hands_missing')
  for (const who of [seat(1), hall.people.branch_secretary, hall.people.supervisor]) {
    const seen = await page(hall, who, polled.id)
    expect(lastPoll(seen)).toMatchObject({ hands: 'one', result: null })
    expect(JSON.stringify(seen)).not.toMatch(/"(counts|agree)"/)
  }
})

test('of two counts told at the same moment neither is lost', async () => {
  const polled = await asked(await begun(), [seat(4), seat(5)])
  const told = await Promise.all([seat(0), seat(1)].map((teller) => tell(polled, teller, { agree: 2 })))
  expect(told.map(({ status }) => status)).toEqual([200, 200])
  expect(lastPoll(await page(hall, seat(0), polled.id)).hands).toBe('agreed')
})

test('whoever raises his hand does not vote on a phone too, and nobody changes over while the question is open', async () => {
  const { helper } = hall.people
  const meeting = await begun()
  const polled = await asked(meeting, [seat(4)])
  const onPhone = await vote(hall, polled, seat(4), 'agree')
  expect(onPhone.problem).toMatchObject({
    status: 409,
    code: 'votes_by_hand',
    detail: '您登记的是举手表决，请在会场举手，由计票人数。',
  })
  expect(await page(hall, seat(4), meeting.id)).toMatchObject({ byHand: true, can: { vote: false } })
  // He takes out a phone after all: he is here, but his voice stays with his hand.
  expect(await checkIn(hall, meeting, seat(4))).toMatchObject({ checkedIn: true, byHand: true })
  await vote(hall, polled, seat(2), 'agree')
  // She has voted on her phone: her hand is not counted as well.
  await byHand(polled, seat(2))
  await byHand(polled, seat(3))
  expect(lastPoll(await page(hall, helper, meeting.id))).toMatchObject({ handsMax: 1, cast: 1 })
  expect((await vote(hall, polled, seat(4), 'agree')).problem.code).toBe('votes_by_hand')
  await bothTell(polled, { agree: 1 })
  expect(handsOf((await end(polled)).body)).toMatchObject({ agree: [2, 1] })
  // Now nothing is asked, and he may have it otherwise.
  expect(await checkIn(hall, meeting, seat(4))).toMatchObject({ byHand: false, can: { vote: true } })
})

test('more hands than people who vote by hand are refused, in all and for each choice', async () => {
  const meeting = await begun()
  const polled = await asked(meeting, [seat(4), seat(5)])
  const tooMany: Record<string, number>[] = [{ agree: 3 }, { agree: 1, against: 1, abstain: 1 }]
  for (const counts of tooMany) {
    expect((await tell(polled, seat(0), counts)).problem).toMatchObject({
      status: 422,
      code: 'too_many_hands',
      detail: '举手表决的一共 2 位，报的数超过了，请再数一遍。',
      details: { handsMax: 2 },
    })
  }
  expect((await tell(polled, seat(0), { yes: 1 })).problem.code).toBe('poll_marks_wrong')
  expect((await tell(polled, seat(0), { agree: -1 })).status).toBe(400)
  await bothTell(polled, { agree: 2 })
  await end(polled)
  // Each shows his hand for two of three, but no option has more hands than there are people.
  const several = await ask(meeting, {
    about: 'other',
    question: '什么时候方便？',
    method: 'choose_several',
    options: OPTIONS,
    picksMax: 2,
  })
  const tooManyOfTwo: Record<string, number>[] = [
    { a: 3, b: 1 },
    { a: 2, b: 2, c: 1 },
  ]
  for (const counts of tooManyOfTwo) {
    expect((await tell(several, seat(0), counts)).problem.code).toBe('too_many_hands')
  }
  await hall.ok(seat(2), 'deliberate.vote', {
    params: atPoll(several),
    body: { marks: { picks: ['a', 'c'] } },
  })
  await bothTell(several, { a: 2, b: 2 })
  const { body } = await end(several)
  expect(handsOf(body)).toEqual({ a: [3, 2], b: [2, 2], c: [1, 0] })
  // Three people, whatever they have shown their hands for.
  expect(lastPoll(body).result).toMatchObject({ cast: 3, hands: 2 })
})

test('the poll does not end while the hands are missing; that nobody raised one is told as well', async () => {
  const polled = await asked(await begun(), [seat(4)])
  const missing = await end(polled)
  expect(missing.problem).toMatchObject({
    status: 409,
    code: 'hands_missing',
    detail: '有 1 位举手表决，两位计票人还没有都报数。没有人举手也请报 0。',
    details: { handsMax: 1 },
  })
  await tell(polled, seat(0), {})
  expect((await end(polled)).problem.code).toBe('hands_missing')
  await tell(polled, seat(1), { agree: 0 })
  const { body } = await end(polled)
  expect(lastPoll(body).result).toMatchObject({ cast: 0, hands: 0, adopted: false })
})

test('where everybody has a phone nobody has to count', async () => {
  const polled = await ask(await begun())
  expect(lastPoll(polled)).toMatchObject({ handsMax: 0, hands: null })
  await vote(hall, polled, seat(0), 'agree')
  expect(handsOf((await end(polled)).body)).toMatchObject({ agree: [1, 0] })
})

test('a guest who lives here raises his hand, one who listens does not; both are here, neither makes a quorum', async () => {
  const { owner, branch_secretary } = hall.people
  const meeting = await begun()
  await guest(meeting, '张桂芳', true)
  const listed = await guest(meeting, '李记者', false)
  expect(listed).toMatchObject({ present: 6, presentMembers: 4 })
  expect(listed.guests.map(({ name, isResident }) => [name, isResident])).toEqual([
    ['张桂芳', true],
    ['李记者', false],
  ])
  const polled = await asked(meeting, [])
  expect(lastPoll(polled).handsMax).toBe(1)
  expect((await tell(polled, seat(0), { agree: 2 })).problem.code).toBe('too_many_hands')
  await bothTell(polled, { agree: 1 })
  expect(handsOf((await end(polled)).body)).toMatchObject({ agree: [1, 1] })
  const seen = await page(hall, owner, meeting.id)
  expect(seen.guests).toEqual([])
  expect(JSON.stringify(seen)).not.toMatch(/张桂芳|李记者/)
  const nameless = await hall.send(branch_secretary, 'deliberate.addGuest', {
    params: { meetingId: meeting.id },
    body: { name: ' ', isResident: true },
  })
  expect(nameless.problem.code).toBe('text_required')
})

test('where only members vote, no hand of a guest or of another neighbour counts', async () => {
  const meeting = await begun({ voters: 'members' })
  await guest(meeting, '张桂芳', true)
  const polled = await asked(meeting, [seat(4), hall.people.tenant])
  expect(lastPoll(polled).handsMax).toBe(1)
  expect((await tell(polled, seat(1), { agree: 2 })).problem.code).toBe('too_many_hands')
  await bothTell(polled, { against: 1 })
  expect(handsOf((await end(polled)).body)).toMatchObject({ against: [1, 1] })
})

test('somebody of an office who was checked in by hand is here, and has no hand to be counted', async () => {
  const polled = await asked(await begun(), [hall.people.property_manager])
  expect(polled.present).toBe(5)
  expect(lastPoll(polled)).toMatchObject({ handsMax: 0, hands: null })
  expect((await end(polled)).status).toBe(200)
})

test('one of several options can be shown by hand', async () => {
  const polled = await asked(await begun(), [seat(4), seat(5)], {
    about: 'other',
    question: '什么时候方便？',
    method: 'choose_one',
    options: OPTIONS,
  })
  expect((await tell(polled, seat(0), { a: 2, b: 1 })).problem.code).toBe('too_many_hands')
  await bothTell(polled, { a: 1, b: 1 })
  await hall.ok(seat(2), 'deliberate.vote', { params: atPoll(polled), body: { marks: { picks: ['b'] } } })
  const { body } = await end(polled)
  expect(handsOf(body)).toEqual({ a: [1, 1], b: [2, 1], c: [0, 0] })
  expect(lastPoll(body).result).toMatchObject({ cast: 3, hands: 2, words: '“晚上”选的人最多。' })
})

test.each(['ranking', 'scoring'] as const)('%s cannot be shown by raised hands', async (method) => {
  const polled = await asked(await begun(), [seat(4)], {
    about: 'other',
    question: '什么时候方便？',
    method,
    options: OPTIONS,
  })
  const refused = await tell(polled, seat(0), { a: 1 })
  expect(refused.problem).toMatchObject({
    status: 422,
    code: 'poll_marks_wrong',
    detail: '排先后和打分没法举手数，请用手机投，或请帮办员帮着投。',
  })
  // So nobody waits for the tellers.
  const { body } = await end(polled)
  expect(lastPoll(body).result).toMatchObject({ cast: 0, hands: 0, words: '没有人投，没有结果。' })
})

test('whoever was replaced as a teller counts no more, for or against', async () => {
  const meeting = await asked(await begun(), [seat(4)])
  await tell(meeting, seat(0), { agree: 1 })
  await tell(meeting, seat(1), { against: 1 })
  await nameTellers(meeting, [seat(0), seat(2)])
  const agreed = await tell(meeting, seat(2), { agree: 1 })
  expect(lastPoll(agreed.body).hands).toBe('agreed')
  // The other way round: of two new ones only one has counted, though he agrees with one who has left.
  await nameTellers(meeting, [seat(1), seat(3)])
  await tell(meeting, seat(3), { against: 1 })
  expect((await tell(meeting, seat(1), { against: 1 })).status).toBe(200)
  await nameTellers(meeting, [seat(2), seat(3)])
  await tell(meeting, seat(2), { agree: 0, against: 0, abstain: 0 })
  expect((await end(meeting)).problem.code).toBe('hands_differ')
})

test('what no hand can show is voted on a phone by those too who otherwise raise a hand', async () => {
  const meeting = await begun()
  await byHand(meeting, seat(4))
  const polled = await ask(meeting, {
    about: 'other',
    question: '先修哪里？',
    method: 'ranking',
    options: OPTIONS,
  })
  expect(lastPoll(polled)).toMatchObject({ handsMax: 0, hands: null })
  expect((await page(hall, seat(4), meeting.id)).can.vote).toBe(true)
  const voted = await hall.send(seat(4), 'deliberate.vote', {
    params: atPoll(polled),
    body: { marks: { ranking: ['b'] } },
  })
  expect(voted.status).toBe(200)
  expect(lastPoll((await end(polled)).body).result).toMatchObject({ cast: 1, hands: 0 })
})
