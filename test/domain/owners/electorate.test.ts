import { afterTransfers, countsIn, electorate } from '@yishiting/domain/owners/electorate'
import { DEVELOPER_KEY, type Unit } from '@yishiting/domain/owners/roll'
import type { VoteRules } from '@yishiting/domain/owners/rule-set'
import fc from 'fast-check'
import { unit } from './support/vote'

type Rules = Pick<VoteRules, 'scope' | 'specialSpaces'>
const ALL: Rules = { scope: { type: 'compound' }, specialSpaces: 'excluded' }
const ids = (units: readonly Unit[], rules: Rules) => [...electorate(units, rules).keys.keys()].sort()

test('a key has all its units in scope, and the sum of their areas', () => {
  const units = [
    unit('1-1-101', ['b', 'a'], 80.5),
    unit('2-1-101', ['a', 'b'], 20),
    unit('3-1-101', ['c'], 50),
  ]
  const { keys, people, area } = electorate(units, ALL)
  expect(keys.get('a+b')).toMatchObject({ unitIds: ['1-1-101', '2-1-101'], area: 1_005_000 })
  expect([people, area]).toEqual([2, 1_505_000])
  const scope = { type: 'buildings', buildings: ['2', '3'] } as const
  expect(electorate(units, { ...ALL, scope }).keys.get('a+b')).toMatchObject({
    unitIds: ['2-1-101'],
    area: 200_000,
  })
})

test('the developer is one person with all that is his, besides those who bought from him', () => {
  const his = { isDevelopers: true }
  const units = [unit('1-1-101', [], 100, his), unit('1-1-102', ['x'], 50, his), unit('1-1-103', ['x'], 70)]
  const { keys } = electorate(units, ALL)
  expect(keys.get(DEVELOPER_KEY)).toMatchObject({ ownerIds: [], area: 1_500_000 })
  expect(keys.get('x')?.area).toBe(700_000)
})

test('special spaces are in both sums or in neither; common premises in neither', () => {
  const units = [
    unit('1-1-101', ['a'], 90),
    unit('P-1-1', ['a'], 12, { use: 'parking' }),
    unit('S-1-1', ['s'], 6, { use: 'storage' }),
    unit('B-1-1', ['b'], 20, { use: 'basement' }),
    unit('C-1-1', ['c'], 300, { use: 'common' }),
  ]
  expect(ids(units, ALL)).toEqual(['a'])
  expect(electorate(units, ALL).area).toBe(900_000)
  const included = { ...ALL, specialSpaces: 'included' } as const
  expect(ids(units, included)).toEqual(['a', 'b', 's'])
  expect(electorate(units, included).area).toBe(1_280_000)
})

test('one unit without an area: its key and A are not known, N is', () => {
  const units = [unit('1-1-101', ['a'], 90), unit('1-1-102', ['a'], null), unit('1-1-103', ['b'], 70)]
  const { keys, people, area, withoutArea } = electorate(units, ALL)
  expect([keys.get('a')?.area, keys.get('b')?.area, people, area]).toEqual([null, 700_000, 2, null])
  expect(withoutArea).toEqual(['1-1-102'])
})

test('sets that share an owner are told: they are two people (statute silent)', () => {
  const units = [
    unit('1-1-101', ['a', 'b']),
    unit('1-1-102', ['a']),
    unit('1-1-103', ['b', 'c']),
    unit('1-1-104', ['d']),
  ]
  expect(
    electorate(units, ALL)
      .overlaps.map((pair) => pair.join(' & '))
      .sort(),
  ).toEqual(['a & a+b', 'a+b & b+c'])
})

test('sales follow each other in the order of time, not of the list', () => {
  const sales = [
    { unitId: '1-1-101', at: 20, toOwnerIds: ['c'] },
    { unitId: '1-1-101', at: 10, toOwnerIds: ['b'] },
  ]
  const [sold] = afterTransfers([unit('1-1-101', ['a'], 100, { isDevelopers: true })], sales)
  expect(sold).toMatchObject({ ownerIds: ['c'], isDevelopers: false })
  expect(ids([unit('1-1-101', ['a'])], ALL)).toEqual(['a'])
  expect([...electorate([unit('1-1-101', ['a'])], ALL, sales).keys.keys()]).toEqual(['c'])
})

test('N and A are the sums over the keys, whatever the order of the units', () => {
  const uses = fc.constantFrom('dwelling', 'shop', 'parking', 'storage', 'common' as const)
  const drawn = fc.array(
    fc.record({
      owners: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
      metres: fc.integer({ min: 1, max: 200 }),
      use: uses,
      isDevelopers: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  const rules = fc.constantFrom<Rules>(ALL, { ...ALL, specialSpaces: 'included' })
  fc.assert(
    fc.property(drawn, rules, (some, rule) => {
      const units = some.map(({ owners, metres, use, isDevelopers }, index) =>
        unit(`1-1-${index}`, owners, metres, { use, isDevelopers }),
      )
      const { keys, people, area } = electorate(units, rule)
      const counted = units.filter((each) => countsIn(each, rule))
      expect(people).toBe(keys.size)
      expect(area).toBe(counted.reduce((sum, each) => sum + (each.area ?? 0), 0))
      expect([...keys.values()].flatMap(({ unitIds }) => unitIds).sort()).toEqual(
        counted.map(({ id }) => id).sort(),
      )
      const turned = electorate([...units].reverse(), rule)
      expect([turned.people, turned.area]).toEqual([people, area])
    }),
  )
})
