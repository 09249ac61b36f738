import { addPerson } from '../../../support/people'
import { type HallWithVote, hallWithVote } from '../support/hall-with-vote'

let it_: HallWithVote
beforeEach(async () => {
  it_ = await hallWithVote()
})
afterEach(() => it_.hall.close())

const whyNot = async (who: Parameters<HallWithVote['see']>[0], voteId: string) => {
  const { rights, noRightReason } = await it_.see(who, voteId)
  expect(rights).toEqual([])
  return noRightReason
}

test('each who may not vote is told why, and what to do', async () => {
  const { hall, owners } = it_
  const { id } = await it_.announced((body) => {
    body.rules.scope = { type: 'buildings', buildings: ['2'] }
  })
  expect(await whyNot(owners.a, id)).toBe('这次只由 2 号楼的业主投，您的房子不在里面，不用投。')
  const { people } = hall
  expect(await whyNot(people.branch_secretary, id)).toMatch(/不能投票，也看不到别人怎么投/)
  expect(await whyNot(people.tenant, id)).toMatch(/书面委托/)
  expect(await whyNot(people.owner, id)).toMatch(/没有认到您的房子/)
  expect((await it_.see(owners.e, id)).noRightReason).toBe('')
})

test('a parking space alone where they do not count; a flat bought after the notice', async () => {
  const { hall, director } = it_
  const named = (name: string, phone: string) => ({ owners: [{ name, phone }], reason: '过户' })
  await hall.ok(director, 'owners.correct', {
    body: { unitCode: '地库-1-001', ...named('辛八', '19900090081') },
  })
  const claims = async (name: string, unitCode: string, lastDigits: string) => {
    const who = await addPerson(hall.platform, hall.compound.id, { name, roles: ['owner'] })
    await hall.ok(who, 'owners.claim', { body: { unitCode, name, lastDigits } })
    return who
  }
  const { id } = await it_.announced()
  await hall.ok(director, 'owners.correct', {
    body: { unitCode: '2-1-102', ...named('壬九', '19900090092') },
  })
  const parker = await claims('辛八', '地库-1-001', '0081')
  expect(await whyNot(parker, id)).toBe('这次不计车位、储藏室、地下室，您名下没有别的房子，不用投。')
  const buyer = await claims('壬九', '2-1-102', '0092')
  expect(await whyNot(buyer, id)).toBe(
    '公告那天的名册里，您的房子还不在您名下。公告以后买的，请业委会登记转让。有不明白的，问业委会 021-5550-0000。',
  )
})

test('a scope that names no building of the roll is found before the notice', async () => {
  const { problems } = await it_.draft((body) => {
    body.rules.scope = { type: 'buildings', buildings: ['2', '22'] }
  })
  expect(problems).toEqual([{ field: 'rules.scope', message: '名册里没有 22 号楼，请看看范围。' }])
  const stairwell = await it_.draft((body) => {
    body.rules.scope = { type: 'stairwell', building: '2', stairwell: '7' }
  })
  expect(stairwell.problems).toEqual([
    { field: 'rules.scope', message: '名册里没有 2 号楼 7 单元，请看看范围。' },
  ])
})

test('two options under one name cannot be told apart on a ballot', async () => {
  const { problems } = await it_.draft((body) => {
    body.items = [
      {
        title: '选施工队',
        body: '三家里选一家。',
        kind: 'options',
        options: [
          { id: 'x', title: '甲队' },
          { id: 'x', title: '乙队' },
        ],
      },
    ]
  })
  expect(problems.map(({ field }) => field)).toEqual(['items.0.options'])
})
