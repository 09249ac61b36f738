import type { owners as operations } from '@yishiting/domain/contract/owners'
import { type Area, parseArea } from '@yishiting/domain/owners/area'
import type { Unit } from '@yishiting/domain/owners/roll'
import { readArea, splitNames, splitNumbers } from '@yishiting/domain/owners/roll-cells'
import type { NamedOwner } from '@yishiting/domain/owners/roll-line'
import { readUnitCode } from '@yishiting/domain/owners/unit-code'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database'
import type { Secrets } from '../../platform/secrets/secrets'
import { currentVersion, unitsOfVersion } from './load'
import { lockRoll } from './lock'
import { refuse } from './refuse'
import { writeOwners } from './write-owners'
import { writeVersion } from './write-version'

interface Correcting {
  compoundId: string
  byId: string
  now: number
  body: z.output<typeof operations.correct.body>
}

const bad = (message: string) => refuse('roll_lines_bad', message)

function areaOf(text: string | null): Area | null {
  if (text === null) return null
  const read = readArea(text)
  if ('problem' in read) throw bad(read.problem)
  return parseArea(text) === null ? null : read.value
}

/** Names and numbers as an import would read them, so that the same owner stays the same. */
export function namedOwner({
  name,
  certificate,
  phone,
}: {
  name: string
  certificate: string
  phone: string
}): NamedOwner {
  const [plain, ...more] = splitNames(name)
  if (plain === undefined || more.length > 0) throw bad('一格写一位业主的姓名，不要几位写在一起。')
  return {
    name: plain,
    certificate: splitNumbers(certificate)[0] ?? null,
    phone: splitNumbers(phone)[0] ?? null,
  }
}

/** What the correction says of the unit; what it does not mention stays. */
async function corrected(
  tx: Tx,
  secrets: Secrets,
  { compoundId, body }: Correcting,
  unit: Unit,
): Promise<Unit> {
  const next: Unit = {
    ...unit,
    area: body.area === undefined ? unit.area : areaOf(body.area),
    areaSource: body.areaSource === undefined ? unit.areaSource : body.areaSource,
    use: body.use ?? unit.use,
    isDevelopers: body.isDevelopers ?? unit.isDevelopers,
  }
  if (next.isDevelopers) return { ...next, ownerIds: [] }
  if (body.owners === undefined) return next
  const named = body.owners.map(namedOwner)
  const idOf = await writeOwners(tx, secrets, compoundId, [{ code: unit.code, owners: named }])
  return { ...next, ownerIds: [...new Set(named.map((owner) => idOf(owner, unit.code)))] }
}

/**
 * Corrects one unit as a new version of the roll; earlier versions, and votes frozen on them, stay as they are.
 * @throws roll_missing, unit_unknown, roll_lines_bad
 */
export async function correctUnit(tx: Tx, secrets: Secrets, correcting: Correcting): Promise<number> {
  const { compoundId, byId, now, body } = correcting
  await lockRoll(tx, compoundId)
  const version = await currentVersion(tx, compoundId)
  if (version === null) throw refuse('roll_missing', '还没有名册，请先导入。')
  const { code } = readUnitCode(body.unitCode)
  const units = await unitsOfVersion(tx, compoundId, version)
  const unit = units.find((each) => each.code === code)
  if (!unit) throw refuse('unit_unknown', `名册里没有房号 ${code}。`)
  const next = await corrected(tx, secrets, correcting, unit)
  if (next.ownerIds.length === 0 && !next.isDevelopers && next.use !== 'common') {
    throw bad('没有业主，也没有标明开发商未售。')
  }
  const registry = await tx
    .selectFrom('rollVersions')
    .select(['registryUnitCount as units', 'registryArea as area'])
    .where('compoundId', '=', compoundId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return writeVersion(tx, {
    ...{ compoundId, byId, now, reason: body.reason, sourceName: '', registry },
    kind: 'correction',
    before: { version, units },
    units: units.map((each) => (each === unit ? next : each)),
  })
}
