import { HOUR } from '@yishiting/domain/matter/instant'
import { type ClockKind, stopClock, windClock } from '../../../server/platform/clock/clocks'
import { type ClockEffects, type FiredClock, sweepClocks } from '../../../server/platform/clock/sweep'
import { RefusalError } from '../../../server/platform/http/problems'
import { newId } from '../../../server/platform/ids'
import { type Hall, openHall } from '../../support/hall'

let hall: Hall
beforeEach(async () => {
  hall = await openHall()
})
afterEach(() => hall.close())

const KINDS: ClockKind[] = [
  'acknowledge_late',
  'sort_late',
  'route_due',
  'ask_rating',
  'settle_rating',
  'meeting_soon',
]

function effects(effect: ClockEffects['sort_late']): ClockEffects {
  return Object.fromEntries(KINDS.map((kind) => [kind, effect])) as ClockEffects
}

async function wind(count: number, kind: ClockKind = 'sort_late'): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const matterId = newId()
    ids.push(matterId)
    const subject = { compoundId: hall.compound.id, matterId }
    await windClock(hall.platform.db, kind, subject, hall.clock.now() + HOUR + n)
  }
  return ids
}

test('a clock fires when its time comes, not before, and once', async () => {
  const [matterId] = await wind(1)
  const fired: FiredClock[] = []
  const all = effects(async (_tx, clock) => void fired.push(clock))
  expect(await sweepClocks(hall.platform, all)).toBe(0)
  hall.clock.forward(HOUR)
  expect(await sweepClocks(hall.platform, all)).toBe(1)
  expect(await sweepClocks(hall.platform, all)).toBe(0)
  expect(fired).toMatchObject([{ kind: 'sort_late', matterId, dueAt: hall.clock.now() }])
})

test('several sweeps at once share the clocks: each fires once', async () => {
  const ids = await wind(30)
  hall.clock.forward(2 * HOUR)
  const fired: (string | null)[] = []
  const all = effects(async (_tx, clock) => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    fired.push(clock.matterId)
  })
  const counts = await Promise.all(Array.from({ length: 6 }, () => sweepClocks(hall.platform, all)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(30)
  expect(fired.sort()).toEqual(ids.sort())
})

test('they fire in the order of their time', async () => {
  const ids = await wind(5)
  hall.clock.forward(2 * HOUR)
  const fired: (string | null)[] = []
  await sweepClocks(
    hall.platform,
    effects(async (_tx, clock) => void fired.push(clock.matterId)),
  )
  expect(fired).toEqual(ids)
})

test('a clock that breaks does not stand in the way of the others, leaves nothing behind and is tried again', async () => {
  const [poison] = await wind(3)
  hall.clock.forward(2 * HOUR)
  const all = effects(async (tx, clock) => {
    await tx
      .insertInto('counters')
      .values({ compoundId: clock.compoundId, name: clock.id, value: 1 })
      .execute()
    if (clock.matterId === poison) throw new Error('broken')
  })
  const counters = async () =>
    (await hall.platform.pool.query('select count(*)::int as n from counters')).rows[0].n
  expect(await sweepClocks(hall.platform, all)).toBe(2)
  expect(await counters()).toBe(2)
  const healed: (string | null)[] = []
  expect(
    await sweepClocks(
      hall.platform,
      effects(async (_tx, clock) => void healed.push(clock.matterId)),
    ),
  ).toBe(1)
  expect(healed).toEqual([poison])
})

test('a clock whose time has passed by, because the rules refuse, counts as fired and leaves nothing behind', async () => {
  await wind(1)
  hall.clock.forward(2 * HOUR)
  const all = effects(async (tx, clock) => {
    await tx.insertInto('counters').values({ compoundId: clock.compoundId, name: 'half', value: 1 }).execute()
    throw new RefusalError({ code: 'not_in_this_state', message: '已经办结了' })
  })
  expect(await sweepClocks(hall.platform, all)).toBe(1)
  expect(await sweepClocks(hall.platform, all)).toBe(0)
  const { rows } = await hall.platform.pool.query(`select 1 from counters where name = 'half'`)
  expect(rows).toEqual([])
})

test('wound anew, the old time is forgotten; stopped, nothing fires', async () => {
  const subject = { compoundId: hall.compound.id, matterId: newId() }
  const { db } = hall.platform
  await windClock(db, 'sort_late', subject, hall.clock.now() + HOUR)
  await windClock(db, 'sort_late', subject, hall.clock.now() + 3 * HOUR)
  await windClock(db, 'acknowledge_late', subject, hall.clock.now() + HOUR)
  await stopClock(db, 'acknowledge_late', subject)
  hall.clock.forward(2 * HOUR)
  const all = effects(async () => undefined)
  expect(await sweepClocks(hall.platform, all)).toBe(0)
  hall.clock.forward(2 * HOUR)
  expect(await sweepClocks(hall.platform, all)).toBe(1)
})
