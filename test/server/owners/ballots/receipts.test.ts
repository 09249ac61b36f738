import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { expectProblem } from '../../support/problem'
import { ballotsOf, open, type Voting, voting } from './support/voting'

let hall: Hall
let vote: Voting

beforeEach(async () => {
  hall = await openHall()
  vote = await voting(hall, { flats: 4 })
  open(hall)
})
afterEach(() => hall.close())

const find = (who: TestPerson, code: string) =>
  hall.ok(who, 'owners.findReceipt', { params: { voteId: vote.id }, query: { code } })
const digests = (who: TestPerson, query: { from: number; limit: number }) =>
  hall.send(who, 'owners.digests', { params: { voteId: vote.id }, query })

test('a receipt finds its ballot at once, its place only after close, and its digest among all', async () => {
  const [first, second, third] = vote.voters as [TestPerson, TestPerson, TestPerson]
  const receipts = []
  for (const [who, keyNo] of [
    [third, 3],
    [first, 1],
    [second, 2],
  ] as const) {
    receipts.push((await vote.cast(who, keyNo)).body as { code: string; digest: string; at: string })
  }
  const [mine] = receipts as [(typeof receipts)[number]]
  const found = { found: true, digest: mine.digest, at: mine.at }
  expect(await find(third, mine.code)).toEqual({ ...found, position: null })
  expectProblem(await digests(first, { from: 0, limit: 200 }), 409, 'voting_running')

  hall.clock.forward(vote.closesAt - hall.clock.now())
  for (const [index, { code }] of receipts.entries()) {
    expect((await find(first, code)).position).toBe(index + 1)
  }
  const all = await digests(first, { from: 0, limit: 200 })
  expect(all.body).toEqual({
    total: 3,
    digests: receipts.map(({ digest }, index) => ({ position: index + 1, digest })),
  })
  expect((await digests(first, { from: 1, limit: 1 })).body.digests).toEqual([
    { position: 2, digest: receipts[1]?.digest },
  ])
  expect((await digests(first, { from: 3, limit: 10 })).body.digests).toEqual([])
})

test('however the code is typed; one that was never given is not found', async () => {
  const { code } = (await vote.cast(vote.voters[0] as TestPerson, 1)).body as { code: string }
  const [who] = vote.voters as [TestPerson]
  const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  for (const each of [code, typed, ` ${code.replaceAll('-', '')} `, code.replaceAll('-', '－')]) {
    expect((await find(who, each)).found).toBe(true)
  }
  for (const each of ['', '7K3M', 'ZZZZ-ZZZZ-ZZZZ-ZZZZ', '回执码']) {
    expect(await find(who, each)).toEqual({ found: false, digest: null, position: null, at: null })
  }
})

test('neither tells anything to somebody of another compound, or how anyone voted', async () => {
  const { code } = (await vote.cast(vote.voters[0] as TestPerson, 1, ['against'])).body as { code: string }
  const compoundId = '00000000-0000-7000-8000-00000000abcd'
  await hall.platform.db
    .insertInto('compounds')
    .values({ compoundId, name: '隔壁', createdAt: new Date(0) })
    .execute()
  const stranger = await addPerson(hall.platform, compoundId, { name: '外人', roles: ['owner'] })
  const params = { compoundId, voteId: vote.id }
  expectProblem(
    await hall.send(stranger, 'owners.findReceipt', { params, query: { code } }),
    404,
    'not_found',
  )
  expectProblem(
    await hall.send(stranger, 'owners.findReceipt', { params: { voteId: vote.id }, query: { code } }),
    404,
    'not_found',
  )
  hall.clock.forward(vote.closesAt - hall.clock.now())
  const seen = [
    await find(vote.voters[1] as TestPerson, code),
    await digests(vote.voters[1] as TestPerson, { from: 0, limit: 9 }),
  ]
  expect(JSON.stringify(seen)).not.toMatch(/against|marks/)
})

test('a ballot that lands between the clock’s close and the record of it is in the list that stays', async () => {
  await vote.cast(vote.voters[0] as TestPerson, 1)
  hall.clock.forward(vote.closesAt - hall.clock.now())
  const [who] = vote.voters as [TestPerson]
  expect((await digests(who, { from: 0, limit: 9 })).body.total).toBe(1)
  const [ballot] = await ballotsOf(hall, vote.id)
  const { seq: _seq, id: _id, receiptCode: _code, ...same } = ballot as NonNullable<typeof ballot>
  await hall.platform.db
    .insertInto('ownerBallots')
    .values({
      ...same,
      id: '00000000-0000-7000-8000-00000000aaaa',
      keyNo: 2,
      voterId: vote.voters[1]?.id,
      receiptCode: 'X',
      marks: JSON.stringify(same.marks),
      receivedAt: new Date(vote.closesAt - 1),
    })
    .execute()
  await hall.platform.db
    .updateTable('ownerVotes')
    .set({ state: 'closed' })
    .where('id', '=', vote.id)
    .execute()
  expect((await digests(who, { from: 0, limit: 9 })).body.total).toBe(2)
})
