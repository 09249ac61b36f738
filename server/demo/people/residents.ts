import type { Role } from '@yishiting/domain/people/roles'
import { type Chance, chance } from '../chance'
import { demoId } from '../ids'
import { BUILDINGS, type DemoBuilding } from './buildings'
import { makeName } from './names'
import type { DemoPerson, Sketch } from './person'

/** Some 1.4 grown-ups a household, one household in five renting. */
function household(by: Chance, isTaken: boolean): Role[] {
  if (isTaken) return by.next() < 0.4 ? ['family'] : []
  if (by.next() < 0.2) return by.next() < 0.25 ? ['tenant', 'tenant'] : ['tenant']
  return by.next() < 0.46 ? ['owner', 'family'] : ['owner']
}

function residentsOf(building: DemoBuilding, taken: ReadonlySet<string>): DemoPerson[] {
  const by = chance(`residents:${building.number}`)
  const people: DemoPerson[] = []
  for (const unit of building.units) {
    for (const role of household(by, taken.has(unit.id))) {
      const key = `${building.number}-${people.length + 1}`
      people.push({
        key,
        id: demoId(`person:${key}`),
        name: makeName(by),
        roles: [role],
        home: { building: building.number, unit: unit.name },
        dutyTitle: null,
        isSeated: false,
        care: false,
      })
    }
  }
  return people
}

// One 议事员 a building (3 and 12 have theirs among the personas), and one more in three of the largest.
const SEATED = new Set([
  ...[1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18].map((number) => `${number}-1`),
  '7-9',
  '13-6',
  '17-8',
])

/** The neighbours: everybody who lives here and was not named by hand, as `<building>-<n>`. */
export function makeResidents(named: readonly Sketch[]): DemoPerson[] {
  const taken = new Set(
    named.flatMap(({ home }) => {
      const building = home ? BUILDINGS[home.building - 1] : undefined
      const unit = building?.units.find((each) => each.name === home?.unit)
      return unit ? [unit.id] : []
    }),
  )
  return BUILDINGS.flatMap((building) => residentsOf(building, taken)).map((person) => ({
    ...person,
    isSeated: SEATED.has(person.key),
  }))
}
