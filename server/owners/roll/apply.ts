import type { owners } from '@yishiting/domain/contract/owners'
import { parseArea } from '@yishiting/domain/owners/area'
import type { Unit } from '@yishiting/domain/owners/roll'
import type { RollLine } from '@yishiting/domain/owners/roll-line'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { newId } from '../../platform/ids'
import type { Secrets } from '../../platform/secrets/secrets'
import { checkUploaded } from './check'
import { loadImport } from './imports'
import { keepLinks } from './keep-links'
import { currentVersion, unitsOfVersion } from './load'
import { lockRoll } from './lock'
import { refuse } from './refuse'
import { type OwnerIds, writeOwners } from './write-owners'
import { writeVersion } from './write-version'

interface Applying {
  compoundId: string
  importId: string
  byId: string
  now: number
  body: z.output<typeof owners.applyImport.body>
}

const CHANGED = '您传文件之后，名册又有了新的版本，这次没有导入。请先看最新的名册，再重新传文件。'

/** A code that was in the roll keeps its unit's id, whatever else changed. */
function unitsOf(lines: readonly RollLine[], before: readonly Unit[], ownerId: OwnerIds): Unit[] {
  const idOf = new Map(before.map(({ code, id }) => [code, id]))
  return lines.map(({ code, building, stairwell, use, area, areaSource, owners, isDevelopers }) => ({
    ...{ code, building, stairwell, use, area, areaSource, isDevelopers },
    id: idOf.get(code) ?? newId(),
    ownerIds: isDevelopers ? [] : owners.map((owner) => ownerId(owner, code)),
  }))
}

/**
 * Makes an uploaded file the new version of the roll: all of it or nothing.
 * @throws roll_lines_bad when any line is bad; import_used the second time; roll_changed when the roll is not the one that
 * the file was sent to replace, or somebody else is replacing it just now
 */
export async function applyImport(tx: Tx, secrets: Secrets, applying: Applying): Promise<number> {
  const { compoundId, importId, byId, now, body } = applying
  await lockRoll(tx, compoundId)
  const { row, roll } = await loadImport(tx, secrets, compoundId, importId, 'update')
  const version = await currentVersion(tx, compoundId)
  if (version !== roll.baseVersion) throw refuse('roll_changed', CHANGED)
  const { units: lines, bad } = await checkUploaded(roll, body.mapping)
  if (bad.length > 0) {
    const [first] = bad
    const message = `有 ${bad.length} 行有错，一行也没有导入。第 ${first?.line} 行：${first?.reason}`
    throw refuse('roll_lines_bad', message, { bad: bad.length })
  }
  if (lines.length === 0) throw refuse('roll_lines_bad', '表里一户也没有。', { bad: 0 })
  const before = version === null ? [] : await unitsOfVersion(tx, compoundId, version)
  const counted = lines.filter(({ isDevelopers }) => !isDevelopers)
  await keepLinks(tx, secrets, compoundId, counted)
  const ownerId = await writeOwners(tx, secrets, compoundId, counted)
  const made = await writeVersion(tx, {
    ...{ compoundId, byId, now, reason: body.reason, sourceName: row.fileName },
    kind: 'import',
    before: { version, units: before },
    units: unitsOf(lines, before, ownerId),
    registry: {
      units: body.registryUnits,
      area: body.registryArea === null ? null : parseArea(body.registryArea),
    },
  })
  await tx
    .updateTable('rollImports')
    .set({ appliedAt: moment(now), sealedRows: Buffer.alloc(0) })
    .where('compoundId', '=', compoundId)
    .where('id', '=', importId)
    .execute()
  return made
}
