import type { owners } from '@yishiting/domain/contract/owners'
import { speakTime } from '@yishiting/domain/matter/instant'
import { keyOf } from '@yishiting/domain/owners/roll'
import { readUnitCode } from '@yishiting/domain/owners/unit-code'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { appendJournal } from '../../platform/journal/append'
import type { Secrets } from '../../platform/secrets/secrets'
import type { VoteRow } from '../load'
import { correctUnit, namedOwner } from '../roll/correct'
import { holdRoll } from '../roll/lock'
import { writeOwners } from '../roll/write-owners'
import { lockVote, requireState, type VoteCall } from './lock'
import { type HeldUnit, holderOf, moveUnit } from './move-unit'

type TransferCall = VoteCall & { body: z.output<typeof owners.transfer.body> }

const wrong = (message: string) => new RefusalError({ code: 'figures_wrong', message })

function checkTime({ noticedAt }: VoteRow, at: number, now: number): void {
  if (at <= now && (noticedAt === null || at >= noticedAt)) return
  throw wrong('转让的时间要在公告以后、现在以前。公告以前的，请更正名册后重新公告。')
}

/** Two members with the same deed in hand; or sales out of their order, of which nobody could say who holds the flat. */
function checkSale({ keyId, soldAt }: HeldUnit, toOwnerIds: readonly string[], at: number, now: number) {
  if (keyId === keyOf({ ownerIds: toOwnerIds, isDevelopers: false })) {
    throw wrong('这套房已经在这几位名下，不用再登记。')
  }
  if (soldAt === null || at > soldAt) return
  throw wrong(`这套房 ${speakTime(soldAt, now)} 的转让已经登记过，再转让的时间要在那以后。`)
}

/** The roll names the buyer as well, so that he can claim his flat; not where somebody has already put it right. */
async function tellRoll(tx: Tx, secrets: Secrets, call: TransferCall, unit: HeldUnit, code: string) {
  const { compoundId, caller, now, body } = call
  const current = await tx
    .selectFrom('rollUnits')
    .select(['ownerIds', 'isDevelopers'])
    .where('compoundId', '=', compoundId)
    .where('code', '=', code)
    .where('unitId', '=', unit.unitId)
    .where('untilVersion', 'is', null)
    .executeTakeFirst()
  if (!current || keyOf(current) !== unit.keyId) return
  const correction = {
    unitCode: code,
    owners: body.owners,
    isDevelopers: false,
    reason: `转让：${body.reason}`,
  }
  await correctUnit(tx, secrets, { compoundId, byId: caller.personId, now, body: correction })
}

/**
 * A flat changes hands between notice and close (RULES.md §4.13): the seller's ballot stands if it came before; else the buyer
 * votes in his place. The vote stays on the roll of its notice; the roll of the compound goes on.
 * @throws vote_frozen, figures_wrong, unit_unknown
 */
export async function recordTransfer(tx: Tx, secrets: Secrets, call: TransferCall): Promise<void> {
  // As the notice does: first the roll, then the vote.
  await holdRoll(tx, call.compoundId)
  const vote = await lockVote(tx, call)
  requireState(vote, { ifMatch: null }, ['noticed', 'open'], '只有公告以后、截止之前的转让，才在这里登记。')
  const { row } = vote
  const { compoundId, now, body } = call
  const at = Date.parse(body.at)
  checkTime(row, at, now)
  const { code } = readUnitCode(body.unitCode)
  const unit = await holderOf(tx, row, code, at)
  if (!unit) throw new RefusalError({ code: 'unit_unknown', message: `这次表决里没有房号 ${code}。` })
  const named = body.owners.map(namedOwner)
  const idOf = await writeOwners(tx, secrets, compoundId, [{ code, owners: named }])
  const toOwnerIds = [...new Set(named.map((owner) => idOf(owner, code)))]
  checkSale(unit, toOwnerIds, at, now)
  await tx
    .insertInto('ownerTransfers')
    .values({
      compoundId,
      voteId: row.id,
      unitId: unit.unitId,
      at: moment(at),
      toOwnerIds,
      reason: body.reason,
      byId: call.caller.personId,
      recordedAt: moment(now),
    })
    .execute()
  if (!unit.hasVoted) await moveUnit(tx, row, unit, code, toOwnerIds, now)
  await tellRoll(tx, secrets, call, unit, code)
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_transfer',
    actorId: call.caller.personId,
    voteId: row.id,
    reason: body.reason,
    extra: { unit: code, at, sellerHasVoted: unit.hasVoted },
  })
}
