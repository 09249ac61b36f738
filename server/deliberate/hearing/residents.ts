import type { Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'

/** Parties that are named by id live here. @throws target_invalid */
export async function checkResidents(
  tx: Tx,
  compoundId: string,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return
  const known = await tx
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('personId', 'in', wanted)
    .execute()
  if (known.length === wanted.length) return
  throw new RefusalError({ code: 'target_invalid', message: '没有找到这位住户，请重新选。' })
}
