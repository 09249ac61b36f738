import { DAY, type Instant } from '../matter/instant'
import { accept, type Result, refuse } from '../matter/refusals'

/** What can be demanded with signatures (RULES.md §2, practice): an 议事会 by half of the seated members, a 听证会 by a fifth of the residents. */
export type PetitionKind = 'deliberation' | 'hearing'

export const PETITION_SHARES: Record<PetitionKind, readonly [part: number, whole: number]> = {
  deliberation: [1, 2],
  hearing: [1, 5],
}

/** Who counts, in words. */
export const PETITION_BASES: Record<PetitionKind, string> = {
  deliberation: '议事员',
  hearing: '住户',
}

/** It gathers signatures for so long. */
export const PETITION_OPEN_FOR: Instant = 30 * DAY

/** Signatures needed out of `base` people, rounded up: exactly half of 20 is 10, of 21 is 11; never none. */
export function petitionNeeded(kind: PetitionKind, base: number): number {
  const [part, whole] = PETITION_SHARES[kind]
  return Math.max(1, Math.ceil((part * base) / whole))
}

interface Signing {
  kind: PetitionKind
  closesAt: Instant
  /** It has its meeting already. */
  isMet: boolean
}

/** Whoever counts may sign, and take his name back, while it is open. */
export function checkSign(
  petition: Signing,
  signer: { isMember: boolean; isResident: boolean },
  now: Instant,
): Result<null> {
  if (petition.isMet) return refuse('petition_over', '这份联名已经开过会了。')
  if (now >= petition.closesAt)
    return refuse('petition_over', `这份联名已经过了 ${PETITION_OPEN_FOR / DAY} 天，可以再发起一次。`)
  const counts = petition.kind === 'deliberation' ? signer.isMember : signer.isResident
  if (counts) return accept(null)
  return refuse('petition_not_yours', `这份联名由${PETITION_BASES[petition.kind]}来签。`)
}
