import { sql } from 'kysely'
import type { Tx } from '../platform/database/database'
import { RefusalError } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { glanceAtMatter } from '../platform/matters/load'

type VoiceCall = Call<{ matterId: string }, unknown, { on: boolean }>

const COUNTERS = { supports: 'supports', follows: 'followers' } as const

/**
 * One row a person, and the stored counter moves by what that row did, so any number of taps at once count once. Neither the
 * matter's version nor its order in lists changes. @returns the counter
 */
async function setVoice(tx: Tx, table: keyof typeof COUNTERS, call: VoiceCall): Promise<number> {
  const { compoundId, now } = call
  const { matterId } = call.params
  const { personId } = call.caller
  const counter = sql.ref(COUNTERS[table])
  const change = call.body.on
    ? sql`insert into ${sql.table(table)} (compound_id, matter_id, person_id, at)
        values (${compoundId}, ${matterId}, ${personId}, ${new Date(now)}) on conflict do nothing returning 1 as by`
    : sql`delete from ${sql.table(table)}
        where compound_id = ${compoundId} and matter_id = ${matterId} and person_id = ${personId} returning -1 as by`
  const { rows } = await sql<{ count: number }>`
    with change as (${change}), moved as (
      update matters set ${counter} = ${counter} + change.by from change
      where compound_id = ${compoundId} and id = ${matterId} returning ${counter} as count
    )
    select coalesce((select count from moved),
      (select ${counter} from matters where compound_id = ${compoundId} and id = ${matterId})) as count
  `.execute(tx)
  return rows[0]?.count ?? 0
}

/** 附议: “I have met this too”. The reporter's own matter has his voice already. */
export async function support(tx: Tx, call: VoiceCall): Promise<{ supported: boolean; supports: number }> {
  const matter = await glanceAtMatter(tx, call.compoundId, call.params.matterId, call.caller.actor)
  if (matter.reporterId === call.caller.personId) {
    throw new RefusalError({ code: 'not_allowed', message: '这是您自己说的事，已经算您一份了。' })
  }
  if (matter.state === 'merged' || matter.state === 'split') {
    throw new RefusalError({
      code: 'not_in_this_state',
      message: '这件事已经并到或拆到别的事里，请到那里说“我也遇到”。',
    })
  }
  return { supported: call.body.on, supports: await setVoice(tx, 'supports', call) }
}

export async function follow(tx: Tx, call: VoiceCall): Promise<{ followed: boolean; followers: number }> {
  await glanceAtMatter(tx, call.compoundId, call.params.matterId, call.caller.actor)
  return { followed: call.body.on, followers: await setVoice(tx, 'follows', call) }
}
