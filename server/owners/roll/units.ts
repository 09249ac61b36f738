import type { RollUnitView } from '@yishiting/domain/contract/owners'
import { formatArea } from '@yishiting/domain/owners/area'
import { type AreaSource, SPECIAL_USES, type UnitUse } from '@yishiting/domain/owners/roll'
import { plainBuilding, readUnitCode } from '@yishiting/domain/owners/unit-code'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { ProblemError } from '../../platform/http/problems'

interface Asked {
  limit: number
  cursor?: string
  building?: string
  code?: string
  only?: 'without_area' | 'without_owner' | 'special'
}

interface Row {
  unitId: string
  code: string
  building: string
  stairwell: string
  use: UnitUse
  area: number | null
  areaSource: AreaSource | null
  isDevelopers: boolean
  owners: { id: string; maskedName: string; isLinked: boolean }[]
}

const ONLY = {
  without_area: sql`u.area is null and u.use <> 'common'`,
  without_owner: sql`u.owner_ids = '{}' and not u.is_developers`,
  special: sql`u.use = any(${[...SPECIAL_USES]}::text[])`,
}

const CODE_MAX = 100
function codeOfCursor(cursor: string): string {
  const code = Buffer.from(cursor, 'base64url').toString('utf8')
  if (code === '' || code.length > CODE_MAX || code.includes('\0')) {
    throw new ProblemError('bad_input', { detail: '翻页的位置不对，请从头看起。' })
  }
  return code
}

/** A code typed by hand, or the beginning of one: “3-2” finds all of stairwell 2 of building 3. */
const startOf = (code: string): string => `${readUnitCode(code).code.replace(/[\\%_]/g, '\\$&')}%`

/** The units of the current version by their code, names masked; by keyset. */
export async function listUnits(queries: Queries, compoundId: string, asked: Asked) {
  const conditions = [sql`u.compound_id = ${compoundId} and u.until_version is null`]
  if (asked.cursor) conditions.push(sql`u.code collate "C" > ${codeOfCursor(asked.cursor)}`)
  if (asked.building) conditions.push(sql`u.building = ${plainBuilding(asked.building)}`)
  if (asked.code) conditions.push(sql`u.code like ${startOf(asked.code)}`)
  if (asked.only) conditions.push(ONLY[asked.only])
  const { rows } = await sql<Row>`
    select u.unit_id, u.code, u.building, u.stairwell, u.use, u.area, u.area_source, u.is_developers,
      coalesce((select json_agg(json_build_object('id', o.id, 'maskedName', o.masked_name, 'isLinked', o.person_id is not null)
          order by array_position(u.owner_ids, o.id))
        from roll_owners o where o.compound_id = u.compound_id and o.id = any(u.owner_ids)), '[]') as owners
    from roll_units u where ${sql.join(conditions, sql` and `)}
    order by u.code collate "C" limit ${asked.limit + 1}
  `.execute(queries)
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    units: page.map(
      (row): RollUnitView => ({ ...row, area: row.area === null ? null : formatArea(row.area) }),
    ),
    next: rows.length > asked.limit && last ? Buffer.from(last.code).toString('base64url') : null,
  }
}
