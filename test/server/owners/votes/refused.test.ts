import type { VoteView } from '@yishiting/domain/contract/owners'
import { DAY } from '@yishiting/domain/matter/instant'
import { ROLE_CODES } from '@yishiting/domain/people/roles'
import { newId } from '../../../../server/platform/ids'
import type { TestPerson } from '../../../support/people'
import { expectProblem } from '../../support/problem'
import { type HallWithVote, hallWithVote } from '../support/hall-with-vote'

let it_: HallWithVote
beforeAll(async () => {
  it_ = await hallWithVote()
})
afterAll(() => it_.hall.close())

const OTHERS = ROLE_CODES.filter((role) => !role.startsWith('committee_'))
const STEPS = ['draft', 'noticed', 'open', 'closed', 'published', 'certified'] as const

/** Everything that moves a vote on, or holds it up. */
const ACTS = [
  'owners.editDraft',
  'owners.notice',
  'owners.cancelVote',
  'owners.extend',
  'owners.remind',
  'owners.transfer',
  'owners.publish',
  'owners.answerObjection',
  'owners.certify',
] as const

let vote: VoteView
const params = () => ({ params: { voteId: vote.id } })

const bodyOf = (act: (typeof ACTS)[number]): object => {
  const { title, why, contact, opensAt, closesAt, rules } = vote
  const at = new Date(it_.hall.clock.now()).toISOString()
  const reason = '为大家好'
  if (act === 'owners.editDraft')
    return { title, why, contact, opensAt, closesAt, rules, items: [{ title, body: why, kind: 'ordinary' }] }
  if (act === 'owners.transfer') return { unitCode: '1-1-201', at, owners: [{ name: '支' }], reason }
  return act === 'owners.answerObjection' ? { answer: '不用查了' } : { reason }
}

const tryAct = (who: TestPerson, act: (typeof ACTS)[number]) =>
  it_.hall.send(who, act, {
    params: { voteId: vote.id, objectionId: newId() } as never,
    ifMatch: vote.version,
    body: bodyOf(act) as never,
  })

/** All that the vote is made of, as it lies in its tables. */
async function everything(): Promise<string> {
  const tables = [
    'owner_votes',
    'owner_vote_items',
    'owner_vote_keys',
    'owner_vote_voters',
    'owner_transfers',
    'journal',
    'clocks',
  ]
  const { rows } = await it_.hall.platform.pool.query(
    tables
      .map(
        (table) =>
          `select '${table}' as name, md5(string_agg(t::text, ',' order by t::text)) from ${table} t`,
      )
      .join(' union all '),
  )
  return JSON.stringify(rows)
}

async function reach(step: (typeof STEPS)[number]): Promise<void> {
  const { hall, director } = it_
  if (step === 'draft') vote = await it_.draft()
  if (step === 'noticed') vote = await hall.ok(director, 'owners.notice', params())
  if (step === 'open') await hall.pass(Date.parse(vote.opensAt) - hall.clock.now())
  if (step === 'closed') {
    await it_.put(vote, await it_.keyNo(vote, '1-1-101'), 'against', { voter: it_.owners.a })
    await hall.pass(Date.parse(vote.closesAt) - hall.clock.now())
  }
  if (step === 'published') await hall.ok(director, 'owners.publish', params())
  if (step === 'certified') {
    await hall.pass(16 * DAY)
    await hall.ok(director, 'owners.certify', params())
  }
  vote = await it_.see(director, vote.id)
  expect(vote.state).toBe(step)
}

describe.each(STEPS)('a vote that is %s', (step) => {
  beforeAll(() => reach(step))

  test('nobody but the committee moves it, and nothing of it stays when they try', async () => {
    const before = await everything()
    for (const role of OTHERS)
      for (const act of ACTS) expectProblem(await tryAct(it_.hall.people[role], act), 403, 'not_allowed')
    expect(await everything()).toBe(before)
  })

  test('the branch sees what any resident sees, and has no button', async () => {
    const { hall, owners } = it_
    for (const who of [hall.people.branch_secretary, hall.people.branch_sorter]) {
      if (step === 'draft') {
        expectProblem(await hall.send(who, 'owners.read', params()), 404, 'not_found')
        continue
      }
      const seen = await it_.see(who, vote.id)
      expect(Object.entries(seen.can).filter(([, may]) => may)).toEqual([])
      expect(seen.rights).toEqual([])
      const resident = await it_.see(owners.b, vote.id)
      expect({ ...seen, rights: [], noRightReason: '', can: {}, line: '', waitsForMe: false }).toEqual({
        ...resident,
        ...{ rights: [], noRightReason: '', can: {}, line: '', waitsForMe: false },
      })
    }
  })

  test('the result is seen before its publication by those who publish and decide conflicts only', async () => {
    if (step === 'draft') {
      expect((await it_.see(it_.director, vote.id)).result).toBeNull()
      return
    }
    const isPublic = step === 'published' || step === 'certified'
    for (const role of ROLE_CODES) {
      const { result } = await it_.see(it_.hall.people[role], vote.id)
      const mayEarlier =
        step === 'closed' && ['committee_director', 'committee_member', 'scrutineer'].includes(role)
      expect([role, result !== null]).toEqual([role, isPublic || mayEarlier])
    }
  })
})
