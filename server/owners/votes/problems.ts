import { checkDraft, type DraftProblem } from '@yishiting/domain/owners/rules-check'
import type { Queries } from '../../platform/database/database'
import type { LoadedVote } from '../load'
import { currentVersion } from '../roll/load'

/** Everything that stands in the way of announcing this draft now; empty: it may be announced. */
export async function problemsOf(queries: Queries, vote: LoadedVote, now: number): Promise<DraftProblem[]> {
  const { row, items } = vote
  const found = checkDraft({ ...row, items }, now)
  if ((await currentVersion(queries, row.compoundId)) !== null) return found
  return [{ field: 'roll', message: '还没有业主名册，请先导入名册。' }, ...found]
}
