import { owners } from '@yishiting/domain/contract/owners'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { type Call, read, writeThenShow } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { viewVote } from '../votes/view'
import { castRoute } from './cast'
import { type AcceptEnd, acceptMandate } from './mandates/accept'
import { grantMandate } from './mandates/grant'
import { revokeMandate } from './mandates/revoke'
import { findReceipt, listDigests } from './receipts'

type Page = Call<{ voteId: string }, unknown, unknown>

const NOT_ACCEPTED: Record<Exclude<AcceptEnd, 'accepted'>, () => RefusalError> = {
  wrong: () =>
    new RefusalError({ code: 'mandate_code_wrong', message: '委托码不对，或已经收回、过期，请和业主核对。' }),
  too_often: () =>
    new RefusalError({
      code: 'mandate_too_often',
      message: '今天已经五次不对，请明天再试，或请业主重新委托。',
    }),
}

/** Casting online, receipts, mandates. */
export function ballotsRoutes(app: FastifyInstance, platform: Platform): void {
  const page = ({ compoundId, caller, now, params }: Page, db: Database) =>
    viewVote(db, { compoundId, actor: caller.actor, now }, params.voteId)

  castRoute(app, platform)
  read(app, platform, owners.findReceipt, (call, db) => findReceipt(db, call))
  read(app, platform, owners.digests, (call, db) => listDigests(db, call))
  writeThenShow(app, platform, owners.grantMandate, (call, tx) => grantMandate(tx, call), page)
  writeThenShow(
    app,
    platform,
    owners.acceptMandate,
    (call, tx) => acceptMandate(tx, call),
    async (call, db, end) => {
      if (end !== 'accepted') throw NOT_ACCEPTED[end]()
      return page(call, db)
    },
  )
  writeThenShow(app, platform, owners.revokeMandate, (call, tx) => revokeMandate(tx, call), page)
}
