import type { AreaSource, Unit, UnitUse } from '@yishiting/domain/owners/roll'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'

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
}

/** The newest version of the roll; null while there is none. */
export async function currentVersion(queries: Queries, compoundId: string): Promise<number | null> {
  const row = await queries
    .selectFrom('rollVersions')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('compoundId', '=', compoundId)
    .executeTakeFirst()
  return row?.version ?? null
}

/** All units as version `version` of the roll has them, in the order of their codes' characters. */
export async function unitsOfVersion(queries: Queries, compoundId: string, version: number): Promise<Unit[]> {
  const { rows } = await sql<Row>`
    select unit_id as id, code, building, stairwell, use, area, area_source, owner_ids, is_developers
    from roll_units
    where compound_id = ${compoundId} and since_version <= ${version}
      and (until_version is null or until_version > ${version})
    order by code collate "C"
  `.execute(queries)
  return rows
}
