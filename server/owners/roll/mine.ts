import type { StandingInRoll } from '@yishiting/domain/contract/owners'
import { formatArea } from '@yishiting/domain/owners/area'
import type { AreaSource, Unit, UnitUse } from '@yishiting/domain/owners/roll'
import { problemOfMine, standingInRoll } from '@yishiting/domain/owners/standing-in-roll'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import type { Secrets } from '../../platform/secrets/secrets'
import { currentVersion } from './load'
import { requestsOf } from './requests'

interface Row {
  id: string
  code: string
  building: string
  stairwell: string
  use: UnitUse
  area: number | null
  areaSource: AreaSource | null
  ownerIds: string[]
  isDevelopers: boolean
  maskedNames: string[]
}

/** My units in the current version of the roll, all owners' names masked. */
async function myUnits(queries: Queries, compoundId: string, ownerIds: readonly string[]): Promise<Row[]> {
  if (ownerIds.length === 0) return []
  const { rows } = await sql<Row>`
    select u.unit_id as id, u.code, u.building, u.stairwell, u.use, u.area, u.area_source, u.owner_ids, u.is_developers,
      array(select o.masked_name from roll_owners o where o.compound_id = u.compound_id and o.id = any(u.owner_ids)
        order by array_position(u.owner_ids, o.id)) as masked_names
    from roll_units u
    where u.compound_id = ${compoundId} and u.until_version is null and u.owner_ids && ${[...ownerIds]}::uuid[]
    order by u.code collate "C"
  `.execute(queries)
  return rows
}

async function myOwnerIds(queries: Queries, compoundId: string, personId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('rollOwners')
    .select('id')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .execute()
  return rows.map(({ id }) => id)
}

/** “我能投票吗？”, by the roll as it stands now. */
export async function viewMine(
  queries: Queries,
  secrets: Secrets,
  compoundId: string,
  personId: string,
): Promise<StandingInRoll> {
  const version = await currentVersion(queries, compoundId)
  const ownerIds = await myOwnerIds(queries, compoundId, personId)
  const rows = await myUnits(queries, compoundId, ownerIds)
  const mine = { hasRoll: version !== null, ownerIds, units: rows as readonly Unit[] }
  return {
    rollVersion: version,
    units: rows.map((unit) => ({
      code: unit.code,
      use: unit.use,
      area: unit.area === null ? null : formatArea(unit.area),
      areaSource: unit.areaSource,
      owners: unit.maskedNames,
      problem: problemOfMine(unit, mine),
    })),
    ...standingInRoll(mine),
    requests: await requestsOf(queries, secrets, compoundId, personId),
  }
}
