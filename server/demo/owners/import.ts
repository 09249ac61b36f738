import type { Instant } from '@yishiting/domain/matter/instant'
import { AREA_SCALE } from '@yishiting/domain/owners/area'
import type { Unit } from '@yishiting/domain/owners/roll'
import { matchHeadings } from '@yishiting/domain/owners/roll-headings'
import { checkRoll } from '@yishiting/domain/owners/roll-lines'
import { sql } from 'kysely'
import { writeOwners } from '../../owners/roll/write-owners'
import { writeVersion } from '../../owners/roll/write-version'
import { moment } from '../../platform/database/database'
import { PEOPLE, personOf } from '../compound'
import { COMPOUND_ID, demoId } from '../ids'
import { makePhone } from '../people/names'
import type { Stage } from '../walk/stage'
import { ROLL_HEADER, rollLines } from './roll'

/** The committee's roll as imported at `at`, by the same reading and writing as a file of theirs. */
export async function importRoll({ tx, platform }: Stage, by: string, at: Instant): Promise<void> {
  const { units: lines, bad } = checkRoll(rollLines(), matchHeadings(ROLL_HEADER))
  if (bad.length > 0) throw new Error(`the roll of the demo is wrong: ${JSON.stringify(bad[0])}`)
  const { secrets } = platform
  const ownerId = await writeOwners(
    tx,
    secrets,
    COMPOUND_ID,
    lines.filter(({ isDevelopers }) => !isDevelopers),
  )
  const units = lines.map(
    ({ code, building, stairwell, use, area, areaSource, owners, isDevelopers }): Unit => ({
      ...{ code, building, stairwell, use, area, areaSource, isDevelopers },
      id: demoId(`roll:${code}`),
      ownerIds: isDevelopers ? [] : owners.map((owner) => ownerId(owner, code)),
    }),
  )
  const area = units.reduce((sum, unit) => sum + (unit.area ?? 0), 0)
  await writeVersion(tx, {
    compoundId: COMPOUND_ID,
    kind: 'import',
    byId: personOf(by).id,
    now: at,
    reason: '不动产登记中心 2026 年查档，业委会核对',
    sourceName: '幸福里业主名册.xlsx',
    before: { version: null, units: [] },
    units,
    // The registry still has a flat of 0.50 ㎡ more: shown on every result.
    registry: { units: units.length, area: area + AREA_SCALE / 2 },
  })
  const idOf = new Map<string, string>()
  for (const { code, owners } of lines) {
    for (const owner of owners) if (owner.phone) idOf.set(owner.phone, ownerId(owner, code))
  }
  const linked = PEOPLE.flatMap((person, index) => {
    const ownerOf = idOf.get(makePhone(index))
    return ownerOf ? [{ ownerOf, personId: person.id }] : []
  })
  await sql`
    update roll_owners o set person_id = l.person_id, linked_at = ${moment(at)}
    from unnest(${linked.map(({ ownerOf }) => ownerOf)}::uuid[], ${linked.map(({ personId }) => personId)}::uuid[]) as l (owner_id, person_id)
    where o.compound_id = ${COMPOUND_ID} and o.id = l.owner_id
  `.execute(tx)
}
