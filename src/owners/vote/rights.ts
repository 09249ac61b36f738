import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakDay } from '@yishiting/domain/matter/instant'
import { CAPACITIES } from '@yishiting/domain/owners/ballot'
import { areaWords } from '../words'

/** The key whose ballot waits to be cast; undefined: none. */
export const waitingRight = ({ rights }: Pick<VoteView, 'rights'>): RightView | undefined =>
  rights.find((right) => right.mayVote && right.receipt === null)

/** The one thing to do on the page of a vote. `wait`: the button is there and says from when. */
export type NextStep =
  | { is: 'cast'; keyNo: number }
  | { is: 'receipt'; keyNo: number }
  | { is: 'wait'; words: string }
  | null

/** What the reader's main button does: cast, look at the receipt, or wait for the opening. */
export function nextStep(vote: Pick<VoteView, 'rights' | 'state' | 'opensAt'>, now: Instant): NextStep {
  const waiting = waitingRight(vote)
  if (waiting) return { is: 'cast', keyNo: waiting.keyNo }
  const cast = vote.rights.find(({ receipt }) => receipt !== null)
  if (cast) return { is: 'receipt', keyNo: cast.keyNo }
  if (vote.state === 'noticed' && vote.rights.length > 0)
    return { is: 'wait', words: `${speakDay(Date.parse(vote.opensAt), now)}起可以投` }
  return null
}

/** “3-2-501、3-2-502”: whose right it is, by its homes. */
export const homesOf = ({ unitCodes }: Pick<RightView, 'unitCodes'>): string => unitCodes.join('、')

/** “算 1 人、89.43 ㎡ · 共有的几位合为一票” */
export function weightOf({ area, coOwners, capacity, ownerLabel }: RightView): string {
  const parts = [`算 1 人、${areaWords(area)}`]
  if (capacity === 'proxy') parts.push(`替 ${ownerLabel} 投`)
  else if (capacity !== 'owner' && capacity !== 'co_owner') parts.push(CAPACITIES[capacity])
  if (coOwners > 0) parts.push(`${coOwners + 1} 位共有，合为一票`)
  return parts.join(' · ')
}
