import type { Instant } from '@yishiting/domain/matter/instant'
import type { Stage } from './stage'

/** Something that happens in the hall beside the steps of one matter. */
export interface HallAct {
  kind: 'hall'
  at: Instant
  name: string
  run(stage: Stage, at: Instant): Promise<unknown>
}
