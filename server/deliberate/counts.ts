import type { Counts } from '@yishiting/domain/deliberate/meeting'
import type { Queries } from '../platform/database/database'

/** Votes by item; an item without a vote counts nothing. */
export async function countVotes(
  queries: Queries,
  compoundId: string,
  itemIds: readonly string[],
): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>(itemIds.map((id) => [id, { agree: 0, against: 0, abstain: 0 }]))
  if (itemIds.length === 0) return counts
  const rows = await queries
    .selectFrom('votes')
    .select((eb) => ['itemId', 'choice', eb.fn.countAll<number>().as('n')])
    .where('compoundId', '=', compoundId)
    .where('itemId', 'in', [...itemIds])
    .groupBy(['itemId', 'choice'])
    .execute()
  for (const row of rows) {
    const item = counts.get(row.itemId)
    if (item) item[row.choice as keyof Counts] = Number(row.n)
  }
  return counts
}

export const castOf = (counts: Counts): number => counts.agree + counts.against + counts.abstain
