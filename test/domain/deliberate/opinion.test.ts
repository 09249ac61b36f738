import { GROUP_MIN } from '@yishiting/domain/deliberate/opinion/groups'
import { opinionMap } from '@yishiting/domain/deliberate/opinion/opinion'
import type { Answer, StatementVote } from '@yishiting/domain/deliberate/opinion/votes'
import fc from 'fast-check'

const names = (letter: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${letter}${String(n).padStart(3, '0')}`)

/** Everybody of a bloc answers as the bloc does, each forgetting or flipping now and then, always the same way. */
function bloc(people: readonly string[], line: readonly Answer[], noise = 0): StatementVote[] {
  return people.flatMap((person, row) =>
    line.flatMap((value, column): StatementVote[] => {
      const twist = (row * 31 + column * 17) % 10
      if (twist < noise)
        return twist % 2 === 0 ? [] : [{ person, statement: `s${column}`, value: -value as Answer }]
      return [{ person, statement: `s${column}`, value }]
    }),
  )
}

const DRIVERS: Answer[] = [1, 1, -1, -1, 1, 1, -1, -1, 1, 1]
const PARENTS: Answer[] = [-1, -1, 1, 1, -1, 1, 1, 1, 1, 1]
const [drivers, parents] = [names('d', 30), names('p', 18)]
const two = [...bloc(drivers, DRIVERS, 2), ...bloc(parents, PARENTS, 2)]

test('two camps are found, the larger first, with everybody where he belongs', () => {
  const map = opinionMap(two)
  expect(map.groups.map(({ size }) => size)).toEqual([30, 18])
  expect(map.groups.map(({ people }) => people)).toEqual([drivers, parents])
  expect(map.projection.d000?.group).toBe(0)
  expect(map.projection.p000?.group).toBe(1)
})

test('what both camps want ranks above what only the larger camp wants', () => {
  const { statements } = opinionMap(two)
  const of = (id: string) => statements.find(({ statement }) => statement === id)
  for (const shared of ['s5', 's8', 's9']) {
    expect(of(shared)?.consensus).toBeGreaterThan(0.5)
    expect(of(shared)?.representativeOf).toEqual([])
  }
  for (const disputed of ['s0', 's1', 's2']) {
    expect(of(disputed)?.consensus).toBeLessThan(0.3)
    expect(of(disputed)?.representativeOf.length).toBeGreaterThan(0)
  }
})

test('each answer is counted as it was given, in all and by group', () => {
  const { statements } = opinionMap(bloc(names('a', 6), [1, 0, -1]))
  expect(statements).toMatchObject([
    { statement: 's0', agree: 6, disagree: 0, pass: 0 },
    { statement: 's1', agree: 0, disagree: 0, pass: 6 },
    { statement: 's2', agree: 0, disagree: 6, pass: 0 },
  ])
})

test('who answered twice has the later answer', () => {
  const votes: StatementVote[] = [
    { person: 'a', statement: 's', value: 1 },
    { person: 'a', statement: 's', value: -1 },
  ]
  expect(opinionMap(votes).statements).toMatchObject([{ agree: 0, disagree: 1, pass: 0 }])
})

test('a handful who see it otherwise are not shown as a group: they could be recognised', () => {
  const map = opinionMap([...bloc(names('m', 40), DRIVERS), ...bloc(names('f', GROUP_MIN - 1), PARENTS)])
  expect(map.groups.every(({ size }) => size >= GROUP_MIN)).toBe(true)
})

test('four people are no group at all; no votes, an empty map', () => {
  expect(opinionMap(bloc(names('a', 4), DRIVERS)).groups).toEqual([])
  expect(opinionMap([])).toEqual({ groups: [], statements: [], projection: {} })
})

test('who has answered too little is on the map but in no group', () => {
  const map = opinionMap([...two, { person: 'newcomer', statement: 's0', value: 1 }])
  expect(map.projection.newcomer?.group).toBeNull()
  expect(map.groups.flatMap(({ people }) => people)).not.toContain('newcomer')
  expect(map.statements.find(({ statement }) => statement === 's0')).toMatchObject({
    agree: (opinionMap(two).statements[0]?.agree ?? 0) + 1,
  })
})

const someVotes = fc.uniqueArray(
  fc.record({
    person: fc.integer({ min: 0, max: 29 }).map((n) => `p${n}`),
    statement: fc.integer({ min: 0, max: 9 }).map((n) => `s${n}`),
    value: fc.constantFrom<Answer>(1, -1, 0),
  }),
  { selector: ({ person, statement }) => `${person} ${statement}`, maxLength: 250 },
)

test('in whatever order the votes come in, the map is the same', () => {
  fc.assert(
    fc.property(someVotes, fc.integer(), (votes, turn) => {
      const shifted = votes.map((_, index) => votes[(index + Math.abs(turn)) % votes.length] as StatementVote)
      expect(opinionMap(shifted)).toEqual(opinionMap(votes))
    }),
    { numRuns: 60 },
  )
})

test('nobody is in two groups, no group is small, every vote is counted once', () => {
  fc.assert(
    fc.property(someVotes, (votes) => {
      const { groups, statements, projection } = opinionMap(votes)
      const members = groups.flatMap(({ people }) => people)
      expect(new Set(members).size).toBe(members.length)
      for (const { size, people } of groups) {
        expect(size).toBeGreaterThanOrEqual(GROUP_MIN)
        expect(people).toHaveLength(size)
      }
      expect(statements.reduce((sum, each) => sum + each.agree + each.disagree + each.pass, 0)).toBe(
        votes.length,
      )
      for (const { consensus, agree, disagree, pass, byGroup } of statements) {
        expect(consensus).toBeGreaterThan(0)
        expect(consensus).toBeLessThan(1)
        const inGroups = byGroup.reduce((sum, each) => sum + each.agree + each.disagree + each.pass, 0)
        expect(inGroups).toBeLessThanOrEqual(agree + disagree + pass)
      }
      for (const { x, y } of Object.values(projection))
        expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
