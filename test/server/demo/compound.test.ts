import { ROLE_CODES } from '@yishiting/domain/people/roles'
import {
  labelOf,
  NEIGHBOURS,
  PEOPLE,
  personaId,
  personaViews,
  personOf,
  SEATED_MEMBERS,
  unitIdOf,
} from '../../../server/demo/compound'
import { BUILDINGS } from '../../../server/demo/people/buildings'
import { makePhone } from '../../../server/demo/people/names'

test('300 households in 18 buildings, some 420 grown-ups and everybody with a duty', () => {
  const units = BUILDINGS.flatMap((building) => building.units)
  expect(BUILDINGS).toHaveLength(18)
  expect(units).toHaveLength(300)
  expect(new Set(units.map((unit) => unit.id)).size).toBe(300)
  const residents = PEOPLE.filter((person) => person.home !== null)
  expect(residents.length).toBeGreaterThan(400)
  expect(residents.length).toBeLessThan(460)
  expect(SEATED_MEMBERS).toHaveLength(21)
  for (const role of ROLE_CODES) {
    expect(PEOPLE.filter((person) => person.roles.includes(role)).length).toBeGreaterThan(0)
  }
})

test('everybody lives in a home that exists, and is one person', () => {
  for (const person of PEOPLE) if (person.home) expect(unitIdOf(person)).not.toBeNull()
  expect(new Set(PEOPLE.map((person) => person.id)).size).toBe(PEOPLE.length)
  expect(new Set(PEOPLE.map((person) => person.key)).size).toBe(PEOPLE.length)
  expect(personOf('3-1').home?.building).toBe(3)
})

test('telephone numbers are plainly made up', () => {
  for (const index of PEOPLE.keys()) expect(makePhone(index)).toMatch(/^1990000\d{4}$/)
})

test('the persona switcher: who one can be, and what for', () => {
  const personas = personaViews()
  expect(personas.length).toBeGreaterThanOrEqual(14)
  expect(new Set(personas.map((persona) => persona.name)).size).toBe(personas.length)
  for (const persona of personas) expect(persona.about.length).toBeGreaterThan(6)
  expect(personas.find((persona) => persona.id === personaId('zhang'))).toMatchObject({
    roles: ['owner'],
    label: '3 号楼居民',
  })
  expect(labelOf(personOf('property'))).toBe('物业工程部')
  expect(personOf('wu').care).toBe(true)
  // No neighbour made by chance is one of them.
  const neighbours = new Set(NEIGHBOURS.map((person) => person.id))
  expect(personas.filter((persona) => neighbours.has(persona.id))).toEqual([])
})
