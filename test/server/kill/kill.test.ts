import { setTimeout as sleep } from 'node:timers/promises'
import { COMPOUND, personaId } from '../../../server/demo/compound'
import { HallProcess } from './support/hall-process'
import { Phone, type Wish } from './support/phone'

jest.setTimeout(240_000)

const PHONES = 16
const NEIGHBOURS = ['zhang', 'wang', 'li', 'wu', 'chen'] as const
/** Killed at any moment after so many acts have been acknowledged. */
const ACTS_BEFORE = 150
const RANDOM_MS = 1_000

let hall: HallProcess

beforeAll(async () => {
  hall = await HallProcess.make()
})

afterAll(() => hall?.remove())

const isAcknowledged = (wish: Wish): boolean => wish.answer !== null

/** Says one thing after another and joins in with what others have said, until nobody answers any more. */
async function keepBusy(phone: Phone, all: readonly Phone[], isOver: () => boolean): Promise<void> {
  const tellNobody = () => undefined
  while (!isOver()) {
    await phone.send(hall.url, phone.wishToRaise()).catch(tellNobody)
    const mates = all.filter(({ who }) => who === phone.who)
    const known = new Set(mates.flatMap(({ supported }) => supported.map(({ matterId }) => matterId)))
    const others = all.filter(({ who }) => who !== phone.who)
    const theirs = others.flatMap(({ raised }) => raised.map(({ answer }) => answer?.id))
    const matterId = theirs.findLast((id) => typeof id === 'string' && !known.has(id))
    if (typeof matterId === 'string' && !isOver())
      await phone.send(hall.url, phone.wishToSupport(matterId)).catch(tellNobody)
  }
}

interface Found {
  id: string
  title: string
  receipt: string
  supports: number
  voices: string[]
  entries: string[]
  entered: number
}

/** What the database holds of all that was said here. */
const foundMatters = () =>
  hall.rows<Found>(
    `select m.id, m.title, m.receipt, m.supports,
       array(select person_id::text from supports s where s.compound_id = m.compound_id and s.matter_id = m.id) as voices,
       array(select kind from journal j where j.compound_id = m.compound_id and j.matter_id = m.id) as entries,
       (select count(*)::int from matter_words w where w.compound_id = m.compound_id and w.matter_id = m.id) as entered
     from matters m where m.compound_id = $1 and m.title like '灯坏了 %'`,
    [COMPOUND.id],
  )

/** No matter without its first entry of the journal and its words in the search; no counter beside its rows. */
function expectWhole(matters: readonly Found[]): void {
  for (const { supports, voices, entries, entered } of matters)
    expect({ supports, entries, entered }).toEqual({
      supports: voices.length,
      entries: ['raise'],
      entered: 1,
    })
  expect(new Set(matters.map(({ receipt }) => receipt)).size).toBe(matters.length)
}

/** Every act of these phones that `counts` is there, and once. */
function expectThere(matters: readonly Found[], phones: readonly Phone[], counts: (wish: Wish) => boolean) {
  for (const phone of phones) {
    for (const wish of phone.raised.filter(counts)) {
      const same = matters.filter(({ title }) => title === wish.title)
      expect(same.map(({ id, receipt }) => ({ id, receipt }))).toEqual([
        { id: wish.answer?.id, receipt: wish.answer?.receipt },
      ])
    }
    for (const wish of phone.supported.filter(counts)) {
      const matter = matters.find(({ id }) => id === wish.matterId)
      expect(matter?.voices.filter((id) => id === personaId(phone.who))).toHaveLength(1)
    }
  }
}

test('kill -9 in the middle of everything: what was acknowledged is there once, and the rest can be sent again', async () => {
  await hall.start()
  const postgresSince = await hall.postgresSince()
  const phones: Phone[] = []
  for (let number = 0; number < PHONES; number += 1)
    phones.push(await Phone.signIn(hall.url, NEIGHBOURS[number % NEIGHBOURS.length] ?? 'zhang', number))
  const wishes = () => phones.flatMap(({ raised, supported }): Wish[] => [...raised, ...supported])

  let isDown = false
  const busy = Promise.all(phones.map((phone) => keepBusy(phone, phones, () => isDown)))
  while (wishes().filter(isAcknowledged).length < ACTS_BEFORE) await sleep(10)
  await sleep(Math.random() * RANDOM_MS)
  await hall.kill('SIGKILL')
  isDown = true
  await busy

  await hall.start()
  // The postmaster outlived its master and was taken over, not started anew.
  expect(await hall.postgresSince()).toBe(postgresSince)
  const cutOff = wishes().filter((wish) => !isAcknowledged(wish))
  expect(cutOff.length).toBeGreaterThan(0)
  const survived = await foundMatters()
  expectWhole(survived)
  expectThere(survived, phones, isAcknowledged)

  // Twice each, as an impatient phone does: the first sign-in still opens, and nothing is done a second time.
  for (const phone of phones)
    for (const wish of [...phone.raised, ...phone.supported])
      if (cutOff.includes(wish))
        await Promise.all([phone.send(hall.url, { ...wish }), phone.send(hall.url, wish)])
  const settled = await foundMatters()
  expectWhole(settled)
  expectThere(settled, phones, () => true)
  expect(settled).toHaveLength(phones.flatMap(({ raised }) => raised).length)
  await hall.kill('SIGTERM')
})
