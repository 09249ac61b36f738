import type { Choice } from '@yishiting/domain/deliberate/meeting'
import { moment } from '../../../server/platform/database/database'
import { type Hall, openHall } from '../../support/hall'
import { addPerson, type TestPerson } from '../../support/people'
import { atPoll, countsOf, lastPoll, page, polling, vote } from './support/meeting'

// Two hundred requests at once take their time where other work shares the machine.
jest.setTimeout(30_000)

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
})
afterAll(() => hall.close())

/** Neighbours who have come in: the doors themselves are tried elsewhere. */
async function crowd(meetingId: string, size: number): Promise<TestPerson[]> {
  const people: TestPerson[] = []
  for (let index = 0; index < size; index += 1) {
    people.push(await addPerson(hall.platform, hall.compound.id, { name: `邻居${index}`, roles: ['tenant'] }))
  }
  const checkedInAt = moment(hall.clock.now())
  await hall.platform.db
    .insertInto('meetingPeople')
    .values(people.map(({ id }) => ({ compoundId: hall.compound.id, meetingId, personId: id, checkedInAt })))
    .execute()
  return people
}

const CHOICES: readonly Choice[] = ['agree', 'agree', 'against', 'abstain']
const choiceOf = (index: number): Choice => CHOICES[index % CHOICES.length] ?? 'abstain'

test('two hundred vote at the same moment, and each counts exactly once', async () => {
  const meeting = await polling(hall)
  const people = await crowd(meeting.id, 200)
  const answers = await Promise.all(people.map((who, index) => vote(hall, meeting, who, choiceOf(index))))
  expect(answers.filter((answer) => answer.status !== 200)).toEqual([])
  const closed = await hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', {
    params: atPoll(meeting),
  })
  expect(lastPoll(closed).result).toMatchObject({ cast: 200, adopted: false })
  expect(countsOf(closed)).toEqual({ agree: 100, against: 50, abstain: 50 })
})

test('ten taps of one person at the same moment are one vote', async () => {
  const meeting = await polling(hall)
  const [who] = await crowd(meeting.id, 1)
  if (!who) throw new Error('nobody')
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => vote(hall, meeting, who, choiceOf(index))),
  )
  const told = answers.map((answer) => (answer.status === 200 ? 'cast' : answer.problem.code))
  expect(told.sort()).toEqual([...Array(9).fill('already_voted'), 'cast'])
  expect(lastPoll(await page(hall, who, meeting.id)).cast).toBe(1)
})

test('when the vote is ended in the middle of it, the count is of those who were told yes, and of nobody else', async () => {
  const meeting = await polling(hall)
  const people = await crowd(meeting.id, 60)
  const votes = people.map((who) => vote(hall, meeting, who, 'agree'))
  await votes[9]
  const closing = hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })
  const [closed, ...answers] = await Promise.all([closing, ...votes])
  const counted = answers.filter((answer) => answer.status === 200).length
  const late = answers.filter((answer) => answer.status !== 200)
  for (const answer of late) expect(answer.problem.code).toBe('poll_not_open')
  expect(countsOf(closed)).toEqual({ agree: counted, against: 0, abstain: 0 })
  expect(lastPoll(await page(hall, hall.people.owner, meeting.id)).cast).toBe(counted)
})
