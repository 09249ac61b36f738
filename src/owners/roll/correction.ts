import type { BodyOf } from '@yishiting/domain/contract'
import type { RollUnitView } from '@yishiting/domain/contract/owners'
import { parseArea } from '@yishiting/domain/owners/area'
import type { AreaSource, UnitUse } from '@yishiting/domain/owners/roll'

export interface OwnerLine {
  key: string
  name: string
  certificate: string
  phone: string
}

/** One unit being put right. Owners are written anew or left alone: the roll shows them only masked. */
export interface Correction {
  area: string
  areaSource: AreaSource | null
  use: UnitUse
  isDevelopers: boolean
  /** null: left as they are. */
  owners: readonly OwnerLine[] | null
  reason: string
}

export const correctionOf = (unit: RollUnitView): Correction => ({
  area: unit.area ?? '',
  areaSource: unit.areaSource,
  use: unit.use,
  isDevelopers: unit.isDevelopers,
  owners: null,
  reason: '',
})

const AREA_WRONG = '面积要写成数字，最多四位小数，例如 83.25。'

/** What is still missing or wrong, by field. */
export function correctionErrors(unit: RollUnitView, now: Correction): Record<string, string | undefined> {
  const area = now.area.trim()
  const isSame = JSON.stringify({ ...now, reason: '' }) === JSON.stringify(correctionOf(unit))
  return {
    area: area !== '' && !parseArea(area) ? AREA_WRONG : undefined,
    source: area !== '' && now.areaSource === null ? '请选面积是从哪里来的。' : undefined,
    owners: now.owners?.some((owner) => owner.name.trim() === '') ? '每一位都要写姓名。' : undefined,
    reason:
      now.reason.trim() === '' ? '请写明原因，以后查得到。' : isSame ? '还没有改动任何一项。' : undefined,
  }
}

/** Only what is different travels: what nobody touched cannot be overwritten with something old. */
export function correctionBody(unit: RollUnitView, now: Correction): BodyOf<'owners.correct'> {
  const before = correctionOf(unit)
  const area = now.area.trim()
  const areaChanged = area !== before.area || now.areaSource !== before.areaSource
  return {
    unitCode: unit.code,
    ...(areaChanged && { area: area === '' ? null : area, areaSource: area === '' ? null : now.areaSource }),
    ...(now.use !== before.use && { use: now.use }),
    ...(now.isDevelopers !== before.isDevelopers && { isDevelopers: now.isDevelopers }),
    ...(now.owners !== null && {
      owners: now.owners.map(({ name, certificate, phone }) => ({
        name: name.trim(),
        certificate: certificate.trim(),
        phone: phone.trim(),
      })),
    }),
    reason: now.reason.trim(),
  }
}
