import { decide } from '@yishiting/domain/owners/decide'
import { tally } from '@yishiting/domain/owners/tally'
import { DISPOSITIONS, type Tally, type TallyInput } from '@yishiting/domain/owners/tally-types'
import type { Figure, Totals } from '@yishiting/domain/owners/totals'
import fc from 'fast-check'
import { countAgain } from './reference/count'
import { CLOSES, someElection } from './reference/elections'

jest.setTimeout(120_000)

const totalsOf = (counted: Tally, index = 0): Totals =>
  (counted.items[index] as Tally['items'][number]).totals
const area = (figure: Figure): bigint | null => (figure.area === null ? null : BigInt(figure.area))

function expectSame(input: TallyInput): void {
  const counted = tally(input)
  for (const [index, item] of input.items.entries()) {
    const totals = totalsOf(counted, index)
    const again = countAgain(input, item)
    const figure = (name: string) => ({
      people: again.people[name] ?? 0,
      area: again.area[name] === undefined ? 0n : again.area[name],
    })
    const mine = (each: Figure) => ({ people: each.people, area: area(each) })
    expect({ people: totals.roll.people, area: area(totals.roll) }).toEqual({
      people: again.persons,
      area: again.totalArea,
    })
    expect(mine(totals.participating)).toEqual(figure('participating'))
    expect(mine(totals.abstain)).toEqual(figure('abstain'))
    expect(mine(totals.invalid)).toEqual(figure('invalid'))
    expect(mine(totals.deliveredNotVoted)).toEqual(figure('served'))
    expect(
      (totals.openConflicts ?? []).map((each) => BigInt(each.area)).sort((a, b) => (a < b ? -1 : 1)),
    ).toEqual(again.openAreas)
    if (totals.options)
      for (const option of totals.options) expect(mine(option.agree)).toEqual(figure(`option ${option.id}`))
    else expect([mine(totals.agree), mine(totals.against)]).toEqual([figure('agree'), figure('against')])
  }
}

test('10,000 random elections: the count agrees with a second one written apart from it', () => {
  fc.assert(fc.property(someElection, expectSame), { numRuns: 10_000 })
})

/** Everything about a count that does not speak of order. */
const essence = (counted: Tally) => ({
  items: counted.items.map(({ totals, withoutRulings }) => [
    { ...totals, openConflicts: [...(totals.openConflicts ?? [])].sort((a, b) => a.area - b.area) },
    decide(totals).verdict,
    decide(withoutRulings).verdict,
  ]),
  dispositions: [...counted.dispositions].sort(([a], [b]) => (a < b ? -1 : 1)),
})

test('the order in which ballots, units and mandates are listed changes nothing', () => {
  fc.assert(
    fc.property(someElection, fc.func(fc.integer()), (input, lot) => {
      const shuffled = <T extends object>(list: readonly T[]): T[] =>
        list
          .map((each, index) => ({ each, by: lot(index) }))
          .sort((a, b) => a.by - b.by)
          .map(({ each }) => each)
      const other = {
        ...input,
        ballots: shuffled(input.ballots),
        units: shuffled(input.units),
        mandates: shuffled(input.mandates),
        transfers: shuffled(input.transfers),
        rulings: shuffled(input.rulings),
      }
      // Two sales of one flat at the same instant have no order of their own.
      const instants = input.transfers.map(({ unitId, at }) => `${unitId} ${at}`)
      fc.pre(new Set(instants).size === instants.length)
      expect(essence(tally(other))).toEqual(essence(tally(input)))
    }),
    { numRuns: 1_500 },
  )
})

test('every ballot comes to exactly one end, and nobody counts twice', () => {
  fc.assert(
    fc.property(someElection, (input) => {
      const counted = tally(input)
      expect([...counted.dispositions.keys()].sort()).toEqual(input.ballots.map(({ id }) => id).sort())
      for (const end of counted.dispositions.values()) expect(Object.keys(DISPOSITIONS)).toContain(end)
      for (const index of input.items.keys()) {
        const {
          roll,
          participating,
          agree,
          against,
          abstain,
          invalid,
          deliveredNotVoted,
          openConflicts = [],
          options,
        } = totalsOf(counted, index)
        const people = (figure: Figure) => figure.people ?? 0
        const outside = input.rules.invalidParticipates ? 0 : people(invalid)
        expect(
          people(participating) + outside + people(deliveredNotVoted) + openConflicts.length,
        ).toBeLessThanOrEqual(people(roll))
        if (options) continue
        const inside = input.rules.invalidParticipates ? people(invalid) : 0
        expect(people(agree) + people(against) + people(abstain) + inside).toBe(people(participating))
      }
    }),
    { numRuns: 1_500 },
  )
})

test('what comes at the close or later changes nothing', () => {
  fc.assert(
    fc.property(someElection, (input) => {
      const late = input.ballots.map((ballot, index) => ({
        ...ballot,
        id: `late ${index}`,
        seq: 1_000 + index,
        receivedAt: CLOSES + index,
      }))
      const counted = tally({ ...input, ballots: [...input.ballots, ...late] })
      expect(essence(counted).items).toEqual(essence(tally(input)).items)
      for (const { id } of late) expect(counted.dispositions.get(id)).toBe('late')
    }),
    { numRuns: 800 },
  )
})

test('a figure typed twice over is no second person: selling all one’s flats to oneself changes nothing', () => {
  fc.assert(
    fc.property(someElection, (input) => {
      const same = input.units
        .filter(({ isDevelopers, ownerIds }) => !isDevelopers && ownerIds.length > 0)
        .map(({ id, ownerIds }) => ({ unitId: id, at: CLOSES - 1, toOwnerIds: [...ownerIds].reverse() }))
      const plain = { ...input, transfers: [] }
      expect(essence(tally({ ...plain, transfers: same })).items).toEqual(essence(tally(plain)).items)
    }),
    { numRuns: 500 },
  )
})

test('one who abstained and agrees instead never turns a pass into a fail; who stays away instead of abstaining never helps the quorum', () => {
  const figures = fc.record({
    agree: fc.nat(8),
    against: fc.nat(8),
    abstain: fc.integer({ min: 1, max: 8 }),
    away: fc.nat(8),
  })
  const kinds = fc.constantFrom('ordinary' as const, 'special' as const)
  fc.assert(
    fc.property(kinds, figures, (kind, each) => {
      const of = (agree: number, against: number, abstain: number, away: number): Totals => {
        const figure = (count: number): Figure => ({ people: count, area: count * 10_000 })
        return {
          kind,
          roll: figure(agree + against + abstain + away),
          participating: figure(agree + against + abstain),
          agree: figure(agree),
          against: figure(against),
          abstain: figure(abstain),
          invalid: figure(0),
          deliveredNotVoted: figure(0),
        }
      }
      const before = decide(of(each.agree, each.against, each.abstain, each.away)).verdict
      const after = decide(of(each.agree + 1, each.against, each.abstain - 1, each.away)).verdict
      if (before === 'PASS') expect(after).toBe('PASS')
      const quorumBefore = decide(of(each.agree, each.against, each.abstain, each.away)).failed.some(
        ({ code }) => code.startsWith('quorum'),
      )
      const quorumAfter = decide(of(each.agree, each.against, each.abstain - 1, each.away + 1)).failed.some(
        ({ code }) => code.startsWith('quorum'),
      )
      if (quorumBefore && each.agree + each.against + each.abstain > 1) expect(quorumAfter).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})
