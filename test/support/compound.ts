import { ROLE_CODES, ROLES, type Role } from '@yishiting/domain/people/roles'
import { moment } from '../../server/platform/database/database'
import { newId } from '../../server/platform/ids'
import type { Platform } from '../../server/platform/platform'
import { addPerson, type TestPerson } from './people'

export interface TestCompound {
  id: string
  buildingId: string
  unitIds: string[]
  /** One person for each role. */
  people: Record<Role, TestPerson>
  /** 议事员: `seats` of them, owners. */
  seated: TestPerson[]
}

async function addUnits(platform: Platform, compoundId: string, buildingId: string): Promise<string[]> {
  const unitIds = Array.from({ length: 6 }, newId)
  await platform.db
    .insertInto('buildings')
    .values({ compoundId, id: buildingId, name: '5 号楼', position: 5 })
    .execute()
  await platform.db
    .insertInto('units')
    .values(unitIds.map((id, index) => ({ compoundId, id, buildingId, name: `1 单元 ${index + 1}01` })))
    .execute()
  return unitIds
}

const LIVES_HERE: readonly Role[] = ['owner', 'family', 'tenant']

async function addRolePeople(
  platform: Platform,
  compoundId: string,
  unitIds: readonly string[],
): Promise<Record<Role, TestPerson>> {
  const people: Partial<Record<Role, TestPerson>> = {}
  for (const [index, role] of ROLE_CODES.entries()) {
    const livesHere = LIVES_HERE.includes(role)
    people[role] = await addPerson(platform, compoundId, {
      name: `甲${ROLES[role]}乙`,
      roles: [role],
      ...(livesHere
        ? { unitId: unitIds[index % unitIds.length] ?? null, building: '5 号楼' }
        : { dutyTitle: ROLES[role] }),
    })
  }
  return people as Record<Role, TestPerson>
}

/** A small compound with a person in every role. */
export async function addCompound(
  platform: Platform,
  options: { name?: string; seats?: number } = {},
): Promise<TestCompound> {
  const id = newId()
  const buildingId = newId()
  await platform.db
    .insertInto('compounds')
    .values({ compoundId: id, name: options.name ?? '试验里', createdAt: moment(platform.clock.now()) })
    .execute()
  const unitIds = await addUnits(platform, id, buildingId)
  const people = await addRolePeople(platform, id, unitIds)
  const seated: TestPerson[] = []
  for (let seat = 1; seat <= (options.seats ?? 0); seat += 1) {
    const sketch = { name: `议员${seat}`, roles: ['owner'] as const, building: '5 号楼', isSeated: true }
    seated.push(await addPerson(platform, id, { ...sketch, unitId: unitIds[0] ?? null }))
  }
  return { id, buildingId, unitIds, people, seated }
}
