import { DAY } from '@yishiting/domain/matter/instant'
import { ROLE_CODES, type Role } from '@yishiting/domain/people/roles'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson } from '../../../support/people'
import { expectProblem } from '../../support/problem'
import { type VoteOnRows, voteOnRows } from '../support/vote-rows'

let hall: Hall
let vote: VoteOnRows
const MAY_SEE: readonly Role[] = ['committee_director', 'committee_member', 'scrutineer', 'helper']

beforeEach(async () => {
  hall = await openHall()
  vote = await voteOnRows(hall, {
    flats: [
      { code: '3-1-101', area: 800_000, owners: ['张文海'] },
      { code: '3-1-102', area: 800_000, owners: ['王秀琴', '李建国'] },
      { code: '3-2-101', area: 800_000, owners: ['赵大勇'] },
      { code: '4-1-101', area: 800_000, owners: ['张文海'] },
      { code: '4-1-102', area: 900_000, owners: ['钱小红'] },
      { code: '4-1-201', area: 900_000, owners: [], isDevelopers: true },
    ],
  })
})
afterEach(() => hall.close())

const doors = (query: { building?: string; cursor?: string; limit: number } = { limit: 20 }) =>
  hall.ok(hall.people.helper, 'owners.doors', { params: { voteId: vote.id }, query })

const knock = (code: string, outcome: 'delivered' | 'nobody_home' | 'refused', note = '') =>
  hall.send(hall.people.helper, 'owners.deliver', {
    params: { voteId: vote.id },
    body: { keyNo: vote.keyNo(code), channel: 'door', outcome, note },
  })

async function returnPaper(code: string): Promise<void> {
  await hall.ok(hall.people.scrutineer, 'owners.enterPaper', {
    params: { voteId: vote.id },
    body: { unitCode: code, channel: 'paper', marks: { [vote.itemIds[0] as string]: 'against' } },
  })
}

/** Every word and every name of a field in an answer. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, each]) => [name, ...wordsOf(each)])
}

test('one line for a key, in the order of the buildings; names masked; how many are left in each building', async () => {
  const { lines, buildings } = await doors()
  expect(lines.map(({ unitCodes, maskedNames }) => [unitCodes.join('、'), maskedNames.join('、')])).toEqual([
    ['3-1-101、4-1-101', '张**'],
    ['3-1-102', '李**、王**'],
    ['3-2-101', '赵**'],
    ['4-1-102', '钱**'],
    ['4-1-201', '开发商'],
  ])
  expect(buildings).toEqual([
    { building: '3', left: 3, all: 3 },
    { building: '4', left: 2, all: 2 },
  ])
})

test('a knock is counted and its outcome shown; who has returned a ballot is on the list no more', async () => {
  hall.clock.forward(2 * DAY)
  expect((await knock('3-1-102', 'nobody_home')).status).toBe(201)
  hall.clock.forward(1_000)
  await knock('3-1-102', 'delivered', '交给本人')
  expect((await doors()).lines.find(({ keyNo }) => keyNo === vote.keyNo('3-1-102'))).toMatchObject({
    tries: 2,
    lastOutcome: 'delivered',
    lastAt: new Date(hall.clock.now()).toISOString(),
  })
  await returnPaper('3-1-102')
  const { lines, buildings } = await doors()
  expect(lines.map(({ keyNo }) => keyNo)).not.toContain(vote.keyNo('3-1-102'))
  expect(buildings[0]).toEqual({ building: '3', left: 2, all: 3 })
})

test('nothing in the list says how anybody voted', async () => {
  hall.clock.forward(2 * DAY)
  await returnPaper('3-1-102')
  await knock('3-2-101', 'refused')
  for (const role of MAY_SEE) {
    const answer = await hall.ok(hall.people[role], 'owners.doors', { params: { voteId: vote.id } })
    const words = wordsOf(answer)
    expect(
      words.filter((word) => /agree|against|abstain|blank|invalid|mark|ballot|choice|同意|弃权/i.test(word)),
    ).toEqual([])
    expect(words.some((word) => vote.itemIds.includes(word))).toBe(false)
    // Nor any name in full.
    expect(words.join()).not.toMatch(/张文海|王秀琴|李建国/)
  }
})

test('page by page nobody is left out and nobody is there twice; one building alone', async () => {
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const page = await doors({ limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...page.lines.map(({ keyNo }) => keyNo))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual([1, 2, 3, 4, 5])
  expect((await doors({ limit: 20, building: '4' })).lines.map(({ keyNo }) => keyNo)).toEqual([4, 5])
  const bad = await hall.send(hall.people.helper, 'owners.doors', {
    params: { voteId: vote.id },
    query: { limit: 2, cursor: 'eWVz' },
  })
  expectProblem(bad, 400, 'bad_input')
})

test('whoever has sold all he had is not knocked for; his buyer is', async () => {
  hall.clock.forward(2 * DAY)
  await hall.ok(hall.people.committee_director, 'owners.transfer', {
    params: { voteId: vote.id },
    body: {
      unitCode: '3-2-101',
      at: new Date(hall.clock.now() - 1_000).toISOString(),
      owners: [{ name: '周新来', certificate: '', phone: '' }],
      reason: '过户',
    },
  })
  const { lines, buildings } = await doors({ limit: 20, building: '3' })
  expect(lines.map(({ keyNo, maskedNames }) => [keyNo, maskedNames[0]?.slice(0, 1)])).toEqual([
    [1, '张'],
    [2, '李'],
    [6, '周'],
  ])
  expect(buildings[0]).toEqual({ building: '3', left: 3, all: 3 })
})

test('knocks are written down from the notice until the close, for keys of this vote', async () => {
  expect((await knock('3-1-101', 'delivered')).status).toBe(201)
  const nobody = await hall.send(hall.people.helper, 'owners.deliver', {
    params: { voteId: vote.id },
    body: { keyNo: 99, channel: 'door', outcome: 'delivered' },
  })
  expectProblem(nobody, 404, 'not_found')
  hall.clock.forward(vote.closesAt - hall.clock.now())
  expectProblem(await knock('3-1-101', 'delivered'), 409, 'voting_closed')
})

test('sent twice it is one knock; the journal has it', async () => {
  const sent = {
    params: { voteId: vote.id },
    body: { keyNo: 1, channel: 'door' as const, outcome: 'nobody_home' as const },
    key: 'the-same-knock',
  }
  await hall.ok(hall.people.helper, 'owners.deliver', sent)
  await hall.ok(hall.people.helper, 'owners.deliver', sent)
  expect((await doors()).lines[0]?.tries).toBe(1)
  const rows = await hall.platform.db
    .selectFrom('journal')
    .selectAll()
    .where('voteId', '=', vote.id)
    .execute()
  expect(rows.map(({ kind, extra }) => [kind, extra])).toEqual([
    ['vote_delivery', { keyNo: 1, channel: 'door', outcome: 'nobody_home' }],
  ])
})

test('the branch, and everybody else without this duty, sees no list and writes down no knock, at any step', async () => {
  const both = await addPerson(hall.platform, hall.compound.id, {
    name: '支部两职',
    roles: ['branch_secretary', 'branch_sorter', 'residents_committee'],
  })
  for (const step of [0, 2 * DAY, 20 * DAY]) {
    hall.clock.forward(step)
    const others = ROLE_CODES.filter((role) => !MAY_SEE.includes(role)).map((role) => hall.people[role])
    for (const who of [...others, both]) {
      const params = { voteId: vote.id }
      expectProblem(await hall.send(who, 'owners.doors', { params }), 403, 'not_allowed')
      const body = { keyNo: 1, channel: 'door' as const, outcome: 'delivered' as const }
      expectProblem(await hall.send(who, 'owners.deliver', { params, body }), 403, 'not_allowed')
    }
  }
})
