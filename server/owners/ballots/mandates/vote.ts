import type { Tx } from '../../../platform/database/database'
import { notFound, RefusalError } from '../../../platform/http/problems'
import { type LoadedVote, loadVote } from '../../load'

interface Asked {
  compoundId: string
  params: { voteId: string }
  now: number
}

/**
 * The vote while mandates can still be given, taken up and withdrawn: from its notice until it closes by the clock. Locked against what
 * closes or cancels it.
 * @throws not_found, voting_closed, vote_frozen
 */
export async function voteForMandates(tx: Tx, { compoundId, params, now }: Asked): Promise<LoadedVote> {
  const vote = await loadVote(tx, compoundId, params.voteId, now, 'share')
  if (vote.state === 'noticed' || vote.state === 'open') return vote
  if (vote.state === 'draft') throw notFound('没有找到这次表决，可能还没有公告。')
  if (vote.state === 'cancelled')
    throw new RefusalError({ code: 'vote_frozen', message: '这次表决取消了，不用再委托。' })
  throw new RefusalError({ code: 'voting_closed', message: '投票已经截止，委托不能再办。' })
}
