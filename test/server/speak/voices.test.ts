import { type Hall, openHall } from '../../support/hall'
import { addPerson, type TestPerson } from '../../support/people'
import { titlesOf } from '../support/inbox'
import { raise, read } from '../support/matters'
import { expectProblem } from '../support/problem'

let hall: Hall
let neighbours: TestPerson[]
beforeAll(async () => {
  hall = await openHall()
  neighbours = []
  for (let n = 0; n < 12; n += 1) {
    neighbours.push(await addPerson(hall.platform, hall.compound.id, { name: `邻居${n}`, roles: ['tenant'] }))
  }
})
afterAll(() => hall.close())

test('我也遇到 counts each neighbour once, however often and however many at once tap', async () => {
  const { id: matterId } = await raise(hall, hall.people.owner)
  const taps = neighbours.flatMap((who) => [who, who])
  const answers = await Promise.all(
    taps.map((who) => hall.send(who, 'speak.support', { params: { matterId }, body: { on: true } })),
  )
  expect(answers.map((answer) => answer.status)).toEqual(taps.map(() => 200))
  expect((await read(hall, hall.people.owner, matterId)).supports).toBe(neighbours.length)
})

test('a voice can be taken back, once', async () => {
  const { id: matterId } = await raise(hall, hall.people.owner)
  const { tenant } = hall.people
  const say = (on: boolean) => hall.ok(tenant, 'speak.support', { params: { matterId }, body: { on } })
  expect(await say(true)).toEqual({ supported: true, supports: 1 })
  expect(await say(true)).toEqual({ supported: true, supports: 1 })
  expect(await say(false)).toEqual({ supported: false, supports: 0 })
  expect(await say(false)).toEqual({ supported: false, supports: 0 })
})

test('the reporter’s own matter has his voice already; staff have no neighbour’s voice', async () => {
  const { owner, branch_secretary, property_manager } = hall.people
  const matter = await raise(hall, owner)
  expect(matter.canSupport).toBe(false)
  for (const who of [owner, branch_secretary, property_manager]) {
    const answer = await hall.send(who, 'speak.support', {
      params: { matterId: matter.id },
      body: { on: true },
    })
    expectProblem(answer, 403, 'not_allowed')
  }
})

test('a voice neither makes the page stale nor moves the matter up', async () => {
  const matter = await raise(hall, hall.people.owner)
  await hall.ok(hall.people.tenant, 'speak.support', { params: { matterId: matter.id }, body: { on: true } })
  const after = await read(hall, hall.people.owner, matter.id)
  expect([after.version, after.lastActivityAt]).toEqual([matter.version, matter.lastActivityAt])
})

test('a comment reaches the reporter and everyone; a moderator can hide it with a reason that its author is told', async () => {
  const { owner, tenant, branch_secretary, family } = hall.people
  const { id: matterId, title } = await raise(hall, owner)
  const comment = await hall.ok(tenant, 'speak.comment', { params: { matterId }, body: { text: '我家也黑' } })
  expect(await titlesOf(hall, owner)).toContain(`“${title}” 有新留言`)
  expect((await read(hall, family, matterId)).latestComments).toMatchObject([
    { text: '我家也黑', mine: false },
  ])
  expectProblem(
    await hall.send(owner, 'speak.hideComment', {
      params: { matterId, commentId: comment.id },
      body: { reason: '不爱听' },
    }),
    403,
    'not_allowed',
  )
  expectProblem(
    await hall.send(branch_secretary, 'speak.hideComment', {
      params: { matterId, commentId: comment.id },
      body: { reason: '' },
    }),
    422,
    'reason_required',
  )
  await hall.ok(branch_secretary, 'speak.hideComment', {
    params: { matterId, commentId: comment.id },
    body: { reason: '写了门牌号' },
  })
  const page = (who: TestPerson) => hall.ok(who, 'speak.comments', { params: { matterId } })
  expect((await page(family)).comments).toMatchObject([
    { text: '', hidden: true, hiddenReason: '写了门牌号' },
  ])
  expect((await page(tenant)).comments).toMatchObject([{ text: '我家也黑', hidden: true }])
  const told = (await hall.ok(tenant, 'people.inbox')).notices[0]
  expect(told?.text).toContain('写了门牌号')
  const { rows } = await hall.platform.pool.query(
    `select actor_id, reason from journal where kind = 'hide_comment'`,
  )
  expect(rows).toEqual([{ actor_id: branch_secretary.id, reason: '写了门牌号' }])
})

test('comments turn page by page, each once, also while new ones come in', async () => {
  const { owner, tenant } = hall.people
  const { id: matterId } = await raise(hall, owner)
  for (let n = 0; n < 5; n += 1) {
    await hall.ok(tenant, 'speak.comment', { params: { matterId }, body: { text: `留言 ${n}` } })
  }
  const first = await hall.ok(owner, 'speak.comments', { params: { matterId }, query: { limit: 2 } })
  await hall.ok(tenant, 'speak.comment', { params: { matterId }, body: { text: '新来的' } })
  const seen = first.comments.map((each) => each.text)
  let next = first.next
  while (next) {
    const page = await hall.ok(owner, 'speak.comments', {
      params: { matterId },
      query: { limit: 2, cursor: next },
    })
    seen.push(...page.comments.map((each) => each.text))
    next = page.next
  }
  expect(seen).toEqual(['留言 4', '留言 3', '留言 2', '留言 1', '留言 0'])
})
