import { publicLabel } from '@yishiting/domain/people/masking'
import type { Role } from '@yishiting/domain/people/roles'
import { COMPOUND_ID, demoId } from './ids'
import { buildingOf } from './people/buildings'
import type { DemoPerson, Sketch } from './people/person'
import { PERSONAS, type PersonaKey } from './people/personas'
import { makeResidents } from './people/residents'
import { STAFF } from './people/staff'

export const COMPOUND = {
  id: COMPOUND_ID,
  name: '幸福里',
  branchPhone: '021-5550-0101',
  propertyPhone: '021-5550-0102',
}

const named: readonly Sketch[] = [...PERSONAS, ...STAFF]

const fromSketch = (sketch: Sketch): DemoPerson => ({
  key: sketch.key,
  id: demoId(`person:${sketch.key}`),
  name: sketch.name,
  roles: sketch.roles,
  home: sketch.home ?? null,
  dutyTitle: sketch.dutyTitle ?? null,
  isSeated: sketch.isSeated ?? false,
  care: sketch.care ?? false,
})

/** The neighbours without those named by hand. */
export const NEIGHBOURS: readonly DemoPerson[] = makeResidents(named)

/** Everybody in the compound. */
export const PEOPLE: readonly DemoPerson[] = [...named.map(fromSketch), ...NEIGHBOURS]

const byKey = new Map(PEOPLE.map((person) => [person.key, person]))

/** @throws when nobody has this key: a slip in a script. */
export function personOf(key: string): DemoPerson {
  const found = byKey.get(key)
  if (!found) throw new Error(`nobody in the demo is called ${key}`)
  return found
}

/** The seated members of the 议事会, in the order of their buildings. */
export const SEATED_MEMBERS: readonly DemoPerson[] = PEOPLE.filter((person) => person.isSeated)

/** How neighbours see somebody: “3 号楼居民”, or his duty. */
export function labelOf(person: DemoPerson): string {
  const building = person.home ? buildingOf(person.home.building).name : null
  return publicLabel({ building, roles: person.roles, dutyTitle: person.dutyTitle })
}

/** The home as a row of `units`; null for those who live elsewhere. */
export function unitIdOf(person: DemoPerson): string | null {
  if (!person.home) return null
  const { building, unit } = person.home
  const found = buildingOf(building).units.find((each) => each.name === unit)
  if (!found) throw new Error(`no unit ${unit} in building ${building}`)
  return found.id
}

export interface PersonaView {
  id: string
  name: string
  roles: Role[]
  label: string
  about: string
}

/** For the persona switcher, in its order. */
export function personaViews(): PersonaView[] {
  return PERSONAS.map(({ key, about }) => {
    const person = personOf(key)
    return { id: person.id, name: person.name, roles: [...person.roles], label: labelOf(person), about }
  })
}

/** The id of a persona, the same in every demo. */
export const personaId = (key: PersonaKey): string => personOf(key).id
