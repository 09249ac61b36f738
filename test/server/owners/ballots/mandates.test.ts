import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { titlesOf } from '../../support/inbox'
import { photoOf } from '../../support/pictures'
import { expectProblem } from '../../support/problem'
import { ballotsOf, open, type Voting, voting } from './support/voting'

let hall: Hall
let vote: Voting
let owner: TestPerson
let proxy: TestPerson

beforeEach(async () => {
  hall = await openHall()
  vote = await voting(hall, { flats: 5, items: [{ title: '换电梯' }, { title: '选物业' }] })
  owner = vote.voters[0] as TestPerson
  proxy = await addPerson(hall.platform, hall.compound.id, { name: '受托的儿子', roles: ['family'] })
})
afterEach(() => hall.close())

const offered = async (who = owner, keyNo = 1, more: object = {}) => ({
  params: { voteId: vote.id },
  body: {
    keyNo,
    photoId: await photoOf(hall, who),
    itemIds: null,
    instructions: null,
    expiresAt: new Date(vote.closesAt).toISOString(),
    ...more,
  },
})

const grant = async (who = owner, keyNo = 1, more: object = {}) =>
  hall.send(who, 'owners.grantMandate', await offered(who, keyNo, more))

const codeOf = async (who = owner, keyNo = 1, more: object = {}) => {
  const page = await hall.ok(who, 'owners.grantMandate', await offered(who, keyNo, more))
  return String(page.rights.find((right) => right.keyNo === keyNo)?.mandate?.acceptCode)
}

const accept = (who: TestPerson, code: string) =>
  hall.send(who, 'owners.acceptMandate', { params: { voteId: vote.id }, body: { code } })

const mandateId = async () => {
  const row = await hall.platform.db
    .selectFrom('ownerMandates')
    .select('id')
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

const revoke = async (who = owner) =>
  hall.send(who, 'owners.revokeMandate', { params: { voteId: vote.id, mandateId: await mandateId() } })

test('granted with its photo, taken up with the code, and voted by: the ballot names the mandate', async () => {
  const code = await codeOf()
  expect(code).toMatch(/^\d{6}$/)
  const taken = await accept(proxy, code)
  expect(taken.status).toBe(200)
  expect(taken.body.rights).toMatchObject([{ keyNo: 1, capacity: 'proxy', mandate: { state: 'accepted' } }])
  expect(await titlesOf(hall, owner)).toContain('您的委托有人接了')
  open(hall)
  expect((await vote.cast(proxy, 1)).status).toBe(201)
  const id = await mandateId()
  expect(await ballotsOf(hall, vote.id)).toMatchObject([
    { voterId: proxy.id, seat: 'proxy', capacity: 'proxy', mandateId: id, edition: 1 },
  ])
  expectProblem(await vote.cast(proxy, 1), 409, 'already_cast')
  expectProblem(await revoke(), 409, 'mandate_used')
  // The owner's own hand stays free; which of the two counts, the count says.
  expect((await vote.cast(owner, 1, ['against'])).status).toBe(201)
  const kinds = await hall.platform.db
    .selectFrom('journal')
    .select('kind')
    .where('voteId', '=', vote.id)
    .orderBy('id')
    .execute()
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'vote_mandate_granted',
    'vote_mandate_accepted',
    'vote_ballot',
    'vote_ballot',
  ])
})

test('an expired proxy cannot vote, nor one whose mandate was taken back', async () => {
  const expiresAt = new Date(vote.opensAt + DAY).toISOString()
  await accept(proxy, await codeOf(owner, 1, { expiresAt }))
  const other = vote.voters[1] as TestPerson
  await accept(proxy, await codeOf(other, 2))
  hall.clock.forward(vote.opensAt + DAY - 1 - hall.clock.now())
  hall.clock.forward(1)
  expectProblem(await vote.cast(proxy, 1), 409, 'mandate_expired')
  const page = await hall.ok(other, 'owners.read', { params: { voteId: vote.id } })
  const second = page.rights[0]?.mandate?.id ?? ''
  await hall.ok(other, 'owners.revokeMandate', { params: { voteId: vote.id, mandateId: second } })
  expect(await titlesOf(hall, proxy)).toContain('委托收回了')
  expectProblem(await vote.cast(proxy, 2), 409, 'mandate_expired')
  expect(await ballotsOf(hall, vote.id)).toEqual([])
})

test('one millisecond before it runs out the proxy may still vote', async () => {
  await accept(proxy, await codeOf(owner, 1, { expiresAt: new Date(vote.opensAt + DAY).toISOString() }))
  hall.clock.forward(vote.opensAt + DAY - 1 - hall.clock.now())
  expect((await vote.cast(proxy, 1)).status).toBe(201)
})

test('what the paper says binds: items and instructions', async () => {
  const [one = '', two = ''] = vote.itemIds
  await accept(proxy, await codeOf(owner, 1, { instructions: { [one]: 'against' } }))
  await accept(proxy, await codeOf(vote.voters[1], 2, { itemIds: [two] }))
  open(hall)
  expectProblem(await vote.cast(proxy, 1, ['agree', 'agree']), 409, 'mandate_outside')
  expect((await vote.cast(proxy, 1, ['against', 'agree'])).status).toBe(201)
  expectProblem(await vote.cast(proxy, 2, ['agree', 'agree']), 409, 'mandate_outside')
  const send = (marks: object) =>
    hall.send(proxy, 'owners.cast', { params: { voteId: vote.id }, body: { keyNo: 2, marks } as never })
  expectProblem(await send({ [one]: 'agree' }), 409, 'mandate_outside')
  expectProblem(await send({}), 422, 'marks_incomplete')
  expect((await send({ [two]: 'agree' })).status).toBe(201)
})

test('instructions that no ballot could carry are not taken', async () => {
  const [one = '', two = ''] = vote.itemIds
  expectProblem(
    await grant(owner, 1, { itemIds: [one], instructions: { [two]: 'agree' } }),
    409,
    'mandate_outside',
  )
  expectProblem(await grant(owner, 1, { itemIds: [owner.id] }), 409, 'mandate_outside')
  expectProblem(await grant(owner, 1, { itemIds: [] }), 409, 'mandate_outside')
  expectProblem(await grant(owner, 1, { instructions: { [one]: ['x'] } }), 422, 'marks_wrong')
  expectProblem(
    await grant(owner, 1, { expiresAt: new Date(hall.clock.now()).toISOString() }),
    400,
    'bad_input',
  )
})

test('only for one’s own key, with a photo of one’s own, once, and not after one has voted', async () => {
  expectProblem(await grant(owner, 2), 403, 'no_right_to_vote')
  expectProblem(await grant(proxy, 1), 403, 'no_right_to_vote')
  const photoId = await photoOf(hall, proxy)
  expectProblem(await grant(owner, 1, { photoId }), 422, 'photo_unknown')
  await codeOf()
  expectProblem(await grant(), 409, 'mandate_taken')
  open(hall)
  const second = vote.voters[1] as TestPerson
  await vote.cast(second, 2)
  expectProblem(await grant(second, 2), 409, 'already_cast')
})

test('both at the same moment: one mandate for a key', async () => {
  const sent = [await offered(), await offered()]
  const answers = await Promise.all(sent.map((each) => hall.send(owner, 'owners.grantMandate', each)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('one that ran out unused makes room for another', async () => {
  await codeOf(owner, 1, { expiresAt: new Date(hall.clock.now() + 1_000).toISOString() })
  hall.clock.forward(1_000)
  expect((await accept(proxy, await codeOf())).status).toBe(200)
})

test('taken back, it can be given to somebody else, and the first one is out', async () => {
  await accept(proxy, await codeOf())
  expect((await revoke()).status).toBe(200)
  const second = await addPerson(hall.platform, hall.compound.id, { name: '女儿', roles: ['family'] })
  await accept(second, await codeOf())
  open(hall)
  expectProblem(await vote.cast(proxy, 1), 409, 'mandate_expired')
  const page = await hall.ok(proxy, 'owners.read', { params: { voteId: vote.id } })
  expect(page.rights).toMatchObject([{ mayVote: false, mandate: null }])
  expect((await vote.cast(second, 1)).status).toBe(201)
})

test('five wrong codes a day, and the right one helps no more until tomorrow', async () => {
  const code = await codeOf()
  const wrong = code === '000000' ? '000001' : '000000'
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => accept(proxy, wrong)))
  expect(answers.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429])
  expectProblem(await accept(proxy, code), 429, 'mandate_too_often')
  hall.clock.forward(DAY)
  expect((await accept(proxy, code)).status).toBe(200)
  expectProblem(await accept(proxy, code), 422, 'mandate_code_wrong')
})

test('so many keys for one proxy and no more, also at the same moment', async () => {
  const codes = await Promise.all(vote.voters.map((who, index) => codeOf(who, index + 1)))
  const answers = await Promise.all(codes.map((code) => accept(proxy, code)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409])
  expect(answers.find(({ status }) => status === 409)?.problem.code).toBe('mandate_over_limit')
})

test('the property firm’s people may not, unless the notice says so; nobody is his own proxy', async () => {
  const roles = ['tenant', 'property_manager'] as const
  const staff = await addPerson(hall.platform, hall.compound.id, { name: '物业的人', roles })
  const code = await codeOf()
  expectProblem(await accept(staff, code), 422, 'mandate_barred')
  expectProblem(await accept(owner, code), 422, 'mandate_barred')
  await hall.platform.db
    .updateTable('ownerVotes')
    .set({
      rules: JSON.stringify({ ...(await rulesOf()), propertyStaffMayProxy: true }),
    })
    .where('id', '=', vote.id)
    .execute()
  expect((await accept(staff, code)).status).toBe(200)
})

const rulesOf = async () => {
  const row = await hall.platform.db
    .selectFrom('ownerVotes')
    .select('rules')
    .where('id', '=', vote.id)
    .executeTakeFirstOrThrow()
  return row.rules as object
}

test('another’s mandate cannot be taken back, and after close nothing about one changes', async () => {
  const code = await codeOf()
  expectProblem(await revoke(proxy), 404, 'not_found')
  hall.clock.forward(vote.closesAt - hall.clock.now())
  expectProblem(await revoke(), 409, 'voting_closed')
  expectProblem(await accept(proxy, code), 409, 'voting_closed')
  expectProblem(await grant(vote.voters[1], 2), 409, 'voting_closed')
})

test('the proxy votes while the owner takes it back: one of the two, never both', async () => {
  await accept(proxy, await codeOf())
  open(hall)
  const [cast, taken] = await Promise.all([vote.cast(proxy, 1), revoke()])
  const ends = [cast.status, taken.status]
  expect([
    [201, 409],
    [409, 200],
  ]).toContainEqual(ends)
  expect(await ballotsOf(hall, vote.id)).toHaveLength(ends[0] === 201 ? 1 : 0)
})
