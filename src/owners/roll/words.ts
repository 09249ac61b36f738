import type { RollRequestView, RollUnitView, RollView } from '@yishiting/domain/contract/owners'
import { AREA_SOURCES, UNIT_USES } from '@yishiting/domain/owners/roll'
import { areaWords } from '../words'

/** “住宅 · 83.25 ㎡（不动产登记簿）” */
export function unitLine({ use, area, areaSource }: RollUnitView): string {
  const source = area !== null && areaSource !== null ? `（${AREA_SOURCES[areaSource]}）` : ''
  return `${UNIT_USES[use]} · ${areaWords(area)}${source}`
}

/** “张**、李* · 已绑定手机”: who owns it together, and whether they can vote on the phone. */
export function ownersLine({ owners, isDevelopers }: RollUnitView): string {
  if (isDevelopers) return '开发商未售'
  if (owners.length === 0) return '没有登记业主'
  const names = owners.map((owner) => owner.maskedName).join('、')
  const linked = owners.filter((owner) => owner.isLinked).length
  if (linked === 0) return `${names} · 还没绑定手机`
  return linked === owners.length ? `${names} · 已绑定手机` : `${names} · 其中 ${linked} 位绑定了手机`
}

/** How the roll differs from what the registry states; empty when nothing is known or it does not. */
export function registryLine({ registry }: Pick<RollView, 'registry'>): string {
  const { unitDifference: units, areaDifference: area } = registry
  const found = [
    units !== null && units !== 0 && `${units > 0 ? '多' : '少'} ${Math.abs(units)} 户`,
    area !== null &&
      !/^-?0+(\.0+)?$/.test(area) &&
      `${area.startsWith('-') ? '少' : '多'} ${area.replace('-', '')} ㎡`,
  ].filter(Boolean)
  return found.length > 0 ? `名册比登记机构的总数${found.join('，')}。公布结果时会一起写明。` : ''
}

export const ABOUT: Record<RollRequestView['about'], string> = {
  unit: '房屋',
  owners: '业主',
  area: '面积',
  mandate: '委托',
  other: '其他',
}
