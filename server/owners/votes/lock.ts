import type { VoteState } from '@yishiting/domain/owners/vote'
import type { Tx } from '../../platform/database/database'
import { ProblemError, RefusalError } from '../../platform/http/problems'
import { type LoadedVote, loadVote } from '../load'

export interface VoteCall {
  compoundId: string
  params: { voteId: string }
  now: number
  ifMatch: number | null
  caller: { personId: string }
}

export type ReasonCall = VoteCall & { body: { reason: string } }

/** The vote locked for a change. @throws not_found */
export const lockVote = (tx: Tx, call: VoteCall): Promise<LoadedVote> =>
  loadVote(tx, call.compoundId, call.params.voteId, call.now, 'update')

/**
 * Whoever was slower than another hears first that it is done, and only else that he has not seen the latest.
 * @throws vote_frozen with the sentence, when the vote is in none of these states by the clock; stale_version
 */
export function requireState(
  { row, state }: LoadedVote,
  { ifMatch }: Pick<VoteCall, 'ifMatch'>,
  states: readonly VoteState[],
  message: string,
): void {
  if (!states.includes(state)) throw new RefusalError({ code: 'vote_frozen', message })
  if (ifMatch !== null && ifMatch !== row.version) {
    throw new ProblemError('stale_version', { details: { version: row.version } })
  }
}
