import type { Unit } from '@yishiting/domain/owners/roll'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'
import { newId } from '../../platform/ids'

const PIECE = 10_000

const uuidArray = (ids: readonly string[]): string => `{${ids.join(',')}}`

/** What differs between two versions, by unit id. */
export interface RollChange {
  closed: string[]
  added: Unit[]
}

const sameOwners = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))

const isSame = (one: Unit, other: Unit): boolean =>
  one.code === other.code &&
  one.building === other.building &&
  one.stairwell === other.stairwell &&
  one.use === other.use &&
  one.area === other.area &&
  one.areaSource === other.areaSource &&
  one.isDevelopers === other.isDevelopers &&
  sameOwners(one.ownerIds, other.ownerIds)

/** Rows that changed or vanished are closed; rows that are new or changed are added; all others stay as they stand. */
export function changeBetween(before: readonly Unit[], after: readonly Unit[]): RollChange {
  const was = new Map(before.map((unit) => [unit.id, unit]))
  const kept = new Set<string>()
  for (const unit of after) {
    const old = was.get(unit.id)
    if (old && isSame(old, unit)) kept.add(unit.id)
  }
  return {
    closed: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    added: after.filter(({ id }) => !kept.has(id)),
  }
}

/** Writes the difference as version `version`, ten thousand rows a statement. */
export async function writeUnits(
  tx: Tx,
  compoundId: string,
  version: number,
  { closed, added }: RollChange,
): Promise<void> {
  for (let at = 0; at < closed.length; at += PIECE) {
    await sql`
      update roll_units set until_version = ${version}
      where compound_id = ${compoundId} and until_version is null
        and unit_id = any(${closed.slice(at, at + PIECE)}::uuid[])
    `.execute(tx)
  }
  for (let at = 0; at < added.length; at += PIECE) {
    const piece = added.slice(at, at + PIECE)
    const column = <T>(of: (unit: Unit) => T) => piece.map(of)
    await sql`
      insert into roll_units (compound_id, since_version, row_id, unit_id, code, building, stairwell, use, area, area_source, is_developers, owner_ids)
      select ${compoundId}, ${version}, row_id, unit_id, code, building, stairwell, use, area, source, developers, owners::uuid[]
      from unnest(
        ${column(() => newId())}::uuid[], ${column(({ id }) => id)}::uuid[], ${column(({ code }) => code)}::text[],
        ${column(({ building }) => building)}::text[], ${column(({ stairwell }) => stairwell)}::text[],
        ${column(({ use }) => use)}::text[], ${column(({ area }) => area)}::bigint[],
        ${column(({ areaSource }) => areaSource)}::text[], ${column(({ isDevelopers }) => isDevelopers)}::boolean[],
        ${column(({ ownerIds }) => uuidArray(ownerIds))}::text[]
      ) as given (row_id, unit_id, code, building, stairwell, use, area, source, developers, owners)
    `.execute(tx)
  }
}
