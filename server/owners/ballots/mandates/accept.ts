import type { owners } from '@yishiting/domain/contract/owners'
import { startOfDay } from '@yishiting/domain/matter/instant'
import { hasRole } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Tx } from '../../../platform/database/database'
import { RefusalError } from '../../../platform/http/problems'
import type { Call } from '../../../platform/http/route'
import { appendJournal } from '../../../platform/journal/append'
import { notify } from '../../../platform/notices/notify'
import type { LoadedVote } from '../../load'
import { voteForMandates } from './vote'

export type AcceptCall = Call<
  { compoundId: string; voteId: string },
  unknown,
  z.output<typeof owners.acceptMandate.body>
>

/** How it ended. A wrong code is kept as well, so it is an answer here and not an error that would undo it. */
export type AcceptEnd = 'accepted' | 'wrong' | 'too_often'

const WRONG_A_DAY = 5

interface Offer {
  id: string
  keyNo: number
  grantedById: string | null
  expiresAt: number
}

async function wrongToday(tx: Tx, { compoundId, caller, now }: AcceptCall): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from journal
    where compound_id = ${compoundId} and actor_id = ${caller.personId} and kind = 'vote_mandate_code_wrong'
      and at >= ${new Date(startOfDay(now))}
  `.execute(tx)
  return rows[0]?.n ?? 0
}

const offerOf = (tx: Tx, { compoundId, params, body, now }: AcceptCall): Promise<Offer | undefined> =>
  tx
    .selectFrom('ownerMandates')
    .select(['id', 'keyNo', 'grantedById', 'expiresAt'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('acceptCode', '=', body.code)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', moment(now) as never)
    .forUpdate()
    .executeTakeFirst()

/** How many other keys he is a proxy for already. */
async function keysHeld(tx: Tx, { compoundId, params, caller }: AcceptCall): Promise<number> {
  const row = await tx
    .selectFrom('ownerMandates')
    .select((eb) => eb.fn.count<number>('keyNo').distinct().as('n'))
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('proxyId', '=', caller.personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return row?.n ?? 0
}

async function checkProxy(tx: Tx, { row }: LoadedVote, offer: Offer, call: AcceptCall): Promise<void> {
  const { rules } = row
  const barred = (message: string) => new RefusalError({ code: 'mandate_barred', message })
  if (offer.grantedById === call.caller.personId) throw barred('不能委托给自己，请把委托码交给受托人。')
  if (hasRole(call.caller.actor, 'property_manager') && !rules.propertyStaffMayProxy) {
    throw barred('物业的人不能当受托人，请业主另找人。')
  }
  if ((await keysHeld(tx, call)) < rules.mandatesPerProxy) return
  const message = `一个人最多受 ${rules.mandatesPerProxy} 户委托，您已经满了。`
  throw new RefusalError({ code: 'mandate_over_limit', message })
}

async function takeUp(tx: Tx, offer: Offer, call: AcceptCall): Promise<void> {
  const { compoundId, params, caller, now } = call
  await tx
    .updateTable('ownerMandates')
    .set({
      proxyId: caller.personId,
      acceptedAt: moment(now),
      acceptCode: null,
      isPropertyStaff: hasRole(caller.actor, 'property_manager'),
    })
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('id', '=', offer.id)
    .execute()
  const right = { mandateId: offer.id, since: moment(now), until: null }
  await tx
    .insertInto('ownerVoteVoters')
    .values({
      compoundId,
      voteId: params.voteId,
      personId: caller.personId,
      keyNo: offer.keyNo,
      seat: 'proxy',
      capacity: 'proxy',
      ...right,
    })
    .onConflict((conflict) =>
      conflict.columns(['compoundId', 'voteId', 'personId', 'keyNo', 'seat']).doUpdateSet(right),
    )
    .execute()
}

/**
 * Whoever was told the code takes the mandate up and may from then on vote for that key (RULES.md §4.10).
 * @throws mandate_barred, mandate_over_limit, voting_closed
 */
export async function acceptMandate(tx: Tx, call: AcceptCall): Promise<AcceptEnd> {
  const { compoundId, params, caller, now } = call
  const { voteId } = params
  const vote = await voteForMandates(tx, call)
  // One after the other for one person: five wrong codes or a mandate too many at the same moment would not see each other.
  await sql`select from members where compound_id = ${compoundId} and person_id = ${caller.personId} for no key update`.execute(
    tx,
  )
  if ((await wrongToday(tx, call)) >= WRONG_A_DAY) return 'too_often'
  const entry = { compoundId, at: now, actorId: caller.personId, voteId }
  const offer = await offerOf(tx, call)
  if (!offer) {
    await appendJournal(tx, { ...entry, kind: 'vote_mandate_code_wrong' })
    return 'wrong'
  }
  await checkProxy(tx, vote, offer, call)
  await takeUp(tx, offer, call)
  const extra = { keyNo: offer.keyNo, mandateId: offer.id }
  await appendJournal(tx, { ...entry, kind: 'vote_mandate_accepted', extra })
  const notice = {
    title: '您的委托有人接了',
    body: `“${vote.row.title}”：受托人已经接受委托，可以代您投票。他投票之前您都可以收回。`,
    voteId,
  }
  await notify(tx, compoundId, [offer.grantedById], notice, { now })
  return 'accepted'
}
