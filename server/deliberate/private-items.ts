import type { Queries } from '../platform/database/database'

/** Points whose matter has turned private since it was announced: nothing that was written about them is shown any more. */
export async function privateItems(
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<Set<string>> {
  const rows = await queries
    .selectFrom('meetingItems')
    .innerJoin('matters', (join) =>
      join
        .onRef('matters.compoundId', '=', 'meetingItems.compoundId')
        .onRef('matters.id', '=', 'meetingItems.matterId'),
    )
    .select('meetingItems.id')
    .where('meetingItems.compoundId', '=', compoundId)
    .where('meetingItems.meetingId', '=', meetingId)
    .where('matters.isPrivate', '=', true)
    .execute()
  return new Set(rows.map(({ id }) => id))
}
