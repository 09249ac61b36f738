import { buildApp } from '../../../../server/app'
import { ballotDigest } from '../../../../server/owners/ballots/receipt'
import { newId } from '../../../../server/platform/ids'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { expectProblem } from '../../support/problem'
import { ballotsOf, giveRight, open, type Voting, voting } from './support/voting'

let hall: Hall
let vote: Voting
let first: TestPerson
let second: TestPerson

beforeEach(async () => {
  hall = await openHall()
  vote = await voting(hall, { items: [{ title: '换电梯' }, { title: '选物业' }] })
  ;[first, second] = vote.voters as [TestPerson, TestPerson]
})
afterEach(() => hall.close())

const journalOf = () =>
  hall.platform.db.selectFrom('journal').selectAll().where('voteId', '=', vote.id).orderBy('id').execute()

test('an owner votes: a ballot, a row of the journal, and a receipt whose digest can be made again', async () => {
  open(hall)
  const answer = await vote.cast(first, 1, ['agree', 'against'])
  expect(answer.status).toBe(201)
  const [ballot, ...others] = await ballotsOf(hall, vote.id)
  expect(others).toEqual([])
  expect(ballot).toMatchObject({
    keyNo: 1,
    seat: 'self',
    edition: 1,
    voterId: first.id,
    capacity: 'owner',
    channel: 'online',
    mandateId: null,
    marks: vote.marks('agree', 'against'),
    receivedAt: hall.clock.now(),
  })
  const digest = ballotDigest({
    voteId: vote.id,
    keyNo: 1,
    seat: 'self',
    edition: 1,
    marks: vote.marks('agree', 'against'),
    channel: 'online',
    receivedAt: hall.clock.now(),
    salt: ballot?.salt as Buffer,
  })
  expect(answer.body).toEqual({
    code: ballot?.receiptCode,
    digest: digest.toString('hex'),
    at: new Date(hall.clock.now()).toISOString(),
    keyNo: 1,
  })
  expect(ballot?.digest).toEqual(digest)
  const journal = await journalOf()
  expect(journal).toMatchObject([
    {
      kind: 'vote_ballot',
      actorId: first.id,
      afterDigest: digest,
      extra: { keyNo: 1, channel: 'online' },
    },
  ])
  expect(JSON.stringify(journal)).not.toMatch(/agree|against/)
})

test('twice at the same moment from two phones: one is in, the other is told', async () => {
  open(hall)
  const answers = await Promise.all([vote.cast(first, 1, ['agree']), vote.cast(first, 1, ['against'])])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('already_cast')
  expect(await ballotsOf(hall, vote.id)).toHaveLength(1)
})

test('before it opens, at the first and the last millisecond, and one after', async () => {
  hall.clock.forward(vote.opensAt - hall.clock.now() - 1)
  expectProblem(await vote.cast(first, 1), 409, 'voting_not_open')
  hall.clock.forward(1)
  expect((await vote.cast(first, 1)).status).toBe(201)
  hall.clock.forward(vote.closesAt - hall.clock.now() - 1)
  expect((await vote.cast(second, 2)).status).toBe(201)
  hall.clock.forward(1)
  expectProblem(await vote.cast(vote.voters[2] as TestPerson, 3), 409, 'voting_closed')
  expect(await ballotsOf(hall, vote.id)).toHaveLength(2)
})

test('closed by the record, or cancelled, it takes nothing even where the clock would', async () => {
  open(hall)
  for (const state of ['closed', 'published', 'certified', 'cancelled']) {
    await hall.platform.db.updateTable('ownerVotes').set({ state }).where('id', '=', vote.id).execute()
    expectProblem(await vote.cast(first, 1), 409, 'voting_closed')
  }
})

test('the same attempt again gets the same receipt, also after close; with other content it is refused', async () => {
  open(hall)
  const once = await vote.cast(first, 1, ['agree'], 'my-one-ballot')
  expect(once.status).toBe(201)
  hall.clock.forward(1_000)
  const again = await vote.cast(first, 1, ['agree'], 'my-one-ballot')
  expect([again.status, again.body]).toEqual([201, once.body])
  expectProblem(await vote.cast(first, 1, ['against'], 'my-one-ballot'), 422, 'idempotency_key_reused')
  expectProblem(await vote.cast(first, 1, ['agree']), 409, 'already_cast')
  hall.clock.forward(vote.closesAt - hall.clock.now())
  expect((await vote.cast(first, 1, ['agree'], 'my-one-ballot')).body).toEqual(once.body)
  const both = await Promise.all([1, 2, 3].map(() => vote.cast(first, 1, ['agree'], 'my-one-ballot')))
  for (const each of both) expect(each.body).toEqual(once.body)
  expect(await ballotsOf(hall, vote.id)).toHaveLength(1)
  expect(await journalOf()).toHaveLength(1)
})

test('the same attempt three times at once: one ballot, one receipt', async () => {
  open(hall)
  const answers = await Promise.all([1, 2, 3].map(() => vote.cast(first, 1, ['agree'], 'impatient-phone')))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await ballotsOf(hall, vote.id)).toHaveLength(1)
})

test('a tampered choice, a missing one, one of another vote', async () => {
  open(hall)
  const [itemId = ''] = vote.itemIds
  const send = (marks: object) =>
    hall.send(first, 'owners.cast', { params: { voteId: vote.id }, body: { keyNo: 1, marks } as never })
  expectProblem(await send({ ...vote.marks(), [itemId]: ['a'] }), 422, 'marks_wrong')
  expectProblem(await send({ ...vote.marks(), [itemId]: 'blank' }), 422, 'marks_wrong')
  expectProblem(await send({ ...vote.marks(), [itemId]: 'yes' }), 400, 'bad_input')
  expectProblem(await send({ ...vote.marks(), [newId()]: 'agree' }), 422, 'marks_wrong')
  expectProblem(await send({ [itemId]: 'agree' }), 422, 'marks_incomplete')
  expectProblem(await send({}), 422, 'marks_incomplete')
  expect(await ballotsOf(hall, vote.id)).toEqual([])
})

test('who votes is who the session says: not signed in, no owner, another’s key, another compound', async () => {
  open(hall)
  expectProblem(await vote.cast(null, 1), 401, 'signed_out')
  expectProblem(await vote.cast({ ...first, token: 'x'.repeat(43) }, 1), 401, 'signed_out')
  expectProblem(await vote.cast(second, 1), 403, 'no_right_to_vote')
  expectProblem(await vote.cast(first, 999), 403, 'no_right_to_vote')
  const voterId = second.id
  const forged = { keyNo: 2, marks: vote.marks(), voterId, personId: voterId }
  const answer = await hall.send(first, 'owners.cast', { params: { voteId: vote.id }, body: forged as never })
  expectProblem(answer, 403, 'no_right_to_vote')
  for (const role of ['branch_secretary', 'committee_director', 'scrutineer', 'property_manager'] as const) {
    expectProblem(await vote.cast(hall.people[role], 1), 403, 'not_allowed')
  }
  expect(await ballotsOf(hall, vote.id)).toEqual([])
})

test('a vote of another compound is not there, nor is one that nobody has announced', async () => {
  open(hall)
  await hall.ok(first, 'owners.cast', {
    params: { voteId: vote.id },
    body: { keyNo: 1, marks: vote.marks() } as never,
  })
  const elsewhere = newId()
  await hall.platform.db
    .insertInto('compounds')
    .values({ compoundId: elsewhere, name: '隔壁', createdAt: new Date(0) })
    .execute()
  const neighbour = await addPerson(hall.platform, elsewhere, { name: '隔壁业主', roles: ['owner'] })
  const send = (who: TestPerson, compoundId: string, voteId: string) =>
    hall.send(who, 'owners.cast', {
      params: { compoundId, voteId },
      body: { keyNo: 1, marks: vote.marks() } as never,
    })
  expectProblem(await send(neighbour, elsewhere, vote.id), 404, 'not_found')
  expectProblem(await send(neighbour, hall.compound.id, vote.id), 404, 'not_found')
  expectProblem(await send(first, hall.compound.id, newId()), 404, 'not_found')
})

test('without an Idempotency-Key nothing is taken', async () => {
  open(hall)
  const answer = await hall.send(first, 'owners.cast', {
    params: { voteId: vote.id },
    body: { keyNo: 1, marks: vote.marks() } as never,
    key: null,
  })
  expectProblem(answer, 428, 'idempotency_key_required')
})

test('rights begin and end: not before, not after a sale', async () => {
  open(hall)
  const buyer = await addPerson(hall.platform, hall.compound.id, { name: '买家', roles: ['owner'] })
  await hall.platform.db
    .updateTable('ownerVoteVoters')
    .set({ until: new Date(hall.clock.now()) })
    .where('personId', '=', first.id)
    .execute()
  await giveRight(hall, vote.id, buyer.id, 1)
  expectProblem(await vote.cast(first, 1), 403, 'no_right_to_vote')
  expect((await vote.cast(buyer, 1)).status).toBe(201)
})

test('where the notice lets a vote be changed, each change is another edition', async () => {
  const changing = await voting(hall, { rules: { mayChange: true }, flats: 1 })
  open(hall)
  const [who] = changing.voters as [TestPerson]
  const one = await changing.cast(who, 1, ['agree'], 'first-thought')
  await changing.cast(who, 1, ['against'])
  const all = await Promise.all([changing.cast(who, 1, ['abstain']), changing.cast(who, 1, ['agree'])])
  expect(all.map(({ status }) => status)).toEqual([201, 201])
  const editions = await ballotsOf(hall, changing.id)
  expect(editions.map(({ edition }) => edition)).toEqual([1, 2, 3, 4])
  expect((await changing.cast(who, 1, ['agree'], 'first-thought')).body).toEqual(one.body)
})

test('not announced for phones: paper only', async () => {
  const onPaper = await voting(hall, { rules: { channels: ['paper'] }, flats: 1 })
  open(hall)
  expectProblem(await onPaper.cast(onPaper.voters[0] as TestPerson, 1), 409, 'channel_not_announced')
})

test('two servers on one database: whoever comes to both with the same key is in once, and so is everybody else', async () => {
  const many = await voting(hall, { flats: 40 })
  open(hall)
  const other = await buildApp(hall.platform)
  const elsewhere = async (who: TestPerson, keyNo: number, key: string) => {
    const answer = await other.inject({
      method: 'POST',
      url: `/api/compounds/${hall.compound.id}/votes/${many.id}/ballots`,
      headers: { authorization: `Bearer ${who.token}`, 'idempotency-key': key },
      payload: { keyNo, marks: many.marks() },
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const pairs = await Promise.all(
    many.voters.map((who, index) => {
      const key = `attempt-of-${index}`
      return Promise.all([many.cast(who, index + 1, ['agree'], key), elsewhere(who, index + 1, key)])
    }),
  )
  for (const [here, there] of pairs) {
    expect([here.status, there.status]).toEqual([201, 201])
    expect(there.body).toEqual(here.body)
  }
  expect(await ballotsOf(hall, many.id)).toHaveLength(40)
  await other.close()
})
