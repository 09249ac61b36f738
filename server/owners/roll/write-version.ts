import type { Unit } from '@yishiting/domain/owners/roll'
import { moment, type Tx } from '../../platform/database/database'
import { appendJournal } from '../../platform/journal/append'
import { rollDigest } from './digest'
import { changeBetween, writeUnits } from './write-units'

/** A new version of the roll: what it was, what it shall be, who says so and why. */
export interface NewVersion {
  compoundId: string
  kind: 'import' | 'correction'
  byId: string
  now: number
  reason: string
  sourceName: string
  before: { version: number | null; units: readonly Unit[] }
  units: readonly Unit[]
  registry: { units: number | null; area: number | null }
}

/** Writes it in the caller's transaction, under the roll's lock, with its journal row; answers with its number. */
export async function writeVersion(tx: Tx, next: NewVersion): Promise<number> {
  const { compoundId, kind, byId, now, reason, before, units, registry } = next
  const version = (before.version ?? 0) + 1
  const area = units.reduce((sum, unit) => sum + (unit.area ?? 0), 0)
  const change = changeBetween(before.units, units)
  const digest = await rollDigest(units)
  await tx
    .insertInto('rollVersions')
    .values({
      ...{ compoundId, version, kind, byId, reason, digest, area },
      at: moment(now),
      sourceName: next.sourceName,
      unitCount: units.length,
      registryUnitCount: registry.units,
      registryArea: registry.area,
    })
    .execute()
  await writeUnits(tx, compoundId, version, change)
  await appendJournal(tx, {
    ...{ compoundId, at: now, actorId: byId, reason },
    kind: kind === 'import' ? 'roll_imported' : 'roll_corrected',
    extra: {
      version,
      units: units.length,
      added: change.added.length,
      closed: change.closed.length,
      digest: digest.toString('hex'),
    },
  })
  return version
}
