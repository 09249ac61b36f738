import { newId } from '../../../server/platform/ids'
import { addCompound, type TestCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { Line } from './support/line'
import { atPoll, convene, lastPoll, opened, polling, vote, waiting } from './support/meeting'

let hall: Hall
let elsewhere: TestCompound
const lines: Line[] = []
beforeAll(async () => {
  hall = await openHall({ seats: 21, config: { socketBeatMs: 200 } })
  elsewhere = await addCompound(hall.platform)
  await hall.app.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(async () => {
  for (const line of lines.splice(0)) await line.hangUp()
})
afterAll(() => hall.close())

function dial(meetingId: string, compoundId = hall.compound.id): Line {
  const line = new Line(hall.app, compoundId, meetingId)
  lines.push(line)
  return line
}

const follow = (meetingId: string, who: TestPerson, after = 0) =>
  dial(meetingId).hello({ token: who.token, after })

test('whoever follows sees the meeting at once, and every step as it is taken, each once and in order', async () => {
  const { owner, branch_secretary } = hall.people
  const meeting = await polling(hall)
  const line = await follow(meeting.id, owner)
  await line.until(({ latest }) => latest !== undefined)
  expect(line.latest).toMatchObject({ id: meeting.id, state: 'open', presentMembers: 14 })
  const [voter] = hall.compound.seated
  if (!voter) throw new Error('no seat')
  await vote(hall, meeting, voter, 'agree')
  await line.until(({ latest }) => latest?.items[0]?.polls[0]?.cast === 1)
  const closed = await hall.ok(branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })
  await line.until(({ latest }) => latest?.items[0]?.polls[0]?.state === 'closed')
  expect(line.latest?.items[0]?.polls[0]?.result).toEqual(lastPoll(closed).result)
  expect(line.events).toEqual(Array.from({ length: closed.eventSeq }, (_, index) => index + 1))
  const pulses = line.pictures.map(({ live }) => live.pulse)
  expect(pulses).toEqual([...pulses].sort((a, b) => a - b))
})

test('nothing in what all screens get is anybody’s own: two people get the same words', async () => {
  const meeting = await polling(hall)
  const one = await follow(meeting.id, hall.people.branch_secretary)
  const other = await follow(meeting.id, hall.people.tenant)
  for (const line of [one, other]) await line.until(({ latest }) => latest !== undefined)
  const [first, second] = [one, other].map(({ latest }) => ({ ...latest, pulse: 0, serverNow: '' }))
  expect(second).toEqual(first)
  const text = JSON.stringify(one.pictures)
  for (const { id, name } of hall.compound.seated) {
    expect(text).not.toContain(id)
    expect(text).not.toContain(name)
  }
})

test('who lost the line is told what he missed: none missing, none twice', async () => {
  const { owner, branch_secretary } = hall.people
  const meeting = await polling(hall)
  const before = await follow(meeting.id, owner)
  await before.until(({ latest }) => latest !== undefined)
  const last = before.events.at(-1) ?? 0
  await before.hangUp()
  await hall.ok(branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })
  const now = await hall.ok(branch_secretary, 'deliberate.goTo', {
    params: { meetingId: meeting.id },
    body: { itemId: null },
  })
  const after = await follow(meeting.id, owner, last)
  await after.until(({ latest }) => latest !== undefined)
  expect(after.events[0]).toBe(last + 1)
  expect(after.events.at(-1)).toBe(now.eventSeq)
  expect(new Set([...before.events, ...after.events]).size).toBe(now.eventSeq)
})

test.each([
  ['words that are no hello', 'hello there', 4400],
  ['a number instead of a session', { token: 12 }, 4400],
])('%s: the line is closed', async (_, hello, code) => {
  const meeting = await convene(hall, [await waiting(hall)])
  const line = await dial(meeting.id).hello(hello)
  await line.until(({ closed }) => closed !== null)
  expect(line.closed).toBe(code)
  expect(line.pictures).toEqual([])
})

test('nobody follows without a session, from another compound, or a meeting that is not there; each is told why', async () => {
  const meeting = await convene(hall, [await waiting(hall)])
  const { owner } = hall.people
  const cases: [Promise<Line>, string, number][] = [
    [dial(meeting.id).hello({ after: 0 }), 'signed_out', 4401],
    [dial(meeting.id).hello({ token: 'x'.repeat(43) }), 'signed_out', 4401],
    [follow(meeting.id, elsewhere.people.owner), 'not_found', 4404],
    [dial(meeting.id, elsewhere.id).hello({ token: owner.token }), 'not_found', 4404],
    [dial(meeting.id, elsewhere.id).hello({ token: elsewhere.people.owner.token }), 'not_found', 4404],
    [follow(newId(), owner), 'not_found', 4404],
  ]
  for (const [dialled, why, code] of cases) {
    const line = await dialled
    await line.until(({ closed }) => closed !== null)
    expect([line.said, line.closed]).toEqual([[{ type: 'end', code: why }], code])
  }
})

test('a session that ends takes its line along', async () => {
  const { family } = hall.people
  const meeting = await convene(hall, [await waiting(hall)])
  const line = await follow(meeting.id, family)
  await line.until(({ latest }) => latest !== undefined)
  await hall.ok(family, 'people.signOut')
  await line.until(({ closed }) => closed !== null)
  expect([line.said.at(-1), line.closed]).toEqual([{ type: 'end', code: 'signed_out' }, 4401])
})

test('one session opens five lines, not a hundred', async () => {
  const { supervisor } = hall.people
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]))
  const open: Line[] = []
  for (let index = 0; index < 5; index += 1) {
    const line = await follow(meeting.id, supervisor)
    await line.until(({ latest }) => latest !== undefined)
    open.push(line)
  }
  const sixth = await follow(meeting.id, supervisor)
  await sixth.until(({ closed }) => closed !== null)
  expect(sixth.closed).toBe(4429)
  await open[0]?.hangUp()
  const again = await follow(meeting.id, supervisor)
  await again.until(({ latest }) => latest !== undefined)
})
