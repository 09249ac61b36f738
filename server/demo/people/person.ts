import type { Role } from '@yishiting/domain/people/roles'

export interface DemoPerson {
  /** The short name by which scripts speak of him, e.g. `secretary`, `3-12`. */
  key: string
  id: string
  name: string
  roles: readonly Role[]
  /** `null`: works here, lives elsewhere */
  home: { building: number; unit: string } | null
  dutyTitle: string | null
  /** 议事员 */
  isSeated: boolean
  /** 长辈版 */
  care: boolean
}

/** As written by hand: what is left out is the ordinary case. */
export interface Sketch {
  key: string
  name: string
  roles: readonly Role[]
  home?: DemoPerson['home']
  dutyTitle?: string
  isSeated?: boolean
  care?: boolean
}
