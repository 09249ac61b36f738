import { moment } from '../../platform/database/database'
import { carryOut } from '../../platform/matters/carry-out'
import { settleIntent } from '../../rate/settle'
import { COMPOUND_ID } from '../ids'
import type { RateAct, SettleAct } from '../story/acts'
import { id, matterId, routeId } from '../story/names'
import { callBy, type Stage } from './stage'

/** One neighbour's three answers. The unique key, not a look-up, keeps it to one each. */
export async function walkRate({ tx, platform }: Stage, act: RateAct): Promise<void> {
  const route = routeId(act.matter, act.code)
  const { before } = await carryOut(tx, platform, callBy(act.by, act.at), matterId(act.matter), {
    type: 'rate',
    routeId: route,
    answers: act.answers,
    alreadyRated: false,
    affected: true,
  })
  const round = before.matter.routes.find((each) => each.id === route)?.failures ?? 0
  await tx
    .insertInto('ratings')
    .values({
      compoundId: COMPOUND_ID,
      routeId: route,
      round,
      personId: id(act.by),
      rater: before.matter.reporterId === id(act.by) ? 'reporter' : 'resident',
      ...act.answers,
      at: moment(act.at),
    })
    .execute()
}

/** The answers decide: closed, to be done again, or one level up. */
export async function walkSettle({ tx, platform }: Stage, act: SettleAct): Promise<void> {
  const context = { compoundId: COMPOUND_ID, now: act.at, rules: platform.rules }
  await carryOut(tx, platform, callBy(act.by, act.at), matterId(act.matter), ({ matter }) =>
    settleIntent(tx, context, matter, routeId(act.matter, act.code)),
  )
}
