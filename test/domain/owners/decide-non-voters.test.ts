import { decide } from '@yishiting/domain/owners/decide'
import type { Verdict } from '@yishiting/domain/owners/outcome'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'
import type { Figure, Totals } from '@yishiting/domain/owners/totals'
import fc from 'fast-check'
import { figure, totals, UNKNOWN } from './support/totals'

const rules = { nonVoters: 'join_leading' } as const

describe('who was served and did not vote (§4.20)', () => {
  const known = {
    roll: figure(30, '3000'),
    participating: figure(16, '1600'),
    agree: figure(10, '1000'),
    against: figure(5, '500'),
    abstain: figure(1, '100'),
    deliveredNotVoted: figure(6, '600'),
    rules,
  }

  test('joins the side that leads on both, and takes part; the strict result stands beside it', () => {
    const { verdict, strict, notes } = decide(totals('ordinary', known))
    expect([verdict, strict]).toEqual(['PASS', 'FAIL'])
    expect(notes.join()).toContain('计入“同意”')
  })

  test('without such a rule nothing is counted', () => {
    expect(decide(totals('ordinary', { ...known, rules: {} }))).toMatchObject({
      verdict: 'FAIL',
      strict: 'FAIL',
    })
  })

  test('leading in people only: nobody is counted, and that is said', () => {
    const split = { ...known, agree: figure(10, '500'), against: figure(5, '1000') }
    const { verdict, strict, notes } = decide(totals('ordinary', split))
    expect([verdict, strict]).toEqual(['FAIL', 'FAIL'])
    expect(notes.join()).toContain('不计入任何一方')
  })

  test('level is not leading', () => {
    const level = { ...known, agree: figure(8, '1000'), against: figure(8, '500'), abstain: figure(0, '0') }
    const { notes } = decide(totals('ordinary', { ...level, participating: figure(16, '1500') }))
    expect(notes.join()).toContain('不计入任何一方')
  })

  test('they join those against as well', () => {
    const lost = { ...known, agree: figure(5, '500'), against: figure(10, '1000') }
    const { verdict, failed, notes } = decide(totals('ordinary', lost))
    expect([verdict, failed.map(({ code }) => code)]).toEqual(['FAIL', ['majority_people', 'majority_area']])
    expect(notes.join()).toContain('计入“不同意”')
  })

  test('how many were served is not known: it is missing', () => {
    expect(decide(totals('ordinary', { ...known, deliveredNotVoted: UNKNOWN }))).toMatchObject({
      verdict: 'CANNOT_CERTIFY',
      strict: 'FAIL',
      missing: ['deliveredNotVoted.people', 'deliveredNotVoted.area'],
    })
  })

  test('an open ballot that may change who leads leaves it open', () => {
    const close = {
      ...known,
      agree: figure(8, '800'),
      against: figure(7, '700'),
      openConflicts: [{ people: 1, area: 2_000_000 }],
    }
    expect(decide(totals('ordinary', close))).toMatchObject({ verdict: 'CANNOT_CERTIFY', conflictsToFlip: 1 })
  })

  test('the side that leads follows from the other figures', () => {
    expect(decide(totals('ordinary', { ...known, agree: UNKNOWN }))).toMatchObject({
      verdict: 'PASS',
      strict: 'FAIL',
    })
  })
})

const NAMES = ['agree', 'against', 'abstain', 'delivered'] as const
type Counts = Record<(typeof NAMES)[number], number> & { roll: number }
const RESOLUTIONS = ['agree', 'against', 'abstain', 'out'] as const

/** §4.15–17 and 20 in the plainest words. */
function plainVerdict(kind: DecisionKind, people: Counts, area: Counts): Verdict {
  const voted = ({ agree, against, abstain }: Counts) => agree + against + abstain
  if (voted(people) === 0) return 'NOT_HELD'
  const leads = (one: 'agree' | 'against', other: 'agree' | 'against') =>
    people[one] > people[other] && area[one] > area[other]
  const leader = leads('agree', 'against') ? 'agree' : leads('against', 'agree') ? 'against' : null
  const passes = [people, area].every((side) => {
    const took = voted(side) + (leader ? side.delivered : 0)
    const yes = side.agree + (leader === 'agree' ? side.delivered : 0)
    return 3 * took >= 2 * side.roll && (kind === 'ordinary' ? 2 * yes > took : 4 * yes >= 3 * took)
  })
  return passes ? 'PASS' : 'FAIL'
}

function* everyWay(count: number): Generator<(typeof RESOLUTIONS)[number][]> {
  if (count === 0) yield []
  else for (const rest of everyWay(count - 1)) for (const each of RESOLUTIONS) yield [...rest, each]
}

const counts = fc.record({ agree: fc.nat(4), against: fc.nat(4), abstain: fc.nat(2), delivered: fc.nat(4) })
const situations = fc.record({
  kind: fc.constantFrom<DecisionKind>('ordinary', 'special'),
  people: counts,
  area: counts,
  others: fc.nat(4),
  sizes: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
})

type Drawn = typeof situations extends fc.Arbitrary<infer Value> ? Value : never

/** Area wherever somebody is, and nowhere else. */
function sidesOf({ people, area, others, sizes }: Drawn) {
  const sum = (of: Omit<Counts, 'roll'>) => NAMES.reduce((total, name) => total + of[name], 0)
  const sized = Object.fromEntries(
    NAMES.map((name) => [name, people[name] === 0 ? 0 : area[name] + 1]),
  ) as Omit<Counts, 'roll'>
  const open = sizes.reduce((total, size) => total + size, 0)
  return {
    people: { ...people, roll: Math.max(1, sum(people) + sizes.length + others) },
    area: { ...sized, roll: Math.max(1, sum(sized) + open + others) },
  }
}

const resolved = (side: Counts, sizes: readonly number[], how: readonly (typeof RESOLUTIONS)[number][]) => {
  const after = { ...side }
  for (const [index, to] of how.entries()) if (to !== 'out') after[to] += sizes[index] as number
  return after
}

function asTotals(kind: DecisionKind, people: Counts, area: Counts): Totals {
  const of = (name: keyof Counts): Figure => ({ people: people[name], area: area[name] })
  return totals(kind, {
    roll: of('roll'),
    agree: of('agree'),
    against: of('against'),
    abstain: of('abstain'),
    invalid: figure(0, '0'),
    deliveredNotVoted: of('delivered'),
    rules,
  })
}

test('with the rule: exact for known figures, and with open ballots never a false certainty', () => {
  fc.assert(
    fc.property(situations, (drawn) => {
      const { kind, sizes } = drawn
      const { people, area } = sidesOf(drawn)
      const ones = sizes.map(() => 1)
      const verdicts = new Set<Verdict>()
      for (const how of everyWay(sizes.length))
        verdicts.add(plainVerdict(kind, resolved(people, ones, how), resolved(area, sizes, how)))
      const openConflicts = sizes.map((size) => ({ people: 1, area: size }))
      const { verdict } = decide({ ...asTotals(kind, people, area), openConflicts })
      if (sizes.length === 0) expect([verdict]).toEqual([...verdicts])
      else if (verdict !== 'CANNOT_CERTIFY') expect([...verdicts]).toEqual([verdict])
    }),
    { numRuns: 5_000 },
  )
})

test('with the rule and a figure not known: never a false certainty', () => {
  const hidden = fc.constantFrom('agree', 'against', 'abstain', 'deliveredNotVoted')
  fc.assert(
    fc.property(situations, hidden, fc.constantFrom('people', 'area'), (drawn, name, side) => {
      const { people, area } = sidesOf({ ...drawn, sizes: [] })
      const whole = asTotals(drawn.kind, people, area)
      const { verdict } = decide({
        ...whole,
        [name]: { ...whole[name as 'agree'], [side as 'area']: null },
      })
      const truth = plainVerdict(drawn.kind, people, area)
      if (verdict !== 'CANNOT_CERTIFY') expect(truth).toBe(verdict)
    }),
    { numRuns: 5_000 },
  )
})
