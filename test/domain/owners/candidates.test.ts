import { decide } from '@yishiting/domain/owners/decide'
import type { Totals } from '@yishiting/domain/owners/totals'
import fc from 'fast-check'
import { figure, totals, UNKNOWN } from './support/totals'

const held = { roll: figure(30, '3000'), participating: figure(24, '2400') }
const election = (known: Partial<Totals>) => decide(totals('election', { ...held, ...known }))
const winners = ({ options }: ReturnType<typeof decide>) =>
  options.filter(({ isWinner }) => isWinner).map(({ id }) => id)
const option = (id: string, people: number | null, metres: string | null) => ({
  id,
  agree: figure(people, metres),
})

describe('options and candidates (§4.19)', () => {
  test('a plurality is not enough: each needs its own majority of those taking part', () => {
    const options = [option('甲', 12, '1300'), option('乙', 7, '700'), option('丙', 5, '400')]
    const outcome = election({ options, seats: 1 })
    expect([outcome.verdict, winners(outcome)]).toEqual(['FAIL', []])
    expect(outcome.options[0]?.failed).toMatchObject([{ code: 'majority_people', shortPeople: 1 }])
  })

  test('more than there are seats: by the announced ranking, in that order', () => {
    const options = [option('甲', 14, '1900'), option('乙', 15, '1300'), option('丙', 14, '2000')]
    expect(winners(election({ options, seats: 2 }))).toEqual(['乙', '丙'])
    const byArea = election({ options, seats: 2, rules: { ranking: 'area_then_people' } })
    expect([byArea.verdict, winners(byArea)]).toEqual(['PASS', ['丙', '甲']])
  })

  test('a tie for the last seat cannot be certified, and that is said', () => {
    const options = [option('甲', 14, '1300'), option('乙', 14, '1300'), option('丙', 20, '2000')]
    const outcome = election({ options, seats: 2 })
    expect([outcome.verdict, winners(outcome)]).toEqual(['CANNOT_CERTIFY', []])
    expect(outcome.notes.join()).toContain('排不出')
    expect(winners(election({ options, seats: 3 }))).toHaveLength(3)
  })

  test('fewer pass than there are seats: they win, and it is said', () => {
    const outcome = election({ options: [option('甲', 14, '1300'), option('乙', 3, '300')], seats: 3 })
    expect([outcome.verdict, winners(outcome)]).toEqual(['PASS', ['甲']])
    expect(outcome.notes.join()).toContain('3 个名额，选出 1 个')
  })

  test('without a quorum nobody wins; with nobody there it was not held', () => {
    const options = [option('甲', 19, '1900')]
    expect(election({ options, participating: figure(19, '2400') }).verdict).toBe('FAIL')
    const empty = { participating: figure(0), options: [option('甲', 0, '0')] }
    expect(election(empty).verdict).toBe('NOT_HELD')
  })

  test('more agree to one than took part: never certified, and named', () => {
    const outcome = election({ options: [option('甲', 14, '1300'), option('乙', 25, '300')], seats: 2 })
    expect([outcome.verdict, winners(outcome)]).toEqual(['CANNOT_CERTIFY', []])
    expect(outcome.notes).toEqual([expect.stringContaining('第 2 项')])
  })

  test('a figure of an option that is missing is named', () => {
    const outcome = election({ options: [option('甲', 14, '1300'), option('乙', 14, null)], seats: 2 })
    expect([outcome.verdict, outcome.missing]).toEqual(['CANNOT_CERTIFY', ['options.1.agree.area']])
  })
})

interface Drawn {
  votes: { marks: string[]; area: number }[]
  open: number[]
  others: number
  seats: number
}
const IDS = ['A', 'B', 'C']

/** §4.19 for ballots that are all clear: who wins, or why nobody. */
function plain({ votes, open, others, seats }: Drawn): string {
  const sum = (of: readonly { area: number }[]) => of.reduce((total, { area }) => total + area, 0)
  const roll = votes.length + open.length + others
  const whole = sum(votes) + open.reduce((total, area) => total + area, 0) + others
  if (votes.length === 0) return 'NOT_HELD'
  const passed = IDS.map((id) => votes.filter(({ marks }) => marks.includes(id)))
    .map((yes, index) => ({ id: IDS[index] as string, people: yes.length, area: sum(yes) }))
    .filter(
      ({ people, area }) =>
        3 * votes.length >= 2 * roll &&
        3 * sum(votes) >= 2 * whole &&
        2 * people > votes.length &&
        2 * area > sum(votes),
    )
    .sort((a, b) => b.people - a.people || b.area - a.area)
  const [last, next] = [passed[seats - 1], passed[seats]]
  if (last && next && last.people === next.people && last.area === next.area) return 'CANNOT_CERTIFY'
  return passed.length === 0
    ? 'FAIL'
    : `PASS ${passed
        .slice(0, seats)
        .map(({ id }) => id)
        .sort()
        .join()}`
}

function totalsOf({ votes, open, others, seats }: Drawn): Totals {
  const area = (of: readonly { area: number }[]) => of.reduce((total, each) => total + each.area, 0)
  const figureOf = (of: readonly { area: number }[]) => ({ people: of.length, area: area(of) })
  const size = open.reduce((total, each) => total + each, 0)
  return totals('options', {
    roll: { people: votes.length + open.length + others, area: area(votes) + size + others },
    participating: figureOf(votes),
    abstain: figureOf(votes.filter(({ marks }) => marks.length === 0)),
    options: IDS.map((id) => ({ id, agree: figureOf(votes.filter(({ marks }) => marks.includes(id))) })),
    openConflicts: open.map((each) => ({ people: 1, area: each })),
    seats,
    agree: UNKNOWN,
  })
}

const answerOf = (drawn: Drawn): string => {
  const outcome = decide(totalsOf(drawn))
  return outcome.verdict === 'PASS' ? `PASS ${winners(outcome).sort().join()}` : outcome.verdict
}

const drawn = fc.record({
  votes: fc.array(fc.record({ marks: fc.subarray(IDS), area: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 8,
  }),
  open: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
  others: fc.nat(3),
  seats: fc.integer({ min: 1, max: 3 }),
})

/** Every way in which the open ballots can be resolved: out, or any marks. */
function* everyWay({ votes, open, ...more }: Drawn): Generator<[Drawn, resolved: number]> {
  const [area, ...rest] = open
  if (area === undefined) return yield [{ votes, open, ...more }, 0]
  for (const [each, count] of everyWay({ votes, open: rest, ...more })) {
    yield [{ ...each, others: each.others, open: [...each.open, area] }, count]
    for (let bits = 0; bits < 8; bits += 1) {
      const marks = IDS.filter((_, index) => bits & (1 << index))
      yield [{ ...each, votes: [...each.votes, { marks, area }] }, count + 1]
    }
  }
}

test('winners are the plain ones; with open ballots they are certified only when every resolution has the same', () => {
  fc.assert(
    fc.property(drawn, (each) => {
      fc.pre(each.votes.length + each.open.length + each.others > 0)
      const ways = [...everyWay(each)].map(([way, resolved]): [string, number] => [plain(way), resolved])
      const all = new Set(ways.map(([answer]) => answer))
      const answer = answerOf(each)
      if (answer !== 'CANNOT_CERTIFY') expect([...all]).toEqual([answer])
      if (each.open.length === 0) expect(answer).toBe(plain(each))
    }),
    { numRuns: 4_000 },
  )
})

test('the least number of open ballots that changes the winners is never told too high', () => {
  fc.assert(
    fc.property(drawn, (each) => {
      fc.pre(each.votes.length + each.open.length + each.others > 0)
      const before = plain(each)
      fc.pre(before !== 'CANNOT_CERTIFY')
      const flips = [...everyWay(each)]
        .filter(([way]) => plain(way) !== before)
        .map(([, resolved]) => resolved)
      const told = decide(totalsOf(each)).conflictsToFlip
      if (flips.length > 0) {
        expect(told).not.toBeNull()
        expect(told).toBeLessThanOrEqual(Math.min(...flips))
      }
    }),
    { numRuns: 3_000 },
  )
})
