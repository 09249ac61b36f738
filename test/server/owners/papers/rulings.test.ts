import { DAY } from '@yishiting/domain/matter/instant'
import { ROLE_CODES } from '@yishiting/domain/people/roles'
import { resultOf } from '../../../../server/owners/votes/count'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { expectProblem } from '../../support/problem'
import { type VoteOnRows, voteOnRows } from '../support/vote-rows'

let hall: Hall
let vote: VoteOnRows
let first: TestPerson
let second: TestPerson
let itemId: string

const FLATS = [
  { code: '3-1-101', area: 1_000_000, owners: ['张文海'] },
  { code: '3-1-102', area: 1_000_000, owners: ['王秀琴'] },
  { code: '3-1-103', area: 1_000_000, owners: ['监票本人'] },
]

beforeEach(async () => {
  hall = await openHall()
  first = hall.people.scrutineer
  second = await addPerson(hall.platform, hall.compound.id, { name: '另一位监票', roles: ['scrutineer'] })
  vote = await voteOnRows(hall, {
    flats: FLATS,
    items: [{ title: '换电梯' }, { title: '选物业' }],
    people: { 监票本人: second },
  })
  itemId = vote.itemIds[0] as string
  hall.clock.forward(2 * DAY)
})
afterEach(() => hall.close())

type Choice = 'agree' | 'against'
async function enter(who: TestPerson, unitCode: string, one: Choice): Promise<void> {
  const [a, b] = vote.itemIds as [string, string]
  await hall.ok(who, 'owners.enterPaper', {
    params: { voteId: vote.id },
    body: { unitCode, channel: 'paper', marks: { [a]: one, [b]: 'agree' } },
  })
}

/** One paper read alike, and two where the first item was read in two ways. */
async function readPapers(): Promise<void> {
  await enter(first, '3-1-101', 'agree')
  await enter(second, '3-1-101', 'agree')
  for (const code of ['3-1-102', '3-1-103']) {
    await enter(first, code, 'agree')
    await enter(second, code, 'against')
  }
}

const close = () => hall.pass(vote.closesAt - hall.clock.now())
const conflicts = (who = first) => hall.ok(who, 'owners.conflicts', { params: { voteId: vote.id } })
const rule = (
  who: TestPerson,
  code: string,
  mark: 'agree' | 'void' | string[] = 'agree',
  more: object = {},
) =>
  hall.send(who, 'owners.rule', {
    params: { voteId: vote.id },
    body: { keyNo: vote.keyNo(code), itemId, mark, reason: '两人一起看了原票', ...more },
  })
const result = () => resultOf(hall.platform.db, hall.compound.id, vote.id)

test('before the close no mark can be seen and nothing decided', async () => {
  await readPapers()
  expect(await conflicts()).toEqual({ conflicts: [] })
  expectProblem(await rule(first, '3-1-102'), 409, 'vote_frozen')
})

test('after the close both scrutineers see every reading of what does not agree, and nothing else', async () => {
  await readPapers()
  await close()
  const { conflicts: lines } = await conflicts(second)
  expect(lines.map(({ unitCodes, itemTitle, why }) => [unitCodes[0], itemTitle, why])).toEqual([
    ['3-1-102', '换电梯', '两位监票人录的不一样'],
    ['3-1-103', '换电梯', '两位监票人录的不一样'],
  ])
  expect(lines[0]).toMatchObject({
    area: '100.00',
    ruling: null,
    ballots: [{ channel: 'paper', capacity: 'owner', mark: 'agree', secondMark: 'against' }],
  })
})

test('a ruling carries a reason, is made once, and the vote is counted again', async () => {
  await readPapers()
  await close()
  const { conflicts: lines } = await hall.ok(first, 'owners.rule', {
    params: { voteId: vote.id },
    body: { keyNo: vote.keyNo('3-1-102'), itemId, mark: 'agree', reason: '两人一起看了原票' },
  })
  expect(lines[0]?.ruling).toMatchObject({ mark: 'agree', reason: '两人一起看了原票' })
  expect(lines[1]?.ruling).toBeNull()
  expect((await result())?.items[0]).toMatchObject({ agree: { people: 2, area: '200.00' }, openConflicts: 1 })
  expectProblem(await rule(second, '3-1-102', 'void'), 409, 'conflict_none')
  const rows = await hall.platform.db
    .selectFrom('journal')
    .selectAll()
    .where('voteId', '=', vote.id)
    .where('kind', '=', 'vote_rule')
    .execute()
  expect(rows).toMatchObject([{ reason: '两人一起看了原票', actorId: first.id }])
  expectProblem(await rule(first, '3-1-103', 'agree', { reason: ' ' }), 400, 'bad_input')
})

test('void: that key says nothing on this item', async () => {
  await readPapers()
  await close()
  await rule(first, '3-1-102', 'void')
  await rule(first, '3-1-103', 'void')
  expect((await result())?.items[0]).toMatchObject({ participating: { people: 1 }, openConflicts: 0 })
})

test('nobody decides on his own flat; somebody else may', async () => {
  await readPapers()
  await close()
  expectProblem(await rule(second, '3-1-103'), 403, 'same_person')
  expect((await rule(second, '3-1-102')).status).toBe(200)
  expect((await rule(first, '3-1-103')).status).toBe(200)
})

test('what agrees, what is not on the ballot, and what is published cannot be ruled on', async () => {
  await readPapers()
  await close()
  expectProblem(await rule(first, '3-1-101'), 409, 'conflict_none')
  expectProblem(await rule(first, '3-1-102', ['x']), 422, 'marks_wrong')
  const nowhere = await rule(first, '3-1-102', 'agree', { keyNo: 99 })
  expectProblem(nowhere, 404, 'not_found')
  await hall.platform.db
    .updateTable('ownerVotes')
    .set({ state: 'published' })
    .where('id', '=', vote.id)
    .execute()
  expectProblem(await rule(first, '3-1-102'), 409, 'vote_frozen')
})

test('two scrutineers at the same moment: one ruling stands', async () => {
  await readPapers()
  await close()
  const answers = await Promise.all([rule(first, '3-1-102'), rule(second, '3-1-102', 'void')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a second reading after the close is counted at once', async () => {
  await enter(first, '3-1-101', 'agree')
  await close()
  await enter(second, '3-1-101', 'agree')
  expect((await result())?.items[0]).toMatchObject({ agree: { people: 1 } })
})

test('a ruling stays as it was written: the database itself refuses', async () => {
  await readPapers()
  await close()
  await rule(first, '3-1-102')
  const { db } = hall.platform
  await expect(db.updateTable('ownerRulings').set({ reason: '改' }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('ownerRulings').execute()).rejects.toThrow('append-only')
  await expect(db.updateTable('ownerSecondEntries').set({ agrees: true }).execute()).rejects.toThrow(
    'append-only',
  )
  await expect(db.deleteFrom('ownerBallots').execute()).rejects.toThrow('append-only')
})

test('only scrutineers see conflicts and decide them', async () => {
  await readPapers()
  for (const step of [0, 20 * DAY]) {
    hall.clock.forward(step)
    for (const role of ROLE_CODES.filter((each) => each !== 'scrutineer')) {
      const who = hall.people[role]
      const seen = await hall.send(who, 'owners.conflicts', { params: { voteId: vote.id } })
      expectProblem(seen, 403, 'not_allowed')
      expectProblem(await rule(who, '3-1-102'), 403, 'not_allowed')
    }
  }
})
