import type { QueryOf } from '@yishiting/domain/contract'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { byProperty, raise, sort } from '../support/matters'
import { expectProblem } from '../support/problem'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const idsOf = async (who: TestPerson, query: QueryOf<'speak.list'>) =>
  (await hall.ok(who, 'speak.list', { query: { limit: 50, ...query } })).matters.map((each) => each.id)

test('the list turns page by page, the latest first, each matter once, though some change in between', async () => {
  const { owner, tenant } = hall.people
  const ids: string[] = []
  for (let n = 0; n < 7; n += 1) {
    hall.clock.forward(1000)
    ids.unshift((await raise(hall, owner)).id)
  }
  const first = await hall.ok(tenant, 'speak.list', { query: { limit: 3 } })
  expect(first.matters.map((each) => each.id)).toEqual(ids.slice(0, 3))
  // One that has been seen moves up: it is not seen again, and nothing is skipped.
  hall.clock.forward(1000)
  await hall.ok(tenant, 'speak.comment', { params: { matterId: ids[1] ?? '' }, body: { text: '我也是' } })
  const seen: string[] = []
  let next = first.next
  while (next) {
    const page = await hall.ok(tenant, 'speak.list', { query: { limit: 3, cursor: next } })
    seen.push(...page.matters.map((each) => each.id))
    next = page.next
  }
  expect(seen).toEqual(ids.slice(3))
})

test('matters of the same instant are told apart by their ids, none lost between two pages', async () => {
  const fresh = await openHall()
  try {
    for (let n = 0; n < 5; n += 1) await raise(fresh, fresh.people.owner)
    const seen = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await fresh.ok(fresh.people.tenant, 'speak.list', { query: { limit: 2, cursor } })
      for (const matter of page.matters) seen.add(matter.id)
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen.size).toBe(5)
  } finally {
    await fresh.close()
  }
})

test('each filter keeps what it names and nothing else; several narrow together', async () => {
  const { owner, tenant, helper, branch_secretary, department_liaison } = hall.people
  const plain = await raise(hall, owner, { place: { buildingId: null, detail: '大门口' } })
  const fire = await raise(hall, tenant)
  await hall.ok(branch_secretary, 'sort.sort', {
    params: { matterId: fire.id },
    body: {
      topic: 'fire',
      reason: '消防通道堵了',
      routes: [{ code: 'whistle', leadId: department_liaison.id, ground: 'enforcement' }],
    },
  })
  const forOwner = await hall.ok(helper, 'speak.raise', {
    body: {
      text: '代记',
      place: { buildingId: null, detail: '' },
      onBehalf: { capacity: 'helper', channel: 'door', reporterId: owner.id },
    },
  })
  const sorted = await raise(hall, owner)
  await sort(hall, branch_secretary, sorted.id, [byProperty(hall)])
  await hall.ok(tenant, 'speak.follow', { params: { matterId: plain.id }, body: { on: true } })

  expect(await idsOf(owner, { topic: 'fire' })).toEqual([fire.id])
  expect(await idsOf(owner, { route: 'whistle' })).toEqual([fire.id])
  expect(await idsOf(owner, { route: 'property', stage: 'act' })).toEqual([sorted.id])
  expect(await idsOf(owner, { route: 'property', topic: 'fire' })).toEqual([])
  expect(await idsOf(tenant, { mine: 'true' })).toEqual([fire.id])
  expect(await idsOf(tenant, { followed: 'true' })).toEqual([plain.id])
  const mine = await idsOf(owner, { mine: 'true' })
  expect(mine).toEqual(expect.arrayContaining([plain.id, forOwner.id, sorted.id]))
  expect(new Set(mine).size).toBe(mine.length)
  expect(await idsOf(helper, { mine: 'true' })).toEqual([forOwner.id])
  expect(await idsOf(owner, { buildingId: hall.compound.buildingId })).not.toContain(plain.id)
  expect(await idsOf(owner, { stage: 'speak' })).not.toContain(sorted.id)
  expect(await idsOf(owner, { open: 'false' })).toEqual([])
})

test('“mine” keeps its order over what I said and what I wrote down for others', async () => {
  const { helper, owner } = hall.people
  const onBehalf = { capacity: 'helper', channel: 'door', reporterId: owner.id } as const
  const ids: string[] = []
  for (const more of [{}, { onBehalf }, {}, { onBehalf }]) {
    hall.clock.forward(1000)
    ids.unshift((await raise(hall, helper, more)).id)
  }
  expect((await idsOf(helper, { mine: 'true' })).slice(0, 4)).toEqual(ids)
  const first = await hall.ok(helper, 'speak.list', { query: { mine: 'true', limit: 2 } })
  const second = await hall.ok(helper, 'speak.list', {
    query: { mine: 'true', limit: 2, cursor: first.next ?? undefined },
  })
  expect([...first.matters, ...second.matters].map((each) => each.id)).toEqual(ids)
})

test('a search finds words as they are: percent, underscore and backslash are letters like others', async () => {
  const { owner } = hall.people
  const text = (words: string) => ({ text: words, title: '' })
  const percent = await raise(hall, owner, text('物业费涨了 100% 不合理'))
  const underscore = await raise(hall, owner, text('门禁卡 a_b 失灵'))
  const backslash = await raise(hall, owner, text('路径 C:\\门禁 打不开'))
  const rare = await raise(hall, owner, text('𠮷田家门口 👍 有坑'))
  expect(await idsOf(owner, { q: '100%' })).toEqual([percent.id])
  expect(await idsOf(owner, { q: '%' })).toEqual([percent.id])
  expect(await idsOf(owner, { q: '_' })).toEqual([underscore.id])
  expect(await idsOf(owner, { q: '\\' })).toEqual([backslash.id])
  expect(await idsOf(owner, { q: '𠮷田' })).toEqual([rare.id])
  expect(await idsOf(owner, { q: "'; drop table matters; --" })).toEqual([])
  expect(await idsOf(owner, { q: rare.receipt })).toEqual([rare.id])
  expect(await idsOf(owner, { q: rare.receipt.toLowerCase() })).toEqual([rare.id])
  expect(await idsOf(owner, { q: '门口👍' })).toEqual([])
  expect(await idsOf(owner, { q: '𠮷' })).toEqual([rare.id])
})

test('a search finds words as they stand after a change, and no more the old ones', async () => {
  const { owner, branch_secretary } = hall.people
  const matter = await raise(hall, owner, { title: '孔雀开屏', text: '旧的说法孔雀' })
  const params = { matterId: matter.id }
  const place = { buildingId: null, detail: '' }
  await hall.ok(owner, 'speak.edit', {
    params,
    body: { title: '白鹭飞过', text: '新的说法', place },
    ifMatch: matter.version,
  })
  expect(await idsOf(owner, { q: '孔雀' })).toEqual([])
  expect(await idsOf(owner, { q: '白鹭飞过' })).toEqual([matter.id])
  await hall.ok(branch_secretary, 'sort.return', { params, body: { reason: '没说清', whereTo: '补充' } })
  await hall.ok(owner, 'speak.resubmit', { params, body: { text: '就在翠鸟亭' } })
  expect(await idsOf(owner, { q: '翠鸟亭' })).toEqual([matter.id])
})

test('a search for what no text can hold finds nothing, or is refused in words', async () => {
  const answer = await hall.send(hall.people.owner, 'speak.list', { query: { q: 'a\u0000b' } })
  expect([200, 400]).toContain(answer.status)
  if (answer.status === 400) expectProblem(answer, 400, 'bad_input')
})

test('a cursor that was not given out is refused', async () => {
  for (const cursor of ['x', 'MTIz', Buffer.from('abc.def').toString('base64url'), "1' or '1'='1"]) {
    expectProblem(await hall.send(hall.people.owner, 'speak.list', { query: { cursor } }), 400, 'bad_input')
  }
})

test('a page is never longer than fifty', async () => {
  expectProblem(await hall.send(hall.people.owner, 'speak.list', { query: { limit: 51 } }), 400, 'bad_input')
})

test('a card says what its reader has said himself', async () => {
  const { owner, tenant } = hall.people
  const { id } = await raise(hall, owner)
  await hall.ok(tenant, 'speak.support', { params: { matterId: id }, body: { on: true } })
  const card = async (who: TestPerson) =>
    (await hall.ok(who, 'speak.list', { query: { limit: 50 } })).matters.find((each) => each.id === id)
  expect(await card(tenant)).toMatchObject({ supported: true, mine: false, supports: 1 })
  expect(await card(owner)).toMatchObject({ supported: false, mine: true, supports: 1 })
})
