import { act } from '@yishiting/domain/contract/act'
import type { RouteIntent } from '@yishiting/domain/matter/intents'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../platform/database/database'
import { type Call, read, write } from '../platform/http/route'
import { carryOutAndView } from '../platform/matters/carry-out'
import { checkLeads } from '../platform/matters/leads'
import type { Platform } from '../platform/platform'
import { checkChecker } from './checker'
import { readTasks } from './tasks'

type RouteCall = Call<{ matterId: string; routeId: string }, unknown, unknown>

/** 干事: carried out by named people against deadlines. */
export function actRoutes(app: FastifyInstance, platform: Platform): void {
  const go = (tx: Tx, call: RouteCall, intent: RouteIntent, photoIds: readonly string[] = []) =>
    carryOutAndView(tx, platform, call, call.params.matterId, intent, photoIds)

  read(app, platform, act.tasks, ({ query, compoundId, caller, now }, db) =>
    readTasks(db, platform, { compoundId, actor: caller.actor, now }, query),
  )
  write(app, platform, act.assign, async (call, tx) => {
    const { leadId, helperIds, task, dueAt, checkerId } = call.body
    await checkLeads(tx, call.compoundId, [leadId, ...helperIds])
    await checkChecker(tx, call.compoundId, checkerId)
    const { routeId } = call.params
    return go(tx, call, {
      type: 'assign',
      routeId,
      leadId,
      helperIds,
      task,
      dueAt: Date.parse(dueAt),
      checkerId,
    })
  })
  write(app, platform, act.start, (call, tx) => go(tx, call, { type: 'start', routeId: call.params.routeId }))
  write(app, platform, act.progress, (call, tx) => {
    const { text, photoIds } = call.body
    return go(tx, call, { type: 'progress', routeId: call.params.routeId, text }, photoIds)
  })
  write(app, platform, act.extend, (call, tx) => {
    const { dueAt, reason } = call.body
    return go(tx, call, { type: 'extend', routeId: call.params.routeId, dueAt: Date.parse(dueAt), reason })
  })
  write(app, platform, act.claimDone, (call, tx) => {
    const { text, photoIds } = call.body
    const photoCount = new Set(photoIds).size
    return go(tx, call, { type: 'claimDone', routeId: call.params.routeId, text, photoCount }, photoIds)
  })
  write(app, platform, act.check, (call, tx) =>
    go(tx, call, { type: 'check', routeId: call.params.routeId, ...call.body }),
  )
  write(app, platform, act.escalate, (call, tx) =>
    go(tx, call, { type: 'escalate', routeId: call.params.routeId, reason: call.body.reason }),
  )
  write(app, platform, act.answer, (call, tx) =>
    go(tx, call, { type: 'answer', routeId: call.params.routeId, reason: call.body.reason }),
  )
}
