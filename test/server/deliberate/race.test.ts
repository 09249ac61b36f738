import { moment, type Tx } from '../../../server/platform/database/database'
import { type Hall, openHall } from '../../support/hall'
import { heldUp } from './support/held-up'
import { atPoll, countsOf, lastPoll, plan, polling, vote, waiting } from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 21 })
})
afterAll(() => hall.close())

const lockMeeting = (id: string) => (tx: Tx) =>
  tx.selectFrom('meetings').select('id').where('id', '=', id).forUpdate().execute()

test('a vote that came before the end is in the count, even when it was still being written', async () => {
  const meeting = await polling(hall)
  const [voter] = hall.compound.seated
  if (!voter) throw new Error('no seat')
  const row = {
    compoundId: hall.compound.id,
    pollId: lastPoll(meeting).id,
    personId: voter.id,
    at: moment(hall.clock.now()),
  }
  // The same row, not yet committed: the vote has to wait for it, in the middle of its own transaction.
  const [cast, closed] = await heldUp<unknown>(
    hall,
    (tx) => tx.insertInto('pollVotes').values(row).execute(),
    [
      async () => (await vote(hall, meeting, voter, 'agree')).status,
      async () => {
        const by = hall.people.branch_secretary
        return countsOf(await hall.ok(by, 'deliberate.closePoll', { params: atPoll(meeting) }))
      },
    ],
  )
  expect(cast).toBe(200)
  expect(closed).toEqual({ agree: 1, against: 0, abstain: 0 })
})

test('a vote that comes while the poll is being ended is late', async () => {
  const meeting = await polling(hall)
  const [voter] = hall.compound.seated
  if (!voter) throw new Error('no seat')
  const [closed, late] = await heldUp<unknown>(hall, lockMeeting(meeting.id), [
    async () => {
      const by = hall.people.branch_secretary
      return (await hall.send(by, 'deliberate.closePoll', { params: atPoll(meeting) })).status
    },
    async () => (await vote(hall, meeting, voter, 'agree')).problem.code,
  ])
  expect(closed).toBe(200)
  expect(late).toBe('poll_not_open')
})

test('votes do not wait for one another', async () => {
  const meeting = await polling(hall)
  const [first] = hall.compound.seated
  if (!first) throw new Error('no seat')
  const tx = await hall.platform.db.startTransaction().execute()
  try {
    // As another vote does it.
    await tx.selectFrom('meetings').select('id').where('id', '=', meeting.id).forShare().execute()
    expect((await vote(hall, meeting, first, 'agree')).status).toBe(200)
  } finally {
    await tx.rollback().execute()
  }
})

test('of two moderators ending the vote at once, only whoever holds the gavel does', async () => {
  const { branch_secretary, residents_committee } = hall.people
  const meeting = await polling(hall)
  const answers = await heldUp(
    hall,
    lockMeeting(meeting.id),
    [branch_secretary, residents_committee].map(
      (who) => () => hall.send(who, 'deliberate.closePoll', { params: atPoll(meeting) }),
    ),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
  expect(answers.find((answer) => answer.status === 409)?.problem.code).toBe('not_in_the_chair')
})

test('two conveners with the same matters in opposite order: one announces, the other is told', async () => {
  const items = [await waiting(hall), await waiting(hall)]
  const ids = items.map((item) => item.matterId)
  const lockMatters = (tx: Tx) =>
    tx.selectFrom('matters').select('id').where('id', 'in', ids).forUpdate().execute()
  const answers = await heldUp(
    hall,
    lockMatters,
    [items, [...items].reverse()].map(
      (order) => () =>
        hall.send(hall.people.branch_secretary, 'deliberate.convene', { body: plan(hall, order) }),
    ),
  )
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409])
})
