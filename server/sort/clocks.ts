import { sql } from 'kysely'
import type { ClockEffect } from '../platform/clock/sweep'
import type { Queries } from '../platform/database/database'
import { branchOf } from '../platform/matters/tell-people'
import { notify } from '../platform/notices/notify'

async function supervisors(queries: Queries, compoundId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where(sql<boolean>`roles && ${['supervisor', 'street']}::text[]`)
    .execute()
  return rows.map((row) => row.personId)
}

/** Nobody has answered in time: the branch is reminded and the supervisor sees it. */
function late(title: (matter: string) => string): ClockEffect {
  return async (tx, clock, now) => {
    const { compoundId, matterId } = clock
    if (!matterId) return
    const row = await tx
      .selectFrom('matters')
      .select(['title', 'receipt'])
      .where('compoundId', '=', compoundId)
      .where('id', '=', matterId)
      .executeTakeFirstOrThrow()
    const people = [...(await branchOf(tx, compoundId)), ...(await supervisors(tx, compoundId))]
    await notify(
      tx,
      compoundId,
      people,
      { title: title(row.title), body: `编号 ${row.receipt}`, matterId },
      { now },
    )
  }
}

export const acknowledgeLate = late((matter) => `“${matter}” 超过 24 小时没人接`)
export const sortLate = late((matter) => `“${matter}” 超过 3 个工作日没分类`)
