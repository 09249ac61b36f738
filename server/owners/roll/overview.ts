import type { RollView } from '@yishiting/domain/contract/owners'
import { formatArea } from '@yishiting/domain/owners/area'
import { keyOf, type Unit } from '@yishiting/domain/owners/roll'
import { overlapInWords, overlaps } from '@yishiting/domain/owners/roll-warnings'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { iso } from '../../platform/matters/cards'
import { unitsOfVersion } from './load'

const VERSIONS_SHOWN = 50
const FLAGS_SHOWN = 100

const sumOf = (units: readonly Unit[]): number => units.reduce((sum, { area }) => sum + (area ?? 0), 0)

function buildingsOf(units: readonly Unit[]): RollView['buildings'] {
  const byBuilding = new Map<string, Unit[]>()
  for (const unit of units) {
    const of = byBuilding.get(unit.building)
    if (of) of.push(unit)
    else byBuilding.set(unit.building, [unit])
  }
  const inOrder = new Intl.Collator('zh', { numeric: true }).compare
  return [...byBuilding]
    .sort(([one], [other]) => inOrder(one, other))
    .map(([building, of]) => ({
      building,
      stairwells: [...new Set(of.map(({ stairwell }) => stairwell).filter(Boolean))].sort(inOrder),
      units: of.length,
      area: formatArea(sumOf(of)),
    }))
}

/** Units that share an owner and yet are different keys; and one person of the hall whom the roll has as several owners. */
async function flagsOf(queries: Queries, compoundId: string, units: readonly Unit[]): Promise<string[]> {
  const keyed = units
    .filter(({ isDevelopers, ownerIds }) => !isDevelopers && ownerIds.length > 0)
    .map((unit) => ({ code: unit.code, key: keyOf(unit), ownerIds: unit.ownerIds }))
  const flags = overlaps(keyed).map(overlapInWords)
  const { rows } = await sql<{ maskedName: string }>`
    select min(masked_name) as masked_name from roll_owners
    where compound_id = ${compoundId} and person_id is not null group by person_id having count(*) > 1
  `.execute(queries)
  for (const { maskedName } of rows) {
    flags.push(`${maskedName}认领时对上了名册里的几位业主，很可能是同一个人，请把证件号码补全。`)
  }
  return flags.slice(0, FLAGS_SHOWN)
}

/** Everything about the roll on one page: totals, the register's totals beside them, buildings, versions, what to look at. */
export async function viewRoll(queries: Queries, compoundId: string): Promise<RollView> {
  const versions = await queries
    .selectFrom('rollVersions')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .orderBy('version', 'desc')
    .limit(VERSIONS_SHOWN)
    .execute()
  const { open } = await queries
    .selectFrom('rollRequests')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('compoundId', '=', compoundId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  const [current] = versions
  const units = current ? await unitsOfVersion(queries, compoundId, current.version) : []
  const counted = units.filter(({ use }) => use !== 'common')
  const area = sumOf(units)
  const registry = { units: current?.registryUnitCount ?? null, area: current?.registryArea ?? null }
  return {
    version: current?.version ?? null,
    units: units.length,
    people: new Set(counted.map(keyOf)).size,
    area: formatArea(area),
    withoutArea: counted.filter((unit) => unit.area === null).length,
    registry: {
      units: registry.units,
      area: registry.area === null ? null : formatArea(registry.area),
      unitDifference: registry.units === null ? null : units.length - registry.units,
      areaDifference: registry.area === null ? null : differenceInWords(area - registry.area),
    },
    buildings: buildingsOf(units),
    versions: versions.map((each) => ({
      version: each.version,
      kind: each.kind as 'import' | 'correction',
      at: iso(each.at),
      reason: each.reason,
      sourceName: each.sourceName,
      digest: each.digest.toString('hex'),
    })),
    openRequests: Number(open),
    flags: await flagsOf(queries, compoundId, units),
  }
}

/** “-12.50”: the roll has so many ㎡ more (or fewer) than the register says. */
const differenceInWords = (area: number): string => `${area < 0 ? '-' : ''}${formatArea(Math.abs(area))}`
