import type { Matter } from '@yishiting/domain/matter/matter'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/database'
import { RefusalError } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { carryOut } from '../platform/matters/carry-out'
import { type LoadedMatter, lockMatter } from '../platform/matters/load'
import type { Platform } from '../platform/platform'

type MergeCall = Call<{ matterId: string }, unknown, { intoId: string; reason: string }>

/** Two sorters merging A into B and B into A at once would wait for each other: both lock in the order of ids. */
async function lockTarget(tx: Tx, call: MergeCall): Promise<LoadedMatter | undefined> {
  const ids = [call.params.matterId, call.body.intoId].sort()
  const locked: LoadedMatter[] = []
  for (const id of ids) locked.push(await lockMatter(tx, call.compoundId, id, call.caller.actor))
  return locked.find((each) => each.row.id === call.body.intoId)
}

/** Supporters and followers come along; the reporter of the merged matter becomes a supporter and follower of the other. */
async function bringPeople(
  tx: Tx,
  compoundId: string,
  fromId: string,
  intoId: string,
  at: Date,
): Promise<void> {
  for (const [table, column] of [
    ['supports', 'supports'],
    ['follows', 'followers'],
  ] as const) {
    await sql`
      with coming as (
        select person_id from ${sql.table(table)} where compound_id = ${compoundId} and matter_id = ${fromId}
        union
        select reporter_id from matters where compound_id = ${compoundId} and id = ${fromId} and reporter_id is not null
      ), added as (
        insert into ${sql.table(table)} (compound_id, matter_id, person_id, at)
        select ${compoundId}, ${intoId}, c.person_id, ${at} from coming c
        where ${table} = 'follows' or not exists (select 1 from matters m
          where m.compound_id = ${compoundId} and m.id = ${intoId} and m.reporter_id = c.person_id)
        on conflict do nothing returning 1
      )
      update matters set ${sql.ref(column)} = ${sql.ref(column)} + (select count(*) from added)
      where compound_id = ${compoundId} and id = ${intoId}
    `.execute(tx)
  }
}

function checkTarget(from: Matter, into: Matter): void {
  if (['merged', 'split', 'returned', 'closed'].includes(into.state)) {
    throw new RefusalError({
      code: 'target_invalid',
      message: '那件事已经结束或并走了，请另选一件还在办的。',
    })
  }
  // Its reporter and neighbours could not read where it went.
  if (into.isPrivate && !from.isPrivate) {
    throw new RefusalError({
      code: 'target_invalid',
      message: '那件事不公开，公开的事不能并进去，请另选一件。',
    })
  }
}

/** 并案: one matter goes on in another, with its people. @throws target_invalid when the other cannot take it */
export async function merge(tx: Tx, platform: Platform, call: MergeCall): Promise<void> {
  const { compoundId, now } = call
  const { matterId } = call.params
  const { intoId, reason } = call.body
  const target = intoId === matterId ? undefined : await lockTarget(tx, call)
  const { before } = await carryOut(tx, platform, call, matterId, { type: 'merge', intoId, reason })
  if (target) checkTarget(before.matter, target.matter)
  await bringPeople(tx, compoundId, matterId, intoId, new Date(now))
}
