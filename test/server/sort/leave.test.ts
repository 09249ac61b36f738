import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { titlesOf } from '../support/inbox'
import { raise, read, sort } from '../support/matters'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

test('a return says why and where to go, and can be completed and sent again', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId, title } = await raise(hall, owner)
  const returned = await hall.ok(branch_secretary, 'sort.return', {
    params: { matterId },
    body: { reason: '没说是哪一栋', whereTo: '补充楼号后再提交' },
  })
  expect(returned.standing.state).toBe('returned')
  expect(returned.timeline[0]?.text).toBe('没说是哪一栋\n去处：补充楼号后再提交')
  expect(await titlesOf(hall, owner)).toContain(`“${title}” 退回了`)
  expect((await hall.ok(owner, 'people.home')).waiting[0]).toMatchObject({ kind: 'returned', matterId })

  await hall.pass(10 * DAY)
  const again = await hall.ok(owner, 'speak.resubmit', { params: { matterId }, body: { text: '是 5 号楼' } })
  expect(again.standing.state).toBe('raised')
  expect(again.text).toMatch(/\n\n补充：是 5 号楼$/)
  // Waiting begins anew with the second submission.
  expect(again.standing.overdueText).toBe('')
  expect(Date.parse(again.standing.dueAt ?? '')).toBe(hall.clock.now() + 24 * HOUR)
})

test('a return without a reason, or without where to go, is refused', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  for (const [body, code] of [
    [{ reason: ' ', whereTo: '街道' }, 'reason_required'],
    [{ reason: '不归我们', whereTo: '' }, 'where_to_required'],
  ] as const) {
    const { status, problem } = await hall.send(branch_secretary, 'sort.return', {
      params: { matterId },
      body,
    })
    expect([status, problem.code]).toEqual([422, code])
  }
})

test('merging brings supporters, followers and the reporter along, each counted once', async () => {
  const { owner, family, tenant, helper, branch_secretary } = hall.people
  const one = await raise(hall, owner)
  const other = await raise(hall, family)
  const params = (matterId: string) => ({ params: { matterId }, body: { on: true } })
  // The tenant stands behind both; the reporter of the second behind the first.
  await hall.ok(tenant, 'speak.support', params(one.id))
  await hall.ok(tenant, 'speak.support', params(other.id))
  await hall.ok(family, 'speak.support', params(one.id))
  await hall.ok(helper, 'speak.follow', params(one.id))

  const merged = await hall.ok(branch_secretary, 'sort.merge', {
    params: { matterId: one.id },
    body: { intoId: other.id, reason: '说的是同一盏灯' },
  })
  expect(merged.standing.state).toBe('merged')
  expect(merged.mergedInto).toMatchObject({ id: other.id, receipt: other.receipt })

  const into = await read(hall, owner, other.id)
  // tenant (already there) and owner; the family's own matter has its voice already.
  expect(into.supports).toBe(2)
  expect(into.followers).toBe(2)
  expect(into).toMatchObject({ supported: true, followed: true })
  expect((await read(hall, helper, other.id)).followed).toBe(true)
  expect(await titlesOf(hall, owner)).toContain(`“${one.title}” 并到同一件事里一起办`)

  const voice = await hall.send(tenant, 'speak.support', params(one.id))
  expect([voice.status, voice.problem.code]).toEqual([409, 'not_in_this_state'])
})

test('a matter cannot be merged into itself, in whatever spelling of its number', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  for (const intoId of [matterId, matterId.toUpperCase()]) {
    const { status, problem } = await hall.send(branch_secretary, 'sort.merge', {
      params: { matterId },
      body: { intoId, reason: '试一试' },
    })
    expect([status, problem.code]).toEqual([422, 'target_invalid'])
  }
})

test('nothing is merged into what is over, nor a public matter into a private one', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const over = await raise(hall, tenant)
  await hall.ok(tenant, 'speak.withdraw', { params: { matterId: over.id }, body: { reason: '自己修好了' } })
  const hidden = await raise(hall, tenant, { isPrivate: true })
  for (const intoId of [over.id, hidden.id]) {
    const { status, problem } = await hall.send(branch_secretary, 'sort.merge', {
      params: { matterId },
      body: { intoId, reason: '试一试' },
    })
    expect([status, problem.code]).toEqual([422, 'target_invalid'])
  }
  expect((await read(hall, owner, matterId)).standing.state).toBe('raised')
})

test('two sorters merging each into the other at once: one merges, nobody waits for ever', async () => {
  const { owner, branch_secretary, branch_sorter } = hall.people
  const [a, b] = [await raise(hall, owner), await raise(hall, owner)]
  const answers = await Promise.all([
    hall.send(branch_secretary, 'sort.merge', {
      params: { matterId: a.id },
      body: { intoId: b.id, reason: '同一件' },
    }),
    hall.send(branch_sorter, 'sort.merge', {
      params: { matterId: b.id },
      body: { intoId: a.id, reason: '同一件' },
    }),
  ])
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422])
})

test('a matter that was several is split: each part is a matter of the same reporter, waiting to be sorted', async () => {
  const { owner, branch_secretary } = hall.people
  const { id: matterId } = await raise(hall, owner)
  const parts = [
    { title: '灯', text: '东侧的灯不亮' },
    { title: '车', text: '僵尸车占位' },
  ]
  const matter = await hall.ok(branch_secretary, 'sort.split', {
    params: { matterId },
    body: { parts, reason: '两件事，两家办' },
  })
  expect(matter.standing.state).toBe('split')
  expect(matter.parts.map((part) => part.title)).toEqual(['灯', '车'])
  for (const part of matter.parts) {
    const own = await read(hall, owner, part.id)
    expect(own).toMatchObject({ mine: true, standing: { state: 'raised' }, placeLabel: '5 号楼 东侧车棚' })
    await sort(hall, branch_secretary, part.id)
  }
})

test('a matter withdrawn by its reporter says why on its public path', async () => {
  const { owner, tenant } = hall.people
  const { id: matterId } = await raise(hall, owner)
  await hall.ok(owner, 'speak.withdraw', { params: { matterId }, body: { reason: '自己修好了' } })
  const seen = await read(hall, tenant, matterId)
  expect(seen.standing.state).toBe('closed')
  expect(seen.timeline[0]).toMatchObject({ title: '报事人撤回了', text: '自己修好了' })
})
