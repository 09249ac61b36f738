import type { MarkedItem } from '@yishiting/domain/owners/marks'
import type { VoteRules } from '@yishiting/domain/owners/rule-set'
import type { Queries } from '../../platform/database/database'
import { loadVote } from '../load'

/** What of a vote never changes after its notice. When it opens and closes does, and whether it was cancelled. */
export interface FrozenVote {
  compoundId: string
  id: string
  items: readonly MarkedItem[]
  rules: VoteRules
}

const KEPT_MAX = 200
const kept = new Map<string, FrozenVote>()

/**
 * Read once a process: a whole compound votes on the same items within days.
 * @returns null for a vote that is not announced yet
 * @throws not_found
 */
export async function frozenVote(
  queries: Queries,
  compoundId: string,
  id: string,
  now: number,
): Promise<FrozenVote | null> {
  const before = kept.get(id)
  if (before?.compoundId === compoundId) return before
  const { row, items } = await loadVote(queries, compoundId, id, now)
  if (row.noticedAt === null) return null
  const vote = { compoundId, id, items, rules: row.rules }
  if (kept.size >= KEPT_MAX) kept.clear()
  kept.set(id, vote)
  return vote
}

/** The same, when it is at hand without asking anybody. */
export function frozenVoteAtHand(compoundId: string, id: string): FrozenVote | null {
  const vote = kept.get(id)
  return vote?.compoundId === compoundId ? vote : null
}
