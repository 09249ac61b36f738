import type { ClockEffect } from '../platform/clock/sweep'
import { carryOut, systemCall } from '../platform/matters/carry-out'
import { notify } from '../platform/notices/notify'
import type { Platform } from '../platform/platform'
import { settleIntent } from './settle'

/** The day after the done-claim: the reporter and those who said “me too” are asked for an honest word. */
export function askRating(platform: Platform): ClockEffect {
  return async (tx, clock, now) => {
    const { compoundId, matterId, routeId } = clock
    if (!matterId || !routeId) return
    const { before, after } = await carryOut(tx, platform, systemCall(compoundId, now), matterId, {
      type: 'askRating',
      routeId,
    })
    if (after.isPrivate) return
    const supporters = await tx
      .selectFrom('supports')
      .select('personId')
      .where('compoundId', '=', compoundId)
      .where('matterId', '=', matterId)
      .execute()
    const notice = {
      title: `“${before.row.title}” 办完了吗？`,
      body: '请您说句实话：联系了吗，解决了吗，满意吗。',
      matterId,
    }
    await notify(
      tx,
      compoundId,
      supporters.map((row) => row.personId),
      notice,
      { now },
    )
  }
}

/** Seven days are over: the answers decide. */
export function settleRating(platform: Platform): ClockEffect {
  return async (tx, clock, now) => {
    const { compoundId, matterId, routeId } = clock
    if (!matterId || !routeId) return
    const context = { compoundId, now, rules: platform.rules }
    await carryOut(tx, platform, systemCall(compoundId, now), matterId, ({ matter }) =>
      settleIntent(tx, context, matter, routeId),
    )
  }
}
