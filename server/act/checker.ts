import type { Queries } from '../platform/database/database'
import { RefusalError } from '../platform/http/problems'

/** @throws checker_required when the checker is nobody of this compound */
export async function checkChecker(
  queries: Queries,
  compoundId: string,
  checkerId: string | null,
): Promise<void> {
  if (checkerId === null) return
  const member = await queries
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', checkerId)
    .executeTakeFirst()
  if (!member)
    throw new RefusalError({ code: 'checker_required', message: '选的查验人不在这个小区，请重新选一位。' })
}
