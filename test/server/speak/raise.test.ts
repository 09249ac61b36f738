import { type Hall, openHall } from '../../support/hall'
import { titlesOf } from '../support/inbox'
import { raise, read } from '../support/matters'
import { photoOf } from '../support/pictures'
import { expectProblem } from '../support/problem'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const place = { buildingId: null, detail: '' }

test('whoever says something gets a receipt number at once, one after the other without a gap', async () => {
  const { owner, tenant, family } = hall.people
  const numbers: number[] = []
  for (const who of [owner, tenant, family]) {
    const { receipt } = await hall.ok(who, 'speak.raise', { body: { text: '门口的灯不亮', place } })
    numbers.push(Number(receipt.slice(8)))
  }
  expect(numbers).toEqual([1, 2, 3])
  // A refused one takes no number.
  const refused = await hall.send(owner, 'speak.raise', { body: { text: ' ', place } })
  expectProblem(refused, 422, 'text_required')
  const next = await hall.ok(owner, 'speak.raise', { body: { text: '又一件', place } })
  expect(next.receipt).toBe('SX-2026-000004')
})

test('without a title the first sentence is the title', async () => {
  const { matter } = await hall.ok(hall.people.owner, 'speak.raise', {
    body: { text: '电梯又停了。已经第三次了，老人下不了楼。', place },
  })
  expect(matter.title).toBe('电梯又停了')
})

test('the branch is told of a new matter, and asked to take it on', async () => {
  const { title } = await raise(hall, hall.people.owner)
  expect(await titlesOf(hall, hall.people.branch_sorter)).toContain(`新的一件事：“${title}”`)
})

test('a helper at the door writes it down for a resident, whose matter it is', async () => {
  const { helper, owner, tenant } = hall.people
  const { residents } = await hall.ok(helper, 'people.residents', { body: { q: owner.name } })
  expect(residents.map((each) => each.id)).toEqual([owner.id])
  const { matter } = await hall.ok(helper, 'speak.raise', {
    body: {
      text: '水管漏水，老人不会用手机',
      place,
      onBehalf: { capacity: 'helper', channel: 'door', reporterId: owner.id },
    },
  })
  expect(matter.onBehalf).toBe('帮办员代记 · 上门')
  const own = await read(hall, owner, matter.id)
  expect(own).toMatchObject({ mine: true, reporter: { name: owner.name } })
  expect(own.can).toContain('withdraw')
  expect((await read(hall, tenant, matter.id)).reporter).toEqual({
    label: '5 号楼居民',
    name: null,
    phone: null,
    room: null,
  })
})

test('somebody without an account: his name is kept sealed, and shown to whoever wrote it and to those with a duty', async () => {
  const { helper, tenant, branch_secretary } = hall.people
  const name = '金丝雀老太'
  const { matter } = await hall.ok(helper, 'speak.raise', {
    body: {
      text: '楼上漏水',
      place,
      onBehalf: { capacity: 'helper', channel: 'phone', reporterId: null, reporterName: name },
    },
  })
  expect(matter.reporter.name).toBe(name)
  expect((await read(hall, branch_secretary, matter.id)).reporter.name).toBe(name)
  expect((await read(hall, tenant, matter.id)).reporter.name).toBeNull()
})

test('a resident cannot speak in another’s name', async () => {
  const { owner, tenant } = hall.people
  const onBehalf = { capacity: 'helper', channel: 'door', reporterId: tenant.id } as const
  expectProblem(
    await hall.send(owner, 'speak.raise', { body: { text: '代他说', place, onBehalf } }),
    403,
    'not_allowed',
  )
})

test('who acts is who is signed in, whatever the body says', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const named = {
    reporterId: tenant.id,
    raisedById: tenant.id,
    actorId: branch_secretary.id,
    personId: tenant.id,
  }
  const { matter } = await hall.ok(owner, 'speak.raise', {
    body: { text: '我说的', place, ...named },
  })
  expect(matter.mine).toBe(true)
  expect((await read(hall, tenant, matter.id)).mine).toBe(false)
  const { rows } = await hall.platform.pool.query(
    'select reporter_id, raised_by_id, (select actor_id from journal where matter_id = m.id) from matters m where id = $1',
    [matter.id],
  )
  expect(rows).toEqual([{ reporter_id: owner.id, raised_by_id: owner.id, actor_id: owner.id }])
})

test('words before sorting can be changed with the version seen; not without it, not over another’s change', async () => {
  const { owner } = hall.people
  const matter = await raise(hall, owner, { photoIds: [await photoOf(hall, owner)] })
  const params = { matterId: matter.id }
  const body = { title: '新的标题', text: '新的话', place, photoIds: [] }
  expectProblem(await hall.send(owner, 'speak.edit', { params, body }), 428, 'version_required')
  const edited = await hall.ok(owner, 'speak.edit', { params, body, ifMatch: matter.version })
  expect(edited).toMatchObject({ title: '新的标题', text: '新的话', photos: [] })
  expect(edited.version).toBe(matter.version + 1)
  const stale = await hall.send(owner, 'speak.edit', { params, body, ifMatch: matter.version })
  expectProblem(stale, 412, 'stale_version')
  expect(stale.problem.details).toMatchObject({ what: '修改', by: '5 号楼居民', version: edited.version })
  expectProblem(
    await hall.send(hall.people.tenant, 'speak.edit', { params, body, ifMatch: edited.version }),
    403,
    'not_allowed',
  )
})

test('the reporter can change what a helper wrote for him without losing the helper’s photo', async () => {
  const { owner, helper } = hall.people
  const photoId = await photoOf(hall, helper)
  const { matter } = await hall.ok(helper, 'speak.raise', {
    body: {
      text: '漏水',
      place,
      photoIds: [photoId],
      onBehalf: { capacity: 'helper', channel: 'door', reporterId: owner.id },
    },
  })
  const edited = await hall.ok(owner, 'speak.edit', {
    params: { matterId: matter.id },
    body: { title: '厨房漏水', text: '厨房漏水', place, photoIds: [photoId] },
    ifMatch: matter.version,
  })
  expect(edited.photos.map((photo) => photo.id)).toEqual([photoId])
})

test('a matter of the first of January belongs to the new year in China', async () => {
  const fresh = await openHall()
  try {
    fresh.clock.forward(Date.parse('2026-12-31T16:00:00Z') - fresh.clock.now())
    expect((await raise(fresh, fresh.people.owner)).receipt).toBe('SX-2027-000001')
  } finally {
    await fresh.close()
  }
})
