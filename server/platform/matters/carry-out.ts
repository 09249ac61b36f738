import type { MatterView } from '@yishiting/domain/contract/speak'
import { decide } from '@yishiting/domain/matter/decide'
import type { Intent } from '@yishiting/domain/matter/intents'
import type { Matter } from '@yishiting/domain/matter/matter'
import type { Queries, Tx } from '../database/database'
import { unwrap } from '../http/problems'
import type { Call } from '../http/route'
import type { Platform } from '../platform'
import { type LoadedMatter, lockMatter } from './load'
import { attachPhotos } from './photos'
import { type JournalIds, saveDecision } from './save'
import { tellPeople } from './tell-people'
import { viewMatter } from './view'

type AnyCall = Pick<Call<unknown, unknown, unknown>, 'compoundId' | 'caller' | 'now' | 'ifMatch'>

export interface Carried {
  before: LoadedMatter
  after: Matter
  journalIds: JournalIds
}

/**
 * One intent, whole: lock, ask the rules, write facts and journal, give photos to the entry, tell the people. All in the
 * caller's transaction. @throws RefusalError, stale_version, not_found
 */
export async function carryOut(
  tx: Tx,
  platform: Platform,
  call: AnyCall,
  matterId: string,
  intent: Intent | ((loaded: LoadedMatter) => Intent | Promise<Intent>),
  photoIds: readonly string[] = [],
): Promise<Carried> {
  const { compoundId, caller, now } = call
  const actor = caller.actor
  const before = await lockMatter(tx, compoundId, matterId, actor, call.ifMatch)
  const wanted = typeof intent === 'function' ? await intent(before) : intent
  const decision = unwrap(decide(before.matter, wanted, { actor, now, rules: platform.rules }))
  const actorId = actor.isSystem ? null : actor.id
  const journalIds = await saveDecision(tx, before.matter, decision, {
    compoundId,
    actorId,
    now,
    rules: platform.rules,
  })
  const owner = { compoundId, personId: actor.id }
  await attachPhotos(tx, owner, photoIds, { matterId, journalId: journalIds.at(-1) ?? null })
  await tellPeople(tx, compoundId, before.row, decision.matter, decision.events, {
    now,
    actorId,
    who: caller.label || '系统',
  })
  return { before, after: decision.matter, journalIds }
}

/** The page of the matter as the caller sees it afterwards: what most changes of a matter are answered with. */
export function showMatter(platform: Platform) {
  return (call: AnyCall & { params: { matterId: string } }, db: Queries): Promise<MatterView> =>
    viewMatter(
      db,
      platform,
      { compoundId: call.compoundId, actor: call.caller.actor, now: call.now },
      call.params.matterId,
    )
}

/** The system as a caller: what happens by a clock. */
export function systemCall(compoundId: string, now: number): AnyCall {
  return {
    compoundId,
    now,
    ifMatch: null,
    caller: { personId: '', care: false, label: '系统', actor: { id: '', roles: [], isSystem: true } },
  }
}
