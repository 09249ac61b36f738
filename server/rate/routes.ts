import { rate as contract } from '@yishiting/domain/contract/rate'
import type { FastifyInstance } from 'fastify'
import { writeThenShow } from '../platform/http/route'
import { carryOut, showMatter } from '../platform/matters/carry-out'
import type { Platform } from '../platform/platform'
import { rate } from './rate'
import { settleIntent } from './settle'

/** 评事: rated by those concerned, in public. */
export function rateRoutes(app: FastifyInstance, platform: Platform): void {
  const show = showMatter(platform)
  writeThenShow(app, platform, contract.rate, (call, tx) => rate(tx, platform, call), show)
  const settle = contract.settle
  writeThenShow(
    app,
    platform,
    settle,
    async (call, tx) => {
      const { compoundId, now } = call
      const { matterId, routeId } = call.params
      const context = { compoundId, now, rules: platform.rules }
      await carryOut(tx, platform, call, matterId, ({ matter }) => settleIntent(tx, context, matter, routeId))
    },
    show,
  )
}
