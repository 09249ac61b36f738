import { sql, type Updateable } from 'kysely'
import type { Tx } from '../../platform/database/database'
import type { OwnerVotes } from '../../platform/database/schema'
import { appendJournal } from '../../platform/journal/append'
import type { VoteRow } from '../load'
import type { VoteCall } from './lock'

type Columns = Omit<Updateable<OwnerVotes>, 'version'>

/** Writes what changed about a vote, its next version and the row of the journal: one change, one trace. */
export async function changeVote(
  tx: Tx,
  call: Pick<VoteCall, 'compoundId' | 'now'> & { caller: { personId: string } | null },
  row: Pick<VoteRow, 'id' | 'state'>,
  kind: string,
  set: Columns,
  more: { reason?: string; toState?: string; extra?: Record<string, string | number | boolean | null> } = {},
): Promise<void> {
  await tx
    .updateTable('ownerVotes')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('compoundId', '=', call.compoundId)
    .where('id', '=', row.id)
    .execute()
  await appendJournal(tx, {
    compoundId: call.compoundId,
    at: call.now,
    kind,
    actorId: call.caller?.personId ?? null,
    voteId: row.id,
    fromState: row.state,
    toState: more.toState ?? null,
    reason: more.reason ?? '',
    extra: more.extra ?? {},
  })
}
