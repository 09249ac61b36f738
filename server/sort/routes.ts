import { sort as contract } from '@yishiting/domain/contract/sort'
import type { MatterIntent } from '@yishiting/domain/matter/intents'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../platform/database/database'
import { type Call, read, writeThenShow } from '../platform/http/route'
import { carryOut, showMatter } from '../platform/matters/carry-out'
import type { Platform } from '../platform/platform'
import { merge } from './merge'
import { readQueue } from './queue'
import { sort } from './sort'
import { split } from './split'

type MatterCall = Call<{ matterId: string }, unknown, unknown>

/** 理事: the branch sorts, in the open. */
export function sortRoutes(app: FastifyInstance, platform: Platform): void {
  const { rules, secrets } = platform
  const show = showMatter(platform)
  const go = async (tx: Tx, call: MatterCall, intent: MatterIntent) => {
    await carryOut(tx, platform, call, call.params.matterId, intent)
  }

  read(app, platform, contract.queue, ({ query, compoundId, caller, now }, db) =>
    readQueue(db, query, { compoundId, personId: caller.personId, now, rules, secrets }),
  )
  const { acknowledge, review } = contract
  writeThenShow(app, platform, acknowledge, (call, tx) => go(tx, call, { type: 'acknowledge' }), show)
  writeThenShow(app, platform, contract.sort, (call, tx) => sort(tx, platform, call), show)
  writeThenShow(
    app,
    platform,
    contract.return,
    (call, tx) => go(tx, call, { type: 'return', ...call.body }),
    show,
  )
  writeThenShow(app, platform, contract.merge, (call, tx) => merge(tx, platform, call), show)
  writeThenShow(app, platform, contract.split, (call, tx) => split(tx, platform, call), show)
  writeThenShow(app, platform, review, (call, tx) => go(tx, call, { type: 'review', ...call.body }), show)
}
