import { sort as contract } from '@yishiting/domain/contract/sort'
import type { FastifyInstance } from 'fastify'
import type { Tx } from '../platform/database/database'
import { type Call, read, write } from '../platform/http/route'
import { carryOutAndView } from '../platform/matters/carry-out'
import { viewMatter } from '../platform/matters/view'
import type { Platform } from '../platform/platform'
import { merge } from './merge'
import { readQueue } from './queue'
import { sort } from './sort'
import { split } from './split'

/** 理事: the branch sorts, in the open. */
export function sortRoutes(app: FastifyInstance, platform: Platform): void {
  const { rules, secrets } = platform
  const view = (tx: Tx, call: Call<{ matterId: string }, unknown, unknown>) =>
    viewMatter(
      tx,
      platform,
      { compoundId: call.compoundId, actor: call.caller.actor, now: call.now },
      call.params.matterId,
    )

  read(app, platform, contract.queue, ({ query, compoundId, caller, now }, db) =>
    readQueue(db, query, { compoundId, personId: caller.personId, now, rules, secrets }),
  )
  write(app, platform, contract.acknowledge, (call, tx) =>
    carryOutAndView(tx, platform, call, call.params.matterId, { type: 'acknowledge' }),
  )
  write(app, platform, contract.sort, async (call, tx) => {
    await sort(tx, platform, call)
    return view(tx, call)
  })
  write(app, platform, contract.return, (call, tx) =>
    carryOutAndView(tx, platform, call, call.params.matterId, { type: 'return', ...call.body }),
  )
  write(app, platform, contract.merge, async (call, tx) => {
    await merge(tx, platform, call)
    return view(tx, call)
  })
  write(app, platform, contract.split, async (call, tx) => {
    await split(tx, platform, call)
    return view(tx, call)
  })
  write(app, platform, contract.review, (call, tx) =>
    carryOutAndView(tx, platform, call, call.params.matterId, { type: 'review', ...call.body }),
  )
}
