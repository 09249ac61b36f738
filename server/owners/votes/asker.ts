import type { Actor } from '@yishiting/domain/people/roles'

/** Who looks at a vote, and when. */
export interface Asker {
  compoundId: string
  actor: Actor
  now: number
}
