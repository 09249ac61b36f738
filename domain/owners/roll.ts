import type { Instant } from '../matter/instant'
import type { Area } from './area'

/** What a 专有部分 is used for. Parking, storage and basements are “special spaces”: the rule set says whether they count. */
export const UNIT_USES = {
  dwelling: '住宅',
  shop: '商铺',
  office: '办公',
  parking: '车位',
  storage: '储藏室',
  basement: '地下室',
  common: '公共用房',
} as const
export type UnitUse = keyof typeof UNIT_USES
export const SPECIAL_USES: readonly UnitUse[] = ['parking', 'storage', 'basement']

/** Where the area comes from, best first (法释 on 建筑物区分所有权 8: register, else survey, else contract). */
export const AREA_SOURCES = { register: '不动产登记簿', survey: '测绘成果', contract: '买卖合同' } as const
export type AreaSource = keyof typeof AREA_SOURCES

/** One 专有部分 of the frozen roll (业主名册). */
export interface Unit {
  id: string
  /** As people call it, unique in a roll: “3-2-501”. */
  code: string
  building: string
  stairwell: string
  use: UnitUse
  /** null: not known; then many outcomes cannot be certified. */
  area: Area | null
  areaSource: AreaSource | null
  /** Ids of all who own it together. The SET is the counting key. Empty only for the developer's. */
  ownerIds: readonly string[]
  /** Unsold, or sold and not yet handed over: all of these together are one person (法释 9). */
  isDevelopers: boolean
}

/** A unit that changed hands while voting was open (RULES.md §4.13). */
export interface Transfer {
  unitId: string
  at: Instant
  toOwnerIds: readonly string[]
}

/** Whom a vote concerns: the whole compound, some buildings, or one stairwell. */
export type Scope =
  | { type: 'compound' }
  | { type: 'buildings'; buildings: readonly string[] }
  | { type: 'stairwell'; building: string; stairwell: string }

/** The counting key: owners as a sorted set, or the developer. Two units with the same set are one person. */
export type KeyId = string
export const DEVELOPER_KEY: KeyId = 'developer'

/** Its owners, each once, sorted. */
export function ownersOf({ ownerIds }: Pick<Unit, 'ownerIds'>): readonly string[] {
  return ownerIds.length === 1 ? ownerIds : [...new Set(ownerIds)].sort()
}

/** The key of a unit: its owners' ids, sorted and joined by “+”. */
export function keyOf(unit: Pick<Unit, 'ownerIds' | 'isDevelopers'>): KeyId {
  return unit.isDevelopers ? DEVELOPER_KEY : ownersOf(unit).join('+')
}
