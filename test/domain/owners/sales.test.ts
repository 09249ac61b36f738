import type { Ballot } from '@yishiting/domain/owners/ballot'
import type { Transfer } from '@yishiting/domain/owners/roll'
import { ballot, CLOSES, count278, OPENS, people, unit } from './support/vote'

const HOME = unit('1-1-101', ['a'], 100)
const OTHER = unit('1-1-102', ['z'], 50)
const sale = (minute: number, ...toOwnerIds: string[]): Transfer => ({
  unitId: HOME.id,
  at: OPENS + minute,
  toOwnerIds,
})
const vote = (key: string, minute: number, mark: 'agree' | 'against' = 'agree'): Ballot =>
  ballot(key, mark, { receivedAt: OPENS + minute })

function counted(transfers: readonly Transfer[], ballots: readonly Ballot[]) {
  const tally = count278([HOME, OTHER], ballots, { transfers })
  return {
    people: people(tally),
    keys: [...tally.electorate.keys.keys()].sort(),
    went: ballots.map(({ id }) => tally.dispositions.get(id)),
  }
}

test('sold twice: whoever owns it when the first ballot of an owner comes has voted for it', () => {
  const sales = [sale(10, 'b'), sale(20, 'c')]
  expect(counted(sales, [vote('b', 15), vote('c', 25, 'against')])).toEqual({
    people: [1, 0, 0, 0, 0],
    keys: ['b', 'z'],
    went: ['counted', 'not_on_roll'],
  })
  expect(counted(sales, [vote('a', 15), vote('c', 25, 'against')])).toEqual({
    people: [0, 1, 0, 0, 0],
    keys: ['c', 'z'],
    went: ['sold_before', 'counted'],
  })
})

test('what somebody says before he owns anything neither counts nor keeps the flat from the next', () => {
  expect(counted([sale(10, 'b'), sale(20, 'c')], [vote('b', 5), vote('c', 25, 'against')])).toEqual({
    people: [0, 1, 0, 0, 0],
    keys: ['c', 'z'],
    went: ['sold_before', 'counted'],
  })
})

test('sold and bought back: what he said in between does not count, what he says afterwards does', () => {
  const sales = [sale(10, 'b'), sale(20, 'a')]
  expect(counted(sales, [vote('a', 15)])).toMatchObject({ people: [0, 0, 0, 0, 0], went: ['not_on_roll'] })
  expect(counted(sales, [vote('a', 20)])).toMatchObject({ people: [1, 0, 0, 0, 0], went: ['counted'] })
})

test('a buyer who has voted for his own flat already has spoken for both', () => {
  expect(counted([sale(10, 'z')], [vote('z', 5)])).toEqual({
    people: [1, 0, 0, 0, 0],
    keys: ['z'],
    went: ['counted'],
  })
})

test('a sale at the close or later changes nothing', () => {
  const late = { ...sale(0, 'z'), at: CLOSES }
  expect(counted([late], []).keys).toEqual(['a', 'z'])
  expect(counted([{ ...late, at: CLOSES - 1 }], []).keys).toEqual(['z'])
})

test('a parking space that does not count is sold without anything changing', () => {
  const space = unit('P-1-1', ['a'], 12, { use: 'parking' })
  const transfers = [{ unitId: space.id, at: OPENS + 10, toOwnerIds: ['p'] }]
  const votes = [vote('p', 20)]
  const tally = count278([HOME, space], votes, { transfers })
  expect([tally.electorate.people, tally.dispositions.get(votes[0]?.id ?? '')]).toEqual([1, 'not_on_roll'])
})
