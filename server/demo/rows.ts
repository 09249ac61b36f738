import type { Instant } from '@yishiting/domain/matter/instant'
import { moment, type Tx } from '../platform/database/database'
import type { Secrets } from '../platform/secrets/secrets'
import { COMPOUND, labelOf, PEOPLE, unitIdOf } from './compound'
import { BUILDINGS } from './people/buildings'
import { makePhone } from './people/names'

async function insertHouses(tx: Tx): Promise<void> {
  const compoundId = COMPOUND.id
  const buildings = BUILDINGS.map(({ id, name, number }) => ({ compoundId, id, name, position: number }))
  const units = BUILDINGS.flatMap((building) => building.units.map((unit) => ({ compoundId, ...unit })))
  await tx.insertInto('buildings').values(buildings).execute()
  await tx.insertInto('units').values(units).execute()
}

async function insertPeople(tx: Tx, secrets: Secrets, at: Date): Promise<void> {
  const people = PEOPLE.map((person, index) => ({
    id: person.id,
    sealedName: secrets.seal(person.name),
    sealedPhone: secrets.seal(makePhone(index)),
    care: person.care,
    createdAt: at,
  }))
  const members = PEOPLE.map((person) => ({
    compoundId: COMPOUND.id,
    personId: person.id,
    roles: [...person.roles],
    unitId: unitIdOf(person),
    dutyTitle: person.dutyTitle,
    label: labelOf(person),
    isSeated: person.isSeated,
    joinedAt: at,
  }))
  await tx.insertInto('people').values(people).execute()
  await tx.insertInto('members').values(members).execute()
}

/** The compound, its houses and its people. `at`: when they joined. */
export async function insertCompound(tx: Tx, secrets: Secrets, at: Instant): Promise<void> {
  const { id, name, branchPhone, propertyPhone } = COMPOUND
  await tx
    .insertInto('compounds')
    .values({ compoundId: id, name, branchPhone, propertyPhone, createdAt: moment(at) })
    .execute()
  await insertHouses(tx)
  await insertPeople(tx, secrets, moment(at))
}
