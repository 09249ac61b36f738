import type { BodyOf } from '@yishiting/domain/contract'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { addCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { isoAt } from '../support/matters'
import { convene, firstItem, opened, page, waiting } from './support/meeting'

let hall: Hall
let meeting: MeetingView
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
})
afterAll(() => hall.close())

beforeEach(async () => {
  meeting = await convene(hall, [await waiting(hall)])
})

const submit = (who: TestPerson, body: BodyOf<'deliberate.submit'>) =>
  hall.send(who, 'deliberate.submit', { params: { meetingId: meeting.id }, body })

const listed = async (who: TestPerson) =>
  (await hall.ok(who, 'deliberate.submissions', { params: { meetingId: meeting.id } })).submissions

async function close(): Promise<void> {
  const { branch_secretary } = hall.people
  await hall.ok(branch_secretary, 'deliberate.decline', {
    params: { meetingId: meeting.id, itemId: firstItem(meeting).id },
    body: { reason: '费用还没有算清。' },
  })
  await hall.ok(branch_secretary, 'deliberate.close', { params: { meetingId: meeting.id } })
}

test('who cannot come leaves his word, on a point or on the whole; everybody reads it under his label', async () => {
  const { tenant, supervisor } = hall.people
  const itemId = firstItem(meeting).id
  const first = await submit(tenant, { text: '十点以后要关灯。', itemId })
  expect(first.status).toBe(201)
  expect((await submit(tenant, { text: '会开得太早了。' })).status).toBe(201)
  const mine = await listed(tenant)
  const at = isoAt(hall.clock.now())
  expect(mine).toEqual([
    { id: first.body.id, itemId, label: '5 号楼居民', text: '十点以后要关灯。', at, isMine: true },
    { id: expect.any(String), itemId: null, label: '5 号楼居民', text: '会开得太早了。', at, isMine: true },
  ])
  const seen = await listed(supervisor)
  expect(seen.map(({ isMine }) => isMine)).toEqual([false, false])
  expect(JSON.stringify(seen)).not.toContain(tenant.name)
})

test('it says something, and about a point that stands on this agenda', async () => {
  const { owner } = hall.people
  const other = await convene(hall, [await waiting(hall)])
  expect((await submit(owner, { text: '  ' })).problem).toMatchObject({ status: 422, code: 'text_required' })
  expect((await submit(owner, { text: '字'.repeat(2001) })).problem.code).toBe('text_too_long')
  expect((await submit(owner, { text: '字'.repeat(2000) })).status).toBe(201)
  const astray = await submit(owner, { text: '装灯', itemId: firstItem(other).id })
  expect(astray.problem).toMatchObject({ status: 409, code: 'not_on_agenda' })
})

test('a helper writes it down for a neighbour, whose word it is, or for a name on the list', async () => {
  const { helper, tenant, owner } = hall.people
  expect((await submit(helper, { text: '要装灯。', forId: tenant.id })).status).toBe(201)
  expect((await submit(helper, { text: '怕晃眼。', label: ' 3 号楼的老人 ' })).status).toBe(201)
  expect(await listed(tenant)).toMatchObject([
    { label: '5 号楼居民', text: '要装灯。', isMine: true },
    { label: '3 号楼的老人', text: '怕晃眼。', isMine: false },
  ])
  expect((await listed(helper)).map(({ isMine }) => isMine)).toEqual([true, true])
  expect((await listed(owner)).map(({ isMine }) => isMine)).toEqual([false, false])
  const kept = await hall.platform.db
    .selectFrom('meetingSubmissions')
    .select(['personId', 'enteredById'])
    .where('meetingId', '=', meeting.id)
    .orderBy('id')
    .execute()
  expect(kept).toEqual([
    { personId: tenant.id, enteredById: helper.id },
    { personId: null, enteredById: helper.id },
  ])
})

test('neighbours write for themselves alone, and a helper for nobody of another compound', async () => {
  const { owner, tenant, supervisor, property_manager, helper } = hall.people
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里' })
  for (const who of [owner, supervisor, property_manager]) {
    const tries = [
      await submit(who, { text: '要装', forId: tenant.id }),
      await submit(who, { text: '要装', label: '3 号楼的老人' }),
    ]
    for (const { problem } of tries) expect(problem).toMatchObject({ status: 403, code: 'not_allowed' })
  }
  const outside = await submit(helper, { text: '要装', forId: elsewhere.people.owner.id })
  expect(outside.problem.code).toBe('target_invalid')
  expect((await submit(elsewhere.people.owner, { text: '要装' })).status).toBe(404)
  expect(await listed(owner)).toEqual([])
})

test('the same word sent twice stands once', async () => {
  const { owner } = hall.people
  const sent = { params: { meetingId: meeting.id }, body: { text: '要装灯。' }, key: 'submit-tap-0001' }
  const first = await hall.ok(owner, 'deliberate.submit', sent)
  expect(await hall.ok(owner, 'deliberate.submit', sent)).toEqual(first)
  expect(await listed(owner)).toHaveLength(1)
})

test('until the meeting is over, while it is going on too; not after it, nor when it was called off', async () => {
  const { owner, branch_secretary } = hall.people
  await opened(hall, meeting)
  expect((await page(hall, owner, meeting.id)).can.submit).toBe(true)
  expect((await submit(owner, { text: '路上堵，先说一句：要装。' })).status).toBe(201)
  await close()
  const off = await convene(hall, [await waiting(hall)])
  await hall.ok(branch_secretary, 'deliberate.cancel', {
    params: { meetingId: off.id },
    body: { reason: '改期' },
  })
  for (const meetingId of [meeting.id, off.id]) {
    expect((await page(hall, owner, meetingId)).can.submit).toBe(false)
    const late = await hall.send(owner, 'deliberate.submit', {
      params: { meetingId },
      body: { text: '还是要装。' },
    })
    expect(late.problem).toMatchObject({ status: 409, code: 'meeting_over' })
  }
})

test('they stand in the minutes, each behind its point, the others by themselves, with labels and no names', async () => {
  const { tenant, helper, branch_secretary } = hall.people
  const itemId = firstItem(meeting).id
  await submit(tenant, { text: '十点以后要关灯。', itemId })
  await submit(helper, { text: '怕晃眼。', label: '3 号楼的老人', itemId })
  await submit(tenant, { text: '会开得太早了。' })
  await opened(hall, meeting)
  await close()
  const { sections } = await hall.ok(branch_secretary, 'deliberate.draftMinutes', {
    params: { meetingId: meeting.id },
  })
  const text = (id: string) => sections.find((section) => section.id === id)?.text ?? ''
  expect(text(`item-${itemId}`)).toContain('书面意见（5 号楼居民）：十点以后要关灯。')
  expect(text(`item-${itemId}`)).toContain('书面意见（3 号楼的老人）：怕晃眼。')
  expect(text('submissions')).toBe('· 5 号楼居民：会开得太早了。')
  expect(JSON.stringify(sections)).not.toContain(tenant.name)
})
