import type { CompoundView } from '@yishiting/domain/contract/people'
import { TOPIC_CODES, TOPICS } from '@yishiting/domain/sort/topics'
import { EMERGENCY_NUMBERS } from '@yishiting/domain/speak/emergency'
import type { Queries } from '../platform/database/database'

/** What every page of a compound needs once: buildings, topics, telephone numbers. */
export async function viewCompound(queries: Queries, compoundId: string): Promise<CompoundView> {
  const compound = await queries
    .selectFrom('compounds')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .executeTakeFirstOrThrow()
  const buildings = await queries
    .selectFrom('buildings')
    .select(['id', 'name'])
    .where('compoundId', '=', compoundId)
    .orderBy('position')
    .execute()
  const households = await queries
    .selectFrom('units')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', compoundId)
    .executeTakeFirstOrThrow()
  return {
    id: compoundId,
    name: compound.name,
    branchPhone: compound.branchPhone,
    propertyPhone: compound.propertyPhone,
    households: Number(households.n),
    buildings,
    topics: TOPIC_CODES.map((code) => ({ code, name: TOPICS[code] })),
    emergency: EMERGENCY_NUMBERS.map((each) => ({ ...each })),
  }
}
