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

/** The vote locked for a change. @throws not_found; stale_version when somebody else was faster */
export async function lockVote(tx: Tx, call: VoteCall): Promise<LoadedVote> {
  const vote = await loadVote(tx, call.compoundId, call.params.voteId, call.now, 'update')
  if (call.ifMatch !== null && call.ifMatch !== vote.row.version) {
    throw new ProblemError('stale_version', { details: { version: vote.row.version } })
  }
  return vote
}

/** @throws vote_frozen with the sentence, when the vote is in none of these states by the clock */
export function requireState({ state }: LoadedVote, states: readonly VoteState[], message: string): void {
  if (!states.includes(state)) throw new RefusalError({ code: 'vote_frozen', message })
}
