import { moment, type Tx } from '../platform/database/database'
import { RefusalError } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { readMatter } from '../platform/matters/load'

type VoiceCall = Call<{ matterId: string }, unknown, { on: boolean }>

/** Rows changed by one tap: 1 or 0, so any number of taps at once count once. */
async function putRow(tx: Tx, table: 'supports' | 'follows', call: VoiceCall): Promise<number> {
  const key = { compoundId: call.compoundId, matterId: call.params.matterId, personId: call.caller.personId }
  if (call.body.on) {
    const added = await tx
      .insertInto(table)
      .values({ ...key, at: moment(call.now) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('matterId')
      .execute()
    return added.length
  }
  const removed = await tx
    .deleteFrom(table)
    .where('compoundId', '=', key.compoundId)
    .where('matterId', '=', key.matterId)
    .where('personId', '=', key.personId)
    .returning('matterId')
    .execute()
  return -removed.length
}

/** The stored counter moves by what the one row did; neither the matter's version nor its order in lists changes. */
async function count(tx: Tx, column: 'supports' | 'followers', call: VoiceCall, by: number): Promise<number> {
  const row = await tx
    .updateTable('matters')
    .set((eb) => ({ [column]: eb(column, '+', by) }))
    .where('compoundId', '=', call.compoundId)
    .where('id', '=', call.params.matterId)
    .returning(column)
    .executeTakeFirstOrThrow()
  return row[column]
}

/** 附议: “I have met this too”. The reporter's own matter has his voice already. */
export async function support(tx: Tx, call: VoiceCall): Promise<{ supported: boolean; supports: number }> {
  const { matter, row } = await readMatter(tx, call.compoundId, call.params.matterId, call.caller.actor)
  if (matter.reporterId === call.caller.personId) {
    throw new RefusalError({ code: 'not_allowed', message: '这是您自己说的事，已经算您一份了。' })
  }
  if (matter.state === 'merged' || matter.state === 'split') {
    throw new RefusalError({
      code: 'not_in_this_state',
      message: '这件事已经并到或拆到别的事里，请到那里说“我也遇到”。',
    })
  }
  const by = await putRow(tx, 'supports', call)
  return {
    supported: call.body.on,
    supports: by === 0 ? row.supports : await count(tx, 'supports', call, by),
  }
}

export async function follow(tx: Tx, call: VoiceCall): Promise<{ followed: boolean; followers: number }> {
  const { row } = await readMatter(tx, call.compoundId, call.params.matterId, call.caller.actor)
  const by = await putRow(tx, 'follows', call)
  return {
    followed: call.body.on,
    followers: by === 0 ? row.followers : await count(tx, 'followers', call, by),
  }
}
