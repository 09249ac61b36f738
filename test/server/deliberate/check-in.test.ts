import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { DAY, MINUTE } from '@yishiting/domain/matter/instant'
import { addCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { checkIn, convene, page, waiting } from './support/meeting'

let hall: Hall
let meeting: MeetingView
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
})
afterAll(() => hall.close())

beforeEach(async () => {
  meeting = await convene(hall, [await waiting(hall)])
})

const see = async () => {
  meeting = await page(hall, hall.people.branch_secretary, meeting.id)
}

const toTheDoor = async () => {
  await hall.pass(Date.parse(meeting.startsAt) - 20 * MINUTE - hall.clock.now())
  await see()
}

const tryCode = (who: TestPerson, code: string) =>
  hall.send(who, 'deliberate.checkIn', { params: { meetingId: meeting.id }, body: { code } })

const wrongCode = () => (meeting.checkInCode === '1234' ? '4321' : '1234')

test('the code is four figures, and only those who moderate see it', async () => {
  expect(meeting.checkInCode).toMatch(/^\d{4}$/)
  expect((await page(hall, hall.people.residents_committee, meeting.id)).checkInCode).toBe(
    meeting.checkInCode,
  )
  for (const who of [hall.people.owner, hall.people.helper, hall.people.supervisor]) {
    expect((await page(hall, who, meeting.id)).checkInCode).toBeNull()
  }
})

test('doors open half an hour before', async () => {
  const { owner } = hall.people
  await hall.pass(4 * DAY - 30 * MINUTE - 1)
  expect((await tryCode(owner, meeting.checkInCode ?? '')).problem.code).toBe('meeting_not_open')
  expect((await page(hall, owner, meeting.id)).can.checkIn).toBe(false)
  await hall.pass(1)
  expect((await page(hall, owner, meeting.id)).can.checkIn).toBe(true)
  expect((await checkIn(hall, meeting, owner)).checkedIn).toBe(true)
})

test('a wrong code gets a clear sentence, the right one lets in, and coming in twice is coming in once', async () => {
  const { tenant } = hall.people
  await toTheDoor()
  const wrong = await tryCode(tenant, wrongCode())
  expect(wrong.problem).toMatchObject({ status: 422, code: 'wrong_code' })
  expect(wrong.problem.detail).toBe('签到码不对，请看会场屏幕上现在的四位数字。')
  expect((await tryCode(tenant, ` ${meeting.checkInCode} `)).body).toMatchObject({
    checkedIn: true,
    present: 1,
  })
  expect((await tryCode(tenant, wrongCode())).body).toMatchObject({ checkedIn: true, present: 1 })
})

test('after five wrong codes even the right one is refused for ten minutes, for this person alone', async () => {
  const { owner, tenant } = hall.people
  await toTheDoor()
  await tryCode(owner, '')
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await tryCode(owner, wrongCode())).problem.code).toBe('wrong_code')
  }
  for (const code of [wrongCode(), meeting.checkInCode ?? '']) {
    expect((await tryCode(owner, code)).problem).toMatchObject({ status: 429, code: 'too_many_tries' })
  }
  expect((await tryCode(tenant, meeting.checkInCode ?? '')).status).toBe(200)
  await hall.pass(10 * MINUTE)
  await see()
  expect((await tryCode(owner, meeting.checkInCode ?? '')).status).toBe(200)
})

test('guessing in parallel buys no more than five guesses', async () => {
  await toTheDoor()
  const guesses = await Promise.all(
    Array.from({ length: 30 }, () => tryCode(hall.people.family, wrongCode())),
  )
  const told = guesses.map((guess) => guess.problem.code)
  expect(told.filter((code) => code === 'wrong_code')).toHaveLength(5)
  expect(told.filter((code) => code === 'too_many_tries')).toHaveLength(25)
})

test('without a code only where the meeting can be attended by phone', async () => {
  const { owner } = hall.people
  const online = await convene(hall, [await waiting(hall)], { online: true })
  await toTheDoor()
  expect((await tryCode(owner, '')).problem.code).toBe('wrong_code')
  const params = { meetingId: online.id }
  expect((await hall.ok(owner, 'deliberate.checkIn', { params, body: {} })).checkedIn).toBe(true)
  const guess = await hall.send(hall.people.tenant, 'deliberate.checkIn', { params, body: { code: '0000' } })
  expect(guess.problem.code).toBe('wrong_code')
})

test('a helper checks in who has no phone, anybody of the compound and nobody else, as often as he likes', async () => {
  const { helper, owner, property_manager } = hall.people
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里' })
  await toTheDoor()
  const byHand = (who: TestPerson, personId: string) =>
    hall.send(who, 'deliberate.checkInOther', { params: { meetingId: meeting.id }, body: { personId } })
  for (let times = 0; times < 2; times += 1) {
    expect((await byHand(helper, property_manager.id)).body).toMatchObject({ present: 1 })
  }
  expect((await page(hall, property_manager, meeting.id)).checkedIn).toBe(true)
  expect((await byHand(helper, elsewhere.people.owner.id)).status).toBe(404)
  expect((await byHand(owner, hall.people.tenant.id)).status).toBe(403)
  const entries = await hall.platform.db
    .selectFrom('journal')
    .select(['actorId', 'matterId', 'extra'])
    .where('meetingId', '=', meeting.id)
    .where('kind', '=', 'check_in')
    .execute()
  const extra = { personId: property_manager.id, byHand: true, byOther: true }
  expect(entries).toEqual([{ actorId: helper.id, matterId: null, extra }])
})

test('who is expected is shown by name to those who moderate or check people in at the door, to others not', async () => {
  const { branch_secretary, helper, owner, supervisor } = hall.people
  const [seated] = hall.compound.seated
  for (const who of [branch_secretary, helper]) {
    const seen = await page(hall, who, meeting.id)
    expect(seen.attendees).toHaveLength(3)
    expect(seen.attendees.map((each) => each.name)).toContain(seated?.name)
  }
  for (const who of [owner, supervisor]) {
    const seen = await page(hall, who, meeting.id)
    expect(seen.attendees).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(seated?.name)
  }
})

test('whether one comes can be changed until the meeting is over', async () => {
  const { owner, branch_secretary } = hall.people
  const params = { meetingId: meeting.id }
  const answer = (going: 'yes' | 'no') => hall.send(owner, 'deliberate.rsvp', { params, body: { going } })
  expect((await answer('yes')).body).toMatchObject({ myRsvp: 'yes', going: 1 })
  expect((await answer('no')).body).toMatchObject({ myRsvp: 'no', going: 0 })
  await hall.ok(branch_secretary, 'deliberate.cancel', { params, body: { reason: '改期' } })
  expect((await answer('yes')).problem.code).toBe('meeting_over')
})
