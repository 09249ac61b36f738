import type { rate as contract } from '@yishiting/domain/contract/rate'
import { tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import { moment, type Tx } from '../platform/database/database'
import { RefusalError } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { carryOut } from '../platform/matters/carry-out'
import type { Platform } from '../platform/platform'

type Params = z.output<(typeof contract.rate)['params']>
type Body = z.output<(typeof contract.rate)['body']>

/** Three answers of one person in the present round. One per person is a unique key, not a look-up. */
export async function rate(tx: Tx, platform: Platform, call: Call<Params, unknown, Body>): Promise<void> {
  const { compoundId, caller, now } = call
  const { matterId, routeId } = call.params
  const { photoIds, ...given } = call.body
  const answers = { ...given, reason: tidy(given.reason) }
  const { before } = await carryOut(
    tx,
    platform,
    // Many neighbours rate at once: an answer is never stale.
    { ...call, ifMatch: null },
    matterId,
    async ({ matter }) => {
      const route = matter.routes.find((each) => each.id === routeId)
      const given = await tx
        .selectFrom('ratings')
        .select('personId')
        .where('compoundId', '=', compoundId)
        .where('routeId', '=', routeId)
        .where('round', '=', route?.failures ?? 0)
        .where('personId', '=', caller.personId)
        .executeTakeFirst()
      return { type: 'rate', routeId, answers, alreadyRated: given !== undefined, affected: true }
    },
    photoIds,
  )
  const route = before.matter.routes.find((each) => each.id === routeId)
  if (!route) throw new RefusalError({ code: 'route_unknown', message: '没有找到这条去向，请刷新。' })
  await tx
    .insertInto('ratings')
    .values({
      compoundId,
      routeId,
      round: route.failures,
      personId: caller.personId,
      rater: before.matter.reporterId === caller.personId ? 'reporter' : 'resident',
      ...answers,
      at: moment(now),
    })
    .execute()
}
