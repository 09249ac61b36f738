import { DAY } from '@yishiting/domain/matter/instant'
import { ROLE_CODES } from '@yishiting/domain/people/roles'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { titlesOf } from '../../support/inbox'
import { photoOf } from '../../support/pictures'
import { expectProblem } from '../../support/problem'
import { type VoteOnRows, voteOnRows } from '../support/vote-rows'

let hall: Hall
let vote: VoteOnRows
let first: TestPerson
let second: TestPerson

const FLATS = ['3-1-101', '3-1-102', '3-1-201', '3-1-202', '3-1-301', '3-1-302', '3-1-401'].map(
  (code, index) => ({ code, area: 800_000 + index, owners: [`业主${index}`] }),
)

beforeEach(async () => {
  hall = await openHall()
  first = hall.people.scrutineer
  second = await addPerson(hall.platform, hall.compound.id, { name: '另一位监票', roles: ['scrutineer'] })
  vote = await voteOnRows(hall, { flats: FLATS, items: [{ title: '换电梯' }, { title: '选物业' }] })
  hall.clock.forward(2 * DAY)
})
afterEach(() => hall.close())

type Choice = 'agree' | 'against' | 'abstain' | 'blank' | 'invalid'
const marks = (...choices: Choice[]) =>
  Object.fromEntries(vote.itemIds.map((id, index) => [id, choices[index] ?? 'agree']))

const paper = (unitCode: string, choices: Choice[] = [], more: object = {}) => ({
  params: { voteId: vote.id },
  body: { unitCode, channel: 'paper' as const, marks: marks(...choices), ...more },
})

const enter = (who: TestPerson, unitCode: string, choices: Choice[] = [], more: object = {}) =>
  hall.send(who, 'owners.enterPaper', paper(unitCode, choices, more))

const listed = (who: TestPerson) => hall.ok(who, 'owners.papers', { params: { voteId: vote.id } })

test('two papers, each read by two scrutineers: one agrees, one does not and both are told', async () => {
  const one = await enter(first, '3-1-101', ['agree', 'blank'])
  expect(one).toMatchObject({ status: 201, body: { entry: 1, state: 'waits_for_second' } })
  await enter(first, '3-1-102', ['agree', 'against'])
  expect(await listed(second)).toMatchObject({ waiting: 2, mismatches: 0 })

  const agreed = await enter(second, '3-1-101', ['agree', 'blank'])
  expect(agreed.body).toMatchObject({ entry: 2, state: 'agreed', ballotId: one.body.ballotId })
  expect(agreed.body.receipt).toEqual(one.body.receipt)
  const mismatch = await enter(second, '3-1-102', ['against', 'against'])
  expect(mismatch.body).toMatchObject({ entry: 2, state: 'mismatch' })

  const papers = await listed(first)
  expect(papers).toMatchObject({ waiting: 0, mismatches: 1 })
  expect(papers.papers.map(({ unitCodes, state }) => [unitCodes[0], state])).toEqual([
    ['3-1-102', 'mismatch'],
    ['3-1-101', 'agreed'],
  ])
  for (const who of [first, second]) {
    expect(await titlesOf(hall, who)).toContain('有一张纸质票两遍录得不一样')
  }
  const onlyMismatch = await hall.ok(first, 'owners.papers', {
    params: { voteId: vote.id },
    query: { limit: 20, state: 'mismatch' },
  })
  expect(onlyMismatch.papers.map(({ keyNo }) => keyNo)).toEqual([vote.keyNo('3-1-102')])
})

test('a signature missing in one reading only is a mismatch too', async () => {
  await enter(first, '3-1-101')
  expect((await enter(second, '3-1-101', [], { isUnsigned: true })).body.state).toBe('mismatch')
})

test('the same scrutineer cannot be his own second reader, nor can anybody read a third time', async () => {
  await enter(first, '3-1-101')
  expectProblem(await enter(first, '3-1-101'), 403, 'same_person')
  await enter(second, '3-1-101')
  expectProblem(await enter(second, '3-1-101'), 409, 'entered_already')
})

test('nowhere is the second scrutineer shown what the first one read', async () => {
  const answer = await enter(first, '3-1-101', ['against', 'invalid'])
  const seen = [answer.body, await listed(second), await listed(first)]
  expect(JSON.stringify(seen)).not.toMatch(/agree|against|abstain|blank|invalid|marks/)
  const journal = await hall.platform.db
    .selectFrom('journal')
    .selectAll()
    .where('voteId', '=', vote.id)
    .execute()
  expect(journal.map(({ kind }) => kind)).toEqual(['vote_paper_first'])
  expect(JSON.stringify(journal)).not.toMatch(/against|invalid/)
})

test('both at the same moment: one is the first reading, the other the second', async () => {
  const answers = await Promise.all([enter(first, '3-1-101'), enter(second, '3-1-101')])
  expect(answers.map(({ body }) => body.entry).sort()).toEqual([1, 2])
})

test('sent twice, it is entered once', async () => {
  const sent = { ...paper('3-1-101'), key: 'the-same-paper' }
  const once = await hall.ok(first, 'owners.enterPaper', sent)
  expect(await hall.ok(first, 'owners.enterPaper', sent)).toEqual(once)
  expect(await listed(first)).toMatchObject({ waiting: 1 })
})

test('a paper one millisecond after close is late, and one at the last millisecond is not', async () => {
  hall.clock.forward(vote.closesAt - hall.clock.now() - 1)
  expect((await enter(first, '3-1-101')).status).toBe(201)
  hall.clock.forward(1)
  expectProblem(await enter(first, '3-1-102'), 409, 'voting_closed')
  // The second reading may take until the result is published.
  expect((await enter(second, '3-1-101')).body.state).toBe('agreed')
})

test('before it opens nothing can be entered; after it is published no second reading', async () => {
  const early = await voteOnRows(hall, { flats: [{ code: '9-1-101', area: 1, owners: ['丙'] }] })
  const body = {
    unitCode: '9-1-101',
    channel: 'paper' as const,
    marks: { [early.itemIds[0] as string]: 'agree' as const },
  }
  const answer = await hall.send(first, 'owners.enterPaper', { params: { voteId: early.id }, body })
  expectProblem(answer, 409, 'voting_not_open')
  await enter(first, '3-1-101')
  hall.clock.forward(20 * DAY)
  await hall.platform.db
    .updateTable('ownerVotes')
    .set({ state: 'published' })
    .where('id', '=', vote.id)
    .execute()
  expectProblem(await enter(second, '3-1-101'), 409, 'vote_frozen')
})

test('the unit as it stands on the paper, however it is typed; an unknown one is told', async () => {
  expect((await enter(first, '３号楼1单元１０１室')).body.receipt.keyNo).toBe(vote.keyNo('3-1-101'))
  expect((await enter(first, ' 3－1－102 ')).body.receipt.keyNo).toBe(vote.keyNo('3-1-102'))
  expectProblem(await enter(first, '3-1-999'), 422, 'unit_unknown')
})

test('what was not announced, not offered or not read is refused', async () => {
  expectProblem(await enter(first, '3-1-101', [], { channel: 'phone' }), 409, 'channel_not_announced')
  const [one] = vote.itemIds
  const half = {
    ...paper('3-1-101'),
    body: { ...paper('3-1-101').body, marks: { [one as string]: 'agree' } },
  }
  expectProblem(await hall.send(first, 'owners.enterPaper', half as never), 422, 'marks_incomplete')
  const odd = { ...half, body: { ...half.body, marks: { ...marks(), [one as string]: ['a'] } } }
  expectProblem(await hall.send(first, 'owners.enterPaper', odd), 422, 'marks_wrong')
})

test('too many candidates ticked on a paper make that item invalid', async () => {
  const options = ['a', 'b', 'c'].map((id) => ({ id, title: id }))
  const election = await voteOnRows(hall, {
    flats: [{ code: '8-1-101', area: 1, owners: ['丁'] }],
    items: [{ title: '选委员', kind: 'election', options, seats: 2 }],
  })
  hall.clock.forward(2 * DAY)
  const [itemId] = election.itemIds
  const send = (who: TestPerson, ids: string[]) =>
    hall.ok(who, 'owners.enterPaper', {
      params: { voteId: election.id },
      body: { unitCode: '8-1-101', channel: 'paper', marks: { [itemId as string]: ids } },
    })
  await send(first, ['a', 'b', 'c'])
  expect((await send(second, ['c', 'b', 'a'])).state).toBe('agreed')
  const ballot = await hall.platform.db
    .selectFrom('ownerBallots')
    .select('marks')
    .where('voteId', '=', election.id)
    .executeTakeFirstOrThrow()
  expect(ballot.marks).toEqual({ [itemId as string]: 'invalid' })
})

test('the scan stays with the vote: nobody else can use it, and it is not swept away', async () => {
  const id = await photoOf(hall, first)
  await enter(first, '3-1-101', [], { photoIds: [id] })
  expect((await listed(second)).papers[0]?.photos.map((photo) => photo.id)).toEqual([id])
  expectProblem(await enter(first, '3-1-102', [], { photoIds: [id] }), 422, 'photo_unknown')
  const { tidy } = await import('../../../../server/platform/queue/queue')
  hall.clock.forward(3 * DAY)
  await tidy(hall.platform)
  expect((await listed(second)).papers[0]?.photos).toHaveLength(1)
})

test('nobody but a scrutineer reads papers, the branch least of all, at any step', async () => {
  const others = ROLE_CODES.filter((role) => role !== 'scrutineer')
  const steps = [0, 20 * DAY]
  for (const step of steps) {
    hall.clock.forward(step)
    for (const role of others) {
      const who = hall.people[role]
      expectProblem(await enter(who, '3-1-101'), 403, 'not_allowed')
      expectProblem(
        await hall.send(who, 'owners.papers', { params: { voteId: vote.id } }),
        403,
        'not_allowed',
      )
    }
  }
})
