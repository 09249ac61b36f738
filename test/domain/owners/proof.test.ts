import { decide } from '@yishiting/domain/owners/decide'
import { parseTotals } from '@yishiting/domain/owners/parse-totals'
import { proofOf } from '@yishiting/domain/owners/proof'
import type { Totals } from '@yishiting/domain/owners/totals'
import fc from 'fast-check'

const totals = (raw: object): Totals => {
  const parsed = parseTotals(raw)
  if (!parsed.ok) throw new Error(parsed.refusal.message)
  return parsed.value
}
const lift = {
  kind: 'special',
  people: 36,
  area: '3508.53',
  participating: { people: 24, area: '2339.02' },
  agree: { people: 17, area: '1754.265' },
}
const line = (raw: object, code: string) => proofOf(totals(raw)).find((each) => each.code === code)

test('both sides of each test, what is needed and what is short', () => {
  expect(proofOf(totals(lift)).map(({ code, holds }) => [code, holds])).toEqual([
    ['quorum_people', true],
    ['quorum_area', true],
    ['majority_people', false],
    ['majority_area', true],
  ])
  expect(line(lift, 'quorum_people')).toMatchObject({ part: 24, whole: 36, need: 24, short: 0 })
  expect(line(lift, 'majority_people')).toMatchObject({ part: 17, whole: 24, need: 18, short: 1 })
})

test('exactly half is not more than half: one ten-thousandth of a square metre is short', () => {
  const ordinary = { ...lift, kind: 'ordinary', agree: { people: 13, area: '1169.51' } }
  expect(line(ordinary, 'majority_area')).toMatchObject({ holds: false, short: 1 })
  expect(line(ordinary, 'majority_people')).toMatchObject({ need: 13, holds: true })
})

test('a figure that the others give is used; one that is not known leaves the line open, unless it cannot hold in any case', () => {
  const summed = {
    ...lift,
    participating: { people: null, area: null },
    agree: { people: 20, area: '2000' },
    against: { people: 3, area: '300' },
    abstain: { people: 1, area: '39.02' },
  }
  expect(line(summed, 'quorum_people')).toMatchObject({ part: 24, holds: true })
  const unknown = { ...lift, participating: { people: 24, area: null }, agree: { people: 18, area: null } }
  expect(line(unknown, 'quorum_area')).toMatchObject({ part: null, holds: null, short: null })
  const few = {
    ...lift,
    people: null,
    participating: { people: 4, area: null },
    agree: { people: 2, area: null },
  }
  expect(line(few, 'majority_people')).toMatchObject({ holds: false })
})

test('floor area plays no part at the residents’ meeting, and nothing is proved from figures that contradict each other', () => {
  const meeting = { kind: 'residents', people: 100, participating: { people: 51 }, agree: { people: 26 } }
  expect(proofOf(totals(meeting)).map(({ code }) => code)).toEqual(['quorum_people', 'majority_people'])
  expect(proofOf(totals({ ...lift, agree: { people: 25, area: '1' } }))).toEqual([])
})

test('with all figures known the four lines hold exactly when the decision is made', () => {
  const figures = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(6_000), fc.nat(6_000), fc.nat(6_000))
  fc.assert(
    fc.property(figures, fc.constantFrom('ordinary', 'special', 'unanimous'), (drawn, kind) => {
      const [agree, against, away, agreeArea, againstArea, awayArea] = drawn
      const people = agree + against + away
      const area = agreeArea + againstArea + awayArea
      fc.pre(agree + against > 0 && area > 0)
      const known: Totals = {
        kind,
        roll: { people, area },
        participating: { people: agree + against, area: agreeArea + againstArea },
        agree: { people: agree, area: agreeArea },
        against: { people: against, area: againstArea },
        abstain: { people: 0, area: 0 },
        invalid: { people: 0, area: 0 },
        deliveredNotVoted: { people: 0, area: 0 },
      }
      const lines = proofOf(known)
      fc.pre(lines.length > 0)
      expect(lines.every(({ holds }) => holds)).toBe(decide(known).verdict === 'PASS')
    }),
  )
})
