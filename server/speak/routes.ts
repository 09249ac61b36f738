import { speak } from '@yishiting/domain/contract/speak'
import type { FastifyInstance } from 'fastify'
import { read, write } from '../platform/http/route'
import { carryOutAndView } from '../platform/matters/carry-out'
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

/** 说事: residents raise matters, neighbours add their voice. */
export function speakRoutes(app: FastifyInstance, platform: Platform): void {
  const { rules, secrets } = platform

  read(app, platform, speak.list, ({ query, compoundId, caller, now }, db) =>
    listMatters(db, query, { compoundId, personId: caller.personId, now, rules, secrets }, caller.actor),
  )
  read(app, platform, speak.read, ({ params, compoundId, caller, now }, db) =>
    viewMatter(db, platform, { compoundId, actor: caller.actor, now }, params.matterId),
  )
  write(app, platform, speak.raise, async (call, tx) => {
    const { id, receipt } = await raise(tx, platform, call)
    const reader = { compoundId: call.compoundId, actor: call.caller.actor, now: call.now }
    return { id, receipt, matter: await viewMatter(tx, platform, reader, id) }
  })
  write(app, platform, speak.edit, async (call, tx) => {
    await edit(tx, platform, call)
    const reader = { compoundId: call.compoundId, actor: call.caller.actor, now: call.now }
    return viewMatter(tx, platform, reader, call.params.matterId)
  })
  write(app, platform, speak.resubmit, async (call, tx) => {
    await resubmit(tx, platform, call)
    const reader = { compoundId: call.compoundId, actor: call.caller.actor, now: call.now }
    return viewMatter(tx, platform, reader, call.params.matterId)
  })
  write(app, platform, speak.withdraw, (call, tx) =>
    carryOutAndView(tx, platform, call, call.params.matterId, { type: 'withdraw', reason: call.body.reason }),
  )
  write(app, platform, speak.object, (call, tx) =>
    carryOutAndView(tx, platform, call, call.params.matterId, { type: 'object', reason: call.body.reason }),
  )
  write(app, platform, speak.reopen, (call, tx) =>
    carryOutAndView(tx, platform, call, call.params.matterId, { type: 'reopen', reason: call.body.reason }),
  )
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
