import { act } from '@yishiting/domain/contract/act'
import type { RouteIntent } from '@yishiting/domain/matter/intents'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../platform/database/database'
import { type Call, read, writeThenShow } from '../platform/http/route'
import { carryOut, showMatter } from '../platform/matters/carry-out'
import { checkLeads } from '../platform/matters/leads'
import type { Platform } from '../platform/platform'
import { checkChecker } from './checker'
import { readTasks } from './tasks'

type RouteCall = Call<{ matterId: string; routeId: string }, unknown, unknown>

/** 干事: carried out by named people against deadlines. */
export function actRoutes(app: FastifyInstance, platform: Platform): void {
  const go = async (tx: Tx, call: RouteCall, intent: RouteIntent, photoIds: readonly string[] = []) => {
    await carryOut(tx, platform, call, call.params.matterId, intent, photoIds)
  }
  const show = showMatter(platform)

  read(app, platform, act.tasks, ({ query, compoundId, caller, now }, db) =>
    readTasks(db, platform, { compoundId, actor: caller.actor, now }, query),
  )
  writeThenShow(
    app,
    platform,
    act.assign,
    async (call, tx) => {
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
    },
    show,
  )
  writeThenShow(
    app,
    platform,
    act.start,
    (call, tx) => go(tx, call, { type: 'start', routeId: call.params.routeId }),
    show,
  )
  writeThenShow(
    app,
    platform,
    act.progress,
    (call, tx) => {
      const { text, photoIds } = call.body
      return go(tx, call, { type: 'progress', routeId: call.params.routeId, text }, photoIds)
    },
    show,
  )
  writeThenShow(
    app,
    platform,
    act.extend,
    (call, tx) => {
      const { dueAt, reason } = call.body
      return go(tx, call, { type: 'extend', routeId: call.params.routeId, dueAt: Date.parse(dueAt), reason })
    },
    show,
  )
  writeThenShow(
    app,
    platform,
    act.claimDone,
    (call, tx) => {
      const { text, photoIds } = call.body
      const photoCount = new Set(photoIds).size
      return go(tx, call, { type: 'claimDone', routeId: call.params.routeId, text, photoCount }, photoIds)
    },
    show,
  )
  writeThenShow(
    app,
    platform,
    act.check,
    (call, tx) => go(tx, call, { type: 'check', routeId: call.params.routeId, ...call.body }),
    show,
  )
  writeThenShow(
    app,
    platform,
    act.escalate,
    (call, tx) => go(tx, call, { type: 'escalate', routeId: call.params.routeId, reason: call.body.reason }),
    show,
  )
  writeThenShow(
    app,
    platform,
    act.answer,
    (call, tx) => go(tx, call, { type: 'answer', routeId: call.params.routeId, reason: call.body.reason }),
    show,
  )
}
