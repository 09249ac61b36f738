import type { VoteView } from '@yishiting/domain/contract/owners'
import { DAY } from '@yishiting/domain/matter/instant'
import { addPerson, type TestPerson } from '../../../support/people'
import { expectProblem } from '../../support/problem'
import { type HallWithVote, hallWithVote } from '../support/hall-with-vote'

let it_: HallWithVote
beforeEach(async () => {
  it_ = await hallWithVote()
})
afterEach(() => it_.hall.close())

const BUYER = { name: '庚七', phone: '19900090077' }
const SELLER = { name: '乙二', phone: '19900090001' }

/** 乙's flat, sold a moment ago. */
const sell = (vote: VoteView, owners = [BUYER], who = it_.director) => {
  const { hall } = it_
  hall.clock.forward(2)
  return hall.send(who, 'owners.transfer', {
    params: { voteId: vote.id },
    body: { unitCode: '1-1-201', at: new Date(hall.clock.now() - 1).toISOString(), owners, reason: '过户' },
  })
}

/** 庚 comes into the hall and shows that the flat is his. */
async function buyerClaims(): Promise<TestPerson> {
  const { hall } = it_
  const buyer = await addPerson(hall.platform, hall.compound.id, { name: BUYER.name, roles: ['tenant'] })
  await hall.ok(buyer, 'owners.claim', {
    body: { unitCode: '1-1-201', name: BUYER.name, lastDigits: BUYER.phone.slice(-4) },
  })
  return buyer
}

const cast = async (who: TestPerson, vote: VoteView) =>
  it_.hall.send(who, 'owners.cast', {
    params: { voteId: vote.id },
    body: {
      keyNo: await it_.keyNo(vote, '1-1-201'),
      marks: Object.fromEntries(vote.items.map(({ id }) => [id, 'agree' as const])),
    },
  })

async function counted(vote: VoteView) {
  await it_.hall.pass(Date.parse(vote.closesAt) - it_.hall.clock.now())
  return (await it_.see(it_.director, vote.id)).result?.items[0]
}

test('the seller has not voted: the buyer claims the flat and votes, the seller cannot any more', async () => {
  const { hall, owners } = it_
  const vote = await it_.opened()
  expect((await sell(vote)).status).toBe(201)
  const [right] = (await it_.see(owners.b, vote.id)).rights
  expect(right).toMatchObject({ mayVote: false, whyNot: '房子已经转让，由新业主投。' })
  expect(right).not.toHaveProperty('keyId')
  expectProblem(await cast(owners.b, vote), 403, 'no_right_to_vote')
  const buyer = await buyerClaims()
  expect((await it_.see(buyer, vote.id)).rights).toMatchObject([
    { capacity: 'owner', unitCodes: ['1-1-201'], area: '70.00', mayVote: true },
  ])
  expect((await cast(buyer, vote)).status).toBe(201)
  expect((await hall.ok(buyer, 'people.home')).waiting.map(({ kind }) => kind)).not.toContain('ownersVote')
  expect(await counted(vote)).toMatchObject({
    agree: { people: 1, area: '70.00' },
    roll: { people: 6, area: '640.00' },
  })
})

test('the seller has voted before: his ballot stands', async () => {
  const { hall, owners } = it_
  const vote = await it_.opened()
  await it_.put(vote, await it_.keyNo(vote, '1-1-201'), 'against', { voter: owners.b })
  hall.clock.forward(DAY)
  expect((await sell(vote)).status).toBe(201)
  const buyer = await buyerClaims()
  const seen = await it_.see(buyer, vote.id)
  expect(seen.rights).toEqual([])
  expect(seen.noRightReason).toBe('这套房转让之前，原业主已经投过了，他那一票算数，您不用再投。')
  expect(await counted(vote)).toMatchObject({ against: { people: 1, area: '70.00' } })
})

test('the roll follows: it names the buyer from now on, with the reason', async () => {
  const { hall, director } = it_
  const vote = await it_.announced()
  await sell(vote)
  const { units } = await hall.ok(director, 'owners.rollUnits', { query: { code: '1-1-201' } })
  expect(units[0]?.owners.map(({ maskedName }) => maskedName)).toEqual(['庚*'])
  expect((await hall.ok(director, 'owners.roll')).version).toBe(2)
  // The vote stays on the roll of its notice.
  expect((await it_.see(director, vote.id)).rollVersion).toBe(1)
})

test('who corrected the roll first is not overruled by the sale that he records then', async () => {
  const { hall, director } = it_
  const vote = await it_.announced()
  await hall.ok(director, 'owners.correct', {
    body: { unitCode: '1-1-201', owners: [BUYER], reason: '已过户' },
  })
  expect((await sell(vote)).status).toBe(201)
  expect((await hall.ok(director, 'owners.roll')).version).toBe(2)
  expect((await it_.see(await buyerClaims(), vote.id)).rights).toHaveLength(1)
})

test('recorded twice by two members: refused, and the buyer keeps his right', async () => {
  const { hall } = it_
  const vote = await it_.opened()
  await sell(vote)
  const buyer = await buyerClaims()
  expectProblem(await sell(vote, [BUYER], hall.people.committee_member), 422, 'figures_wrong')
  expect((await cast(buyer, vote)).status).toBe(201)
})

test('two units at the very same moment of sale are two; one unit twice at it is refused', async () => {
  const { hall, director } = it_
  const vote = await it_.opened()
  hall.clock.forward(2)
  const at = new Date(hall.clock.now() - 1).toISOString()
  const record = (unitCode: string, owners: { name: string; phone: string }[]) =>
    hall.send(director, 'owners.transfer', {
      params: { voteId: vote.id },
      body: { unitCode, at, owners, reason: '过户' },
    })
  expect((await record('1-1-101', [BUYER])).status).toBe(201)
  expect((await record('1-1-102', [BUYER])).status).toBe(201)
  expectProblem(await record('1-1-102', [SELLER]), 422, 'figures_wrong')
})

test('a sale that was a mistake is taken back: the seller votes again', async () => {
  const { owners } = it_
  const vote = await it_.opened()
  await sell(vote)
  expectProblem(await cast(owners.b, vote), 403, 'no_right_to_vote')
  expect((await sell(vote, [SELLER])).status).toBe(201)
  expect((await cast(owners.b, vote)).status).toBe(201)
  expect(await counted(vote)).toMatchObject({ agree: { people: 1, area: '70.00' } })
})

test('part of what somebody owns: he keeps the rest and his right; the buyer adds it to his own', async () => {
  const { hall, owners, director } = it_
  const vote = await it_.opened()
  hall.clock.forward(2)
  await hall.ok(director, 'owners.transfer', {
    params: { voteId: vote.id },
    body: {
      unitCode: '1-1-102',
      at: new Date(hall.clock.now() - 1).toISOString(),
      owners: [SELLER],
      reason: '卖给 201',
    },
  })
  expect((await it_.see(owners.a, vote.id)).rights).toMatchObject([
    { unitCodes: ['1-1-101'], area: '80.00', mayVote: true },
  ])
  expect((await it_.see(owners.b, vote.id)).rights).toMatchObject([
    { unitCodes: ['1-1-201', '1-1-102'], area: '160.00', mayVote: true },
  ])
  expect((await it_.see(owners.b, vote.id)).participation?.roll).toEqual({ people: 6, area: '640.00' })
})

test('a flat of the developer that is sold: its buyer is one more person', async () => {
  const { hall, director } = it_
  const vote = await it_.opened()
  hall.clock.forward(2)
  await hall.ok(director, 'owners.transfer', {
    params: { voteId: vote.id },
    body: {
      unitCode: '2-1-201',
      at: new Date(hall.clock.now() - 1).toISOString(),
      owners: [BUYER],
      reason: '交房',
    },
  })
  expect((await it_.see(director, vote.id)).participation?.roll).toEqual({ people: 7, area: '640.00' })
  expect(await counted(vote)).toMatchObject({ roll: { people: 7, area: '640.00' } })
})

test('before the notice, in the future, of an unknown flat: refused', async () => {
  const { hall, director } = it_
  const vote = await it_.announced()
  const record = (unitCode: string, at: number) =>
    hall.send(director, 'owners.transfer', {
      params: { voteId: vote.id },
      body: { unitCode, at: new Date(at).toISOString(), owners: [BUYER], reason: '过户' },
    })
  const now = hall.clock.now()
  expectProblem(await record('1-1-201', now + DAY), 422, 'figures_wrong')
  expectProblem(await record('1-1-201', now - DAY), 422, 'figures_wrong')
  expectProblem(await record('9-9-999', now), 422, 'unit_unknown')
  await hall.pass(Date.parse(vote.closesAt) - hall.clock.now())
  expectProblem(await record('1-1-201', hall.clock.now() - 1), 409, 'vote_frozen')
})
