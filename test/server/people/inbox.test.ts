import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { byProperty, claimDone, raise, sort, sorted } from '../support/matters'
import { expectProblem } from '../support/problem'

let hall: Hall
beforeEach(async () => {
  hall = await openHall()
})
afterEach(() => hall.close())

const unreadOf = async (who: TestPerson) => (await hall.ok(who, 'people.me')).compounds[0]?.unread

test('what reaches me is counted as unread everywhere alike, and opens the matter it speaks of', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  await sort(hall, branch_secretary, matterId)
  const inbox = await hall.ok(owner, 'people.inbox')
  expect(inbox.unread).toBe(1)
  expect(inbox.notices).toMatchObject([{ matterId, read: false }])
  expect(inbox.notices[0]?.text).toBe('物业合同里该做的')
  expect(await unreadOf(owner)).toBe(1)
  expect((await hall.ok(owner, 'people.home')).unread).toBe(1)
})

test('one message or all can be marked as read; reading twice changes nothing, and nobody reads another’s', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  await hall.ok(branch_secretary, 'sort.acknowledge', { params: { matterId } })
  await sort(hall, branch_secretary, matterId)
  const { notices } = await hall.ok(owner, 'people.inbox')
  const ids = [notices[0]?.id ?? '']
  expect(await hall.ok(tenant, 'people.readInbox', { body: { ids } })).toEqual({ unread: 0 })
  expect(await unreadOf(owner)).toBe(2)
  expect(await hall.ok(owner, 'people.readInbox', { body: { ids } })).toEqual({ unread: 1 })
  expect(await hall.ok(owner, 'people.readInbox', { body: { ids: [] } })).toEqual({ unread: 1 })
  expect(await hall.ok(owner, 'people.readInbox', { body: {} })).toEqual({ unread: 0 })
})

test('messages turn page by page, the newest first, each once', async () => {
  const { owner, tenant } = hall.people
  const { id: matterId } = await raise(hall, owner)
  for (let n = 0; n < 5; n += 1) {
    await hall.ok(tenant, 'speak.comment', { params: { matterId }, body: { text: `留言 ${n}` } })
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await hall.ok(owner, 'people.inbox', { query: { limit: 2, cursor } })
    seen.push(...page.notices.map((notice) => notice.text))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen.sort()).toEqual(['留言 0', '留言 1', '留言 2', '留言 3', '留言 4'])
})

test('nobody is told of what he did himself', async () => {
  const { branch_secretary, branch_sorter } = hall.people
  const { id: matterId } = await raise(hall, branch_secretary)
  await hall.ok(branch_secretary, 'sort.acknowledge', { params: { matterId } })
  expect(await unreadOf(branch_secretary)).toBe(0)
  expect(await unreadOf(branch_sorter)).toBe(1)
})

test('the first page says what waits for me: to sort for the branch, to do for the lead, the most pressing only', async () => {
  const { owner, branch_secretary, property_manager, tenant } = hall.people
  for (let n = 0; n < 7; n += 1) await sorted(hall)
  await raise(hall, owner)
  hall.clock.forward(2 * DAY)
  const forBranch = (await hall.ok(branch_secretary, 'people.home')).waiting
  expect(forBranch).toMatchObject([{ kind: 'sort', title: '1 件事等着分类', overdueText: '逾期 1 天' }])
  const forLead = (await hall.ok(property_manager, 'people.home')).waiting
  expect(forLead).toHaveLength(5)
  expect(new Set(forLead.map((each) => each.kind))).toEqual(new Set(['task']))
  expect((await hall.ok(tenant, 'people.home')).waiting).toEqual([])
})

test('nearby are open, public matters, my own building’s first', async () => {
  const { owner, tenant } = hall.people
  const elsewhere = await raise(hall, owner, { place: { buildingId: null, detail: '大门口' } })
  const mine = await raise(hall, owner)
  hall.clock.forward(HOUR)
  await hall.ok(tenant, 'speak.comment', { params: { matterId: elsewhere.id }, body: { text: '顶' } })
  await raise(hall, owner, { isPrivate: true })
  const home = await hall.ok(tenant, 'people.home')
  expect(home.openCount).toBe(2)
  expect(home.nearby.map((card) => card.id).sort()).toEqual([elsewhere.id, mine.id].sort())
  expect(home.nearby).toHaveLength(2)
})

test('the branch chooses a lead by name, from those who can be answerable, with how much each has already', async () => {
  const { branch_secretary, property_manager, owner } = hall.people
  const where = await sorted(hall)
  await sorted(hall)
  await claimDone(hall, where)
  const { leads } = await hall.ok(branch_secretary, 'people.leads')
  expect(leads.find((lead) => lead.id === property_manager.id)).toMatchObject({
    name: property_manager.name,
    openTasks: 2,
  })
  expect(leads.map((lead) => lead.id)).not.toContain(owner.id)
})

test('care mode is remembered with the person, not with the phone', async () => {
  const { owner, tenant } = hall.people
  expect((await hall.ok(owner, 'people.preferences', { body: { care: true } })).care).toBe(true)
  expect((await hall.ok(owner, 'people.me')).care).toBe(true)
  expect((await hall.ok(tenant, 'people.me')).care).toBe(false)
})

test('a resident is found by name or by room, with or without blanks; an empty search is refused', async () => {
  const { helper, owner } = hall.people
  const find = async (q: string) => (await hall.ok(helper, 'people.residents', { body: { q } })).residents
  expect((await find('业主')).map((each) => each.name)).toEqual([owner.name])
  expect((await find('5号楼1单元101')).map((each) => each.id)).toContain(owner.id)
  expect(await find('没有这个人')).toEqual([])
  expectProblem(await hall.send(helper, 'people.residents', { body: { q: '' } }), 400, 'bad_input')
})

test('a compound tells its buildings, topics and the numbers to call when there is danger', async () => {
  const view = await hall.ok(hall.people.tenant, 'people.compound')
  expect(view.topics).toHaveLength(14)
  expect(view.buildings).toEqual([{ id: hall.compound.buildingId, name: '5 号楼' }])
  expect(view.emergency.map((each) => each.number)).toEqual(['119', '120', '110'])
})

test('a lead is told of a new task, its reporter of every step', async () => {
  const { owner, branch_secretary, property_manager } = hall.people
  const { id: matterId, title } = await raise(hall, owner)
  await sort(hall, branch_secretary, matterId, [byProperty(hall)])
  const told = (await hall.ok(property_manager, 'people.inbox')).notices
  expect(told[0]).toMatchObject({ title: `“${title}” 分为物业服务（其他）`, matterId })
})
