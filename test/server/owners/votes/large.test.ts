import { type HallWithVote, hallWithVote } from '../support/hall-with-vote'
import { castMany, writeLargeRoll } from '../support/large-roll'

const UNITS = 50_000
/** More than a statement could carry with a parameter for every column of every row. */
const LINKED = 20_000
const VOTED = 30_000
/** Everybody waits ten seconds at most; a page that a whole compound looks at, one. */
const WITHIN = 8_000
const PAGE_WITHIN = 1_000

let it_: HallWithVote
beforeAll(async () => {
  it_ = await hallWithVote()
  await writeLargeRoll(it_.hall, { units: UNITS, linked: LINKED })
})
afterAll(() => it_.hall.close())

async function timed<T>(name: string, limit: number, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  const result = await work()
  const took = performance.now() - started
  if (process.env.TEST_TIMES) console.info(name, Math.round(took), 'ms')
  expect(took).toBeLessThan(limit)
  return result
}

async function count(text: string, voteId: string): Promise<number> {
  const { rows } = await it_.hall.platform.pool.query(`select count(*)::int as n from ${text}`, [voteId])
  return rows[0].n
}

test('50,000 flats: announced, opened, watched, closed and sold within the time that people wait', async () => {
  const { hall, owners, director } = it_
  const draft = await it_.draft()
  const params = { params: { voteId: draft.id } }
  const vote = await timed('notice', WITHIN, () => hall.ok(director, 'owners.notice', params))
  expect(await count('owner_vote_keys where vote_id = $1', vote.id)).toBe(UNITS)
  // Every fifth of the linked owners is in a second key with his neighbour, and one at the end of the list with the first.
  const rights = await count('owner_vote_voters where vote_id = $1', vote.id)
  expect(rights).toBe(LINKED + LINKED / 5)

  await timed('opening', WITHIN, () => hall.pass(Date.parse(vote.opensAt) - hall.clock.now()))
  const told = "notices where vote_id = $1 and title like '可以投票了%'"
  expect(await count(told, vote.id)).toBe(LINKED)
  const { reminded } = await timed('reminder', WITHIN, () => hall.ok(director, 'owners.remind', params))
  expect(reminded).toBe(LINKED)

  await castMany(hall, vote.id, VOTED)
  const seen = await timed('page', PAGE_WITHIN, () => it_.see(owners.a, vote.id))
  expect(seen.participation).toMatchObject({
    roll: { people: UNITS, area: '4025000.00' },
    voted: { people: VOTED, area: '2415000.00' },
    shortPeople: 3_334,
  })
  await timed('list', PAGE_WITHIN, () => hall.ok(owners.a, 'owners.votes'))
  hall.clock.forward(2)
  const at = new Date(hall.clock.now() - 1).toISOString()
  const sold = {
    unitCode: '100-1-49899',
    at,
    owners: [{ name: '庚七', phone: '19900090077' }],
    reason: '过户',
  }
  await timed('transfer', WITHIN, () => hall.ok(director, 'owners.transfer', { ...params, body: sold }))

  await timed('close', WITHIN, () => hall.pass(Date.parse(vote.closesAt) - hall.clock.now()))
  const { result } = await it_.see(director, vote.id)
  expect(result).toMatchObject({ ballots: VOTED, items: [{ verdict: 'FAIL', agree: { people: VOTED } }] })
})
