import { LEAD_ROLES } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../database/database'
import { RefusalError } from '../http/problems'

/** @throws lead_required when one of them is nobody here, or has no role that can be made answerable */
export async function checkLeads(
  queries: Queries,
  compoundId: string,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return
  const known = await queries
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('personId', 'in', wanted)
    .where(sql<boolean>`roles && ${[...LEAD_ROLES]}::text[]`)
    .execute()
  if (known.length === wanted.length) return
  throw new RefusalError({ code: 'lead_required', message: '选的责任人不在名单里，请重新选一位。' })
}
