import type { Queries } from '../platform/database/database'
import { ProblemError } from '../platform/http/problems'

/** @throws not_found when the building is not one of this compound */
export async function checkBuilding(
  queries: Queries,
  compoundId: string,
  buildingId: string | null,
): Promise<void> {
  if (!buildingId) return
  const building = await queries
    .selectFrom('buildings')
    .select('id')
    .where('compoundId', '=', compoundId)
    .where('id', '=', buildingId)
    .executeTakeFirst()
  if (!building) throw new ProblemError('not_found', { detail: '没有找到这栋楼，请重新选地点。' })
}
