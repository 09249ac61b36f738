import type { Instant } from '@yishiting/domain/matter/instant'
import type { Tx } from '../../platform/database/database'
import type { Platform } from '../../platform/platform'
import { labelOf, personOf } from '../compound'
import { COMPOUND_ID } from '../ids'

/** Where a walk takes place: one transaction over the real platform. */
export interface Stage {
  tx: Tx
  platform: Platform
}

/** Somebody of the demo as the caller of an act at a past instant, as a session would make him. */
export function callBy(key: string, now: Instant) {
  const person = personOf(key)
  return {
    compoundId: COMPOUND_ID,
    now,
    ifMatch: null,
    caller: {
      personId: person.id,
      care: person.care,
      label: labelOf(person),
      actor: { id: person.id, roles: person.roles },
    },
  }
}
