import { decide } from '@yishiting/domain/owners/decide'
import type { Verdict } from '@yishiting/domain/owners/outcome'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'
import type { Figure, Totals } from '@yishiting/domain/owners/totals'
import fc from 'fast-check'

/** One side of a completed notice. */
interface Side {
  roll: number
  agree: number
  against: number
  abstain: number
  invalid: number
  delivered: number
}
const NAMES = ['roll', 'agree', 'against', 'abstain', 'invalid', 'delivered'] as const
const ROLL_MAX = 5

const participatingOf = (side: Side, invalidParticipates: boolean): number =>
  side.agree + side.against + side.abstain + (invalidParticipates ? side.invalid : 0)

const isPossible = (side: Side, invalidParticipates: boolean): boolean =>
  participatingOf(side, invalidParticipates) + side.delivered + (invalidParticipates ? 0 : side.invalid) <=
  side.roll

/** Every way in which so few people (or ㎡) can be spread. */
const everySide: Side[] = []
for (let roll = 1; roll <= ROLL_MAX; roll += 1)
  for (let agree = 0; agree <= roll; agree += 1)
    for (let against = 0; against + agree <= roll; against += 1)
      for (let abstain = 0; abstain + against + agree <= roll; abstain += 1)
        for (let invalid = 0; invalid + abstain + against + agree <= roll; invalid += 1)
          for (let delivered = 0; delivered + invalid + abstain + against + agree <= roll; delivered += 1)
            everySide.push({ roll, agree, against, abstain, invalid, delivered })

/** RULES.md §4.15–18, for figures that are all known, in the plainest words. */
function plainVerdict(kind: DecisionKind, people: Side, area: Side, invalidParticipates: boolean): Verdict {
  const [pn, pa] = [participatingOf(people, invalidParticipates), participatingOf(area, invalidParticipates)]
  if (pn === 0) return 'NOT_HELD'
  const both = (test: (side: Side, participating: number) => boolean) => test(people, pn) && test(area, pa)
  const twoThirds = (side: Side, participating: number) => 3 * participating >= 2 * side.roll
  const passes = {
    ordinary: () => both(twoThirds) && both((side, participating) => 2 * side.agree > participating),
    special: () => both(twoThirds) && both((side, participating) => 4 * side.agree >= 3 * participating),
    unanimous: () => people.agree === people.roll && area.agree === area.roll,
    residents: () => 2 * pn > people.roll && 2 * people.agree > pn,
    representatives: () => 3 * pn >= 2 * people.roll && 2 * people.agree > pn,
  }[kind as 'ordinary' | 'special' | 'unanimous' | 'residents' | 'representatives']()
  return passes ? 'PASS' : 'FAIL'
}

/** What is known of one side: some figures, and perhaps how many took part. */
type Known = Partial<Side> & { participating?: number }

const fits = (side: Side, known: Known, invalidParticipates: boolean): boolean =>
  isPossible(side, invalidParticipates) &&
  NAMES.every((name) => known[name] === undefined || known[name] === side[name]) &&
  (known.participating === undefined || known.participating === participatingOf(side, invalidParticipates))

function totalsOf(kind: DecisionKind, people: Known, area: Known, invalidParticipates: boolean): Totals {
  const figure = (name: keyof Known): Figure => ({ people: people[name] ?? null, area: area[name] ?? null })
  return {
    kind,
    roll: figure('roll'),
    participating: figure('participating'),
    agree: figure('agree'),
    against: figure('against'),
    abstain: figure('abstain'),
    invalid: figure('invalid'),
    deliveredNotVoted: figure('delivered'),
    rules: { invalidParticipates },
  }
}

const kinds = fc.constantFrom<DecisionKind>(
  'ordinary',
  'special',
  'unanimous',
  'residents',
  'representatives',
)
const someSide = fc.constantFrom(...everySide)
const someMask = fc.record({
  roll: fc.boolean(),
  agree: fc.boolean(),
  against: fc.boolean(),
  abstain: fc.boolean(),
  invalid: fc.boolean(),
  delivered: fc.boolean(),
  participating: fc.boolean(),
})

function masked(side: Side, mask: Record<string, boolean>, invalidParticipates: boolean): Known {
  const known: Known = {}
  for (const name of NAMES) if (mask[name]) known[name] = side[name]
  if (mask.participating) known.participating = participatingOf(side, invalidParticipates)
  return known
}

test('a verdict is certified exactly when every completion of the missing figures gives it', () => {
  const wide = fc.record({
    kind: kinds,
    invalidParticipates: fc.boolean(),
    people: someSide,
    area: someSide,
    hidePeople: someMask,
    hideArea: someMask,
  })
  fc.assert(
    fc.property(wide, ({ kind, invalidParticipates, people, area, hidePeople, hideArea }) => {
      fc.pre(isPossible(people, invalidParticipates) && isPossible(area, invalidParticipates))
      // A bounded roll: else completions would have to be enumerated without end.
      const knownPeople = masked(people, { ...hidePeople, roll: true }, invalidParticipates)
      const knownArea = masked(area, { ...hideArea, roll: true }, invalidParticipates)
      const peopleSides = everySide.filter((side) => fits(side, knownPeople, invalidParticipates))
      const areaSides = everySide.filter((side) => fits(side, knownArea, invalidParticipates))
      const isCoupled = (a: Side, b: Side) =>
        kind === 'residents' ||
        kind === 'representatives' ||
        ([...NAMES] as (keyof Side)[]).every((name) => !(a[name] === 0 && b[name] > 0))
      const verdicts = new Set<Verdict>()
      for (const each of peopleSides)
        for (const other of areaSides)
          if (isCoupled(each, other)) verdicts.add(plainVerdict(kind, each, other, invalidParticipates))
      fc.pre(verdicts.size > 0)
      const expected = verdicts.size === 1 ? [...verdicts][0] : 'CANNOT_CERTIFY'
      const { verdict } = decide(totalsOf(kind, knownPeople, knownArea, invalidParticipates))
      // Never a false certainty, never a needless doubt.
      expect(verdict).toBe(expected)
    }),
    { numRuns: 4_000 },
  )
})

test('all figures known: the plain verdict, for every tiny notice', () => {
  for (const kind of ['ordinary', 'special', 'unanimous', 'residents', 'representatives'] as const)
    for (const people of everySide)
      for (const invalidParticipates of [false, true]) {
        if (!isPossible(people, invalidParticipates)) continue
        const known = { ...people, participating: participatingOf(people, invalidParticipates) }
        const { verdict } = decide(totalsOf(kind, known, known, invalidParticipates))
        expect(verdict).toBe(plainVerdict(kind, people, people, invalidParticipates))
      }
})

test('where people alone decide, everything hidden in every way: exact', () => {
  const alone = fc.constantFrom<DecisionKind>('residents', 'representatives')
  fc.assert(
    fc.property(alone, fc.boolean(), someSide, someMask, (kind, invalidParticipates, side, mask) => {
      fc.pre(isPossible(side, invalidParticipates))
      const known = masked(side, { ...mask, roll: true }, invalidParticipates)
      const verdicts = new Set(
        everySide
          .filter((each) => fits(each, known, invalidParticipates))
          .map((each) => plainVerdict(kind, each, each, invalidParticipates)),
      )
      const expected = verdicts.size === 1 ? [...verdicts][0] : 'CANNOT_CERTIFY'
      expect(decide(totalsOf(kind, known, {}, invalidParticipates)).verdict).toBe(expected)
    }),
    { numRuns: 3_000 },
  )
})

test('too few people took part: it fails whatever the areas are (3·Pn < 2·N)', () => {
  const { verdict, failed, missing } = decide(
    totalsOf('ordinary', { roll: 950, participating: 633 }, {}, false),
  )
  expect([verdict, missing]).toEqual(['FAIL', []])
  expect(failed).toMatchObject([{ code: 'quorum_people', shortPeople: 1 }])
})

test('what is missing is named, and only what decides', () => {
  const known = { roll: 36, participating: 30, agree: 25 }
  expect(decide(totalsOf('ordinary', known, {}, false))).toMatchObject({
    verdict: 'CANNOT_CERTIFY',
    missing: ['area', 'participating.area', 'agree.area'],
  })
  expect(decide(totalsOf('ordinary', known, { roll: 9_000, participating: 8_000 }, false)).missing).toEqual([
    'agree.area',
  ])
})

test('a figure that follows from the others need not be printed', () => {
  const people = { roll: 30, participating: 24, against: 5, abstain: 1 }
  const area = { roll: 3_000, agree: 1_800, against: 500, abstain: 100 }
  expect(decide(totalsOf('special', people, area, false))).toMatchObject({ verdict: 'PASS', missing: [] })
})

test('figures that contradict each other are never certified', () => {
  const area = { roll: 100, participating: 90, agree: 80, against: 5, abstain: 5 }
  const people = { roll: 30, participating: 24, agree: 20, against: 5, abstain: 0 }
  const { verdict, notes } = decide(totalsOf('ordinary', people, area, false))
  expect(verdict).toBe('CANNOT_CERTIFY')
  expect(notes.join()).toContain('人数')
})

describe('open conflicts', () => {
  const RESOLUTIONS = ['agree', 'against', 'abstain', 'out'] as const
  type Resolution = (typeof RESOLUTIONS)[number]

  const resolved = (side: Side, sizes: readonly number[], how: readonly Resolution[]): Side => {
    const after = { ...side }
    for (const [index, size] of sizes.entries()) {
      const to = how[index] as Resolution
      if (to !== 'out') after[to] += size
    }
    return after
  }

  function* everyWay(count: number): Generator<Resolution[]> {
    if (count === 0) {
      yield []
      return
    }
    for (const rest of everyWay(count - 1)) for (const each of RESOLUTIONS) yield [...rest, each]
  }

  const some = fc.record({
    kind: fc.constantFrom<DecisionKind>('ordinary', 'special'),
    people: fc.record({ agree: fc.nat(3), against: fc.nat(3), abstain: fc.nat(2) }),
    area: fc.record({
      agree: fc.integer({ min: 1, max: 6 }),
      against: fc.integer({ min: 1, max: 6 }),
      abstain: fc.nat(3),
    }),
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    absent: fc.nat(4),
    absentArea: fc.nat(6),
  })

  test('the verdict holds for every resolution, and the least number that flips it is exact', () => {
    fc.assert(
      fc.property(some, ({ kind, people, area, sizes, absent, absentArea }) => {
        const side = (
          of: { agree: number; against: number; abstain: number },
          open: number,
          out: number,
        ): Side => ({
          ...of,
          invalid: 0,
          delivered: 0,
          roll: of.agree + of.against + of.abstain + open + out,
        })
        const sum = sizes.reduce((total, each) => total + each, 0)
        const somebody = (name: 'agree' | 'against' | 'abstain') => (people[name] === 0 ? 0 : area[name])
        const [p, a] = [
          side(people, sizes.length, absent),
          side(
            { agree: somebody('agree'), against: somebody('against'), abstain: somebody('abstain') },
            sum,
            absent === 0 ? 0 : absentArea,
          ),
        ]
        fc.pre(people.abstain === 0 || area.abstain > 0)
        const ones = sizes.map(() => 1)
        const verdicts = new Map<Verdict, number>()
        for (const how of everyWay(sizes.length)) {
          const verdict = plainVerdict(kind, resolved(p, ones, how), resolved(a, sizes, how), false)
          const used = how.filter((each) => each !== 'out').length
          verdicts.set(verdict, Math.min(verdicts.get(verdict) ?? Number.POSITIVE_INFINITY, used))
        }
        const base = plainVerdict(kind, p, a, false)
        const others = [...verdicts].filter(([verdict]) => verdict !== base).map(([, used]) => used)
        const known = (of: Side): Known => ({ ...of, participating: participatingOf(of, false) })
        const outcome = decide({
          ...totalsOf(kind, known(p), known(a), false),
          openConflicts: sizes.map((size) => ({ people: 1, area: size })),
        })
        expect(outcome.conflictsToFlip).toBe(others.length === 0 ? null : Math.min(...others))
        expect(outcome.verdict).toBe(verdicts.size === 1 ? base : 'CANNOT_CERTIFY')
      }),
      { numRuns: 2_000 },
    )
  })
})

test('missing figures and open ballots together: exact', () => {
  const small = everySide.filter(({ roll }) => roll <= 4)
  const drawn = fc.record({
    kind: kinds,
    people: fc.constantFrom(...small),
    area: fc.constantFrom(...small),
    hidePeople: someMask,
    hideArea: someMask,
    open: fc.integer({ min: 1, max: 2 }),
  })
  const room = (side: Side) => side.roll - participatingOf(side, true) - side.delivered
  fc.assert(
    fc.property(drawn, ({ kind, people, area, hidePeople, hideArea, open }) => {
      const knownPeople = masked(people, { ...hidePeople, roll: true }, false)
      const knownArea = masked(area, { ...hideArea, roll: true }, false)
      const fitting = (known: Known) => small.filter((side) => fits(side, known, false) && room(side) >= open)
      const areaSides = fitting(knownArea)
      const verdicts = new Set<Verdict>()
      for (const each of fitting(knownPeople))
        for (const other of areaSides) {
          const isCoupled = NAMES.every((name) => !(each[name] === 0 && other[name] > 0))
          if (kind !== 'residents' && kind !== 'representatives' && !isCoupled) continue
          for (let agree = 0; agree <= open; agree += 1)
            for (let against = 0; agree + against <= open; against += 1) {
              const after = (side: Side) => ({
                ...side,
                agree: side.agree + agree,
                against: side.against + against,
              })
              verdicts.add(plainVerdict(kind, after(each), after(other), false))
            }
        }
      fc.pre(verdicts.size > 0)
      const { verdict } = decide({
        ...totalsOf(kind, knownPeople, knownArea, false),
        openConflicts: Array.from({ length: open }, () => ({ people: 1, area: 1 })),
      })
      expect(verdict).toBe(verdicts.size === 1 ? [...verdicts][0] : 'CANNOT_CERTIFY')
    }),
    { numRuns: 1_500 },
  )
})

test('whatever cannot be certified says what is missing', () => {
  fc.assert(
    fc.property(kinds, someSide, someSide, someMask, someMask, (kind, people, area, hidePeople, hideArea) => {
      const known = [masked(people, hidePeople, false), masked(area, hideArea, false)] as const
      const { verdict, missing, notes } = decide(totalsOf(kind, ...known, false))
      expect(missing.length > 0 || notes.length > 0).toBe(verdict === 'CANNOT_CERTIFY' || notes.length > 0)
    }),
    { numRuns: 3_000 },
  )
})
