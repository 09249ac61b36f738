import { moment, type Tx } from '../../../platform/database/database'
import { notFound, RefusalError } from '../../../platform/http/problems'
import type { Call } from '../../../platform/http/route'
import { appendJournal } from '../../../platform/journal/append'
import { notify } from '../../../platform/notices/notify'
import { voteForMandates } from './vote'

export type RevokeCall = Call<{ compoundId: string; voteId: string; mandateId: string }, unknown, unknown>

/** The owner's own mandate, locked: a ballot cast by it just now is waited for. */
const mandateOf = (tx: Tx, { compoundId, params, caller }: RevokeCall) =>
  tx
    .selectFrom('ownerMandates')
    .select(['keyNo', 'proxyId', 'revokedAt'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('id', '=', params.mandateId)
    .where('grantedById', '=', caller.personId)
    .forUpdate()
    .executeTakeFirst()

async function checkUnused(tx: Tx, { compoundId, params }: RevokeCall, keyNo: number): Promise<void> {
  const ballot = await tx
    .selectFrom('ownerBallots')
    .select('id')
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('keyNo', '=', keyNo)
    .where('seat', '=', 'proxy')
    .where('mandateId', '=', params.mandateId)
    .executeTakeFirst()
  if (!ballot) return
  const message = '受托人已经投了，不能再收回。您自己再投一张，以您本人的为准。'
  throw new RefusalError({ code: 'mandate_used', message })
}

/**
 * The owner takes his mandate back, until the proxy has voted (RULES.md §4.10).
 * @throws not_found for one that is not his; mandate_used, voting_closed
 */
export async function revokeMandate(tx: Tx, call: RevokeCall): Promise<void> {
  const { compoundId, params, caller, now } = call
  const { row } = await voteForMandates(tx, call)
  const mandate = await mandateOf(tx, call)
  if (!mandate) throw notFound('没有找到这份委托，只有委托的业主能收回。')
  if (mandate.revokedAt !== null) return
  await checkUnused(tx, call, mandate.keyNo)
  await tx
    .updateTable('ownerMandates')
    .set({ revokedAt: moment(now) })
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('id', '=', params.mandateId)
    .execute()
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_mandate_revoked',
    actorId: caller.personId,
    voteId: row.id,
    extra: { keyNo: mandate.keyNo, mandateId: params.mandateId },
  })
  const notice = {
    title: '委托收回了',
    body: `“${row.title}”：业主收回了对您的委托，您不用再代投。`,
    voteId: row.id,
  }
  await notify(tx, compoundId, [mandate.proxyId], notice, { now })
}
