import { rate as contract } from '@yishiting/domain/contract/rate'
import type { FastifyInstance } from 'fastify'
import { write } from '../platform/http/route'
import { carryOutAndView } from '../platform/matters/carry-out'
import { viewMatter } from '../platform/matters/view'
import type { Platform } from '../platform/platform'
import { rate } from './rate'
import { settleIntent } from './settle'

/** 评事: rated by those concerned, in public. */
export function rateRoutes(app: FastifyInstance, platform: Platform): void {
  write(app, platform, contract.rate, async (call, tx) => {
    await rate(tx, platform, call)
    const reader = { compoundId: call.compoundId, actor: call.caller.actor, now: call.now }
    return viewMatter(tx, platform, reader, call.params.matterId)
  })
  write(app, platform, contract.settle, (call, tx) => {
    const { compoundId, now } = call
    const { matterId, routeId } = call.params
    const context = { compoundId, now, rules: platform.rules }
    return carryOutAndView(tx, platform, call, matterId, ({ matter }) =>
      settleIntent(tx, context, matter, routeId),
    )
  })
}
