import { speak } from '@yishiting/domain/contract/speak'
import type { MatterIntent } from '@yishiting/domain/matter/intents'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../platform/database/database'
import { type Call, read, write, writeThenShow } from '../platform/http/route'
import { carryOut, showMatter } from '../platform/matters/carry-out'
import { pageOfComments } from '../platform/matters/comments'
import { readMatter } from '../platform/matters/load'
import { viewMatter } from '../platform/matters/view'
import type { Platform } from '../platform/platform'
import { addComment, hideComment } from './comments'
import { edit } from './edit'
import { listMatters } from './list'
import { photoRoutes } from './photos'
import { raise } from './raise'
import { resubmit } from './resubmit'
import { follow, support } from './voices'

type MatterCall = Call<{ matterId: string }, unknown, unknown>

/** 说事: residents raise matters, neighbours add their voice. */
export function speakRoutes(app: FastifyInstance, platform: Platform): void {
  const { rules, secrets } = platform
  const show = showMatter(platform)
  const go = async (tx: Tx, call: MatterCall, intent: MatterIntent) => {
    await carryOut(tx, platform, call, call.params.matterId, intent)
  }

  read(app, platform, speak.list, ({ query, compoundId, caller, now }, db) =>
    listMatters(db, query, { compoundId, personId: caller.personId, now, rules, secrets }, caller.actor),
  )
  read(app, platform, speak.read, ({ params, compoundId, caller, now }, db) =>
    viewMatter(db, platform, { compoundId, actor: caller.actor, now }, params.matterId),
  )
  writeThenShow(
    app,
    platform,
    speak.raise,
    (call, tx) => raise(tx, platform, call),
    async (call, db, raised) => ({
      ...raised,
      matter: await show({ ...call, params: { matterId: raised.id } }, db),
    }),
  )
  writeThenShow(app, platform, speak.edit, (call, tx) => edit(tx, platform, call), show)
  writeThenShow(app, platform, speak.resubmit, (call, tx) => resubmit(tx, platform, call), show)
  const { withdraw, object, reopen } = speak
  writeThenShow(app, platform, withdraw, (call, tx) => go(tx, call, { type: 'withdraw', ...call.body }), show)
  writeThenShow(app, platform, object, (call, tx) => go(tx, call, { type: 'object', ...call.body }), show)
  writeThenShow(app, platform, reopen, (call, tx) => go(tx, call, { type: 'reopen', ...call.body }), show)
  write(app, platform, speak.support, (call, tx) => support(tx, call))
  write(app, platform, speak.follow, (call, tx) => follow(tx, call))
  read(app, platform, speak.comments, async ({ params, query, compoundId, caller }, db) => {
    await readMatter(db, compoundId, params.matterId, caller.actor)
    return pageOfComments(db, { compoundId, actor: caller.actor }, params.matterId, query)
  })
  write(app, platform, speak.comment, (call, tx) => addComment(tx, call))
  write(app, platform, speak.hideComment, (call, tx) => hideComment(tx, call))
  photoRoutes(app, platform)
}
