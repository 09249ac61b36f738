import type { owners } from '@yishiting/domain/contract/owners'
import { keyOf } from '@yishiting/domain/owners/roll'
import { readUnitCode } from '@yishiting/domain/owners/unit-code'
import { sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'
import { appendJournal } from '../../platform/journal/append'
import type { Secrets } from '../../platform/secrets/secrets'
import { namedOwner } from '../roll/correct'
import { writeOwners } from '../roll/write-owners'
import { insertVoters } from './keys'
import { lockVote, requireState, type VoteCall } from './lock'

interface HeldUnit {
  keyNo: number
  unitId: string
  unitCodes: string[]
  building: string
  stairwell: string
  area: number | null
  hasVoted: boolean
}

/** The key that holds a unit now, and whether a ballot of it came before the sale. */
async function holderOf(
  tx: Tx,
  vote: { compoundId: string; id: string; rollVersion: number | null },
  code: string,
  at: number,
) {
  const { rows } = await sql<HeldUnit>`
    select k.key_no, u.unit_id, k.unit_codes, u.building, u.stairwell, u.area,
      exists (select 1 from owner_ballots b where b.compound_id = k.compound_id and b.vote_id = k.vote_id and b.key_no = k.key_no
        and b.received_at < ${new Date(at)}) as has_voted
    from owner_vote_keys k
    join roll_units u on u.compound_id = k.compound_id and u.unit_id = any (k.unit_ids) and u.code = ${code}
      and u.since_version <= ${vote.rollVersion} and (u.until_version is null or u.until_version > ${vote.rollVersion})
    where k.compound_id = ${vote.compoundId} and k.vote_id = ${vote.id}
  `.execute(tx)
  return rows[0] ?? null
}

/** Takes the unit out of the seller's key; a key without units votes no more. */
async function takeFrom(
  tx: Tx,
  vote: { compoundId: string; id: string },
  unit: HeldUnit,
  code: string,
  now: number,
) {
  await sql`
    update owner_vote_keys set unit_ids = array_remove(unit_ids, ${unit.unitId}::uuid), unit_codes = array_remove(unit_codes, ${code}),
      area = area - ${unit.area}
    where compound_id = ${vote.compoundId} and vote_id = ${vote.id} and key_no = ${unit.keyNo}
  `.execute(tx)
  await sql`
    update owner_vote_voters v set until = ${new Date(now)}
    from owner_vote_keys k
    where v.compound_id = ${vote.compoundId} and v.vote_id = ${vote.id} and v.key_no = ${unit.keyNo} and v.until is null
      and k.compound_id = v.compound_id and k.vote_id = v.vote_id and k.key_no = v.key_no and cardinality(k.unit_ids) = 0
  `.execute(tx)
}

/** Puts it into the buyer's: one that is there, or a new one with the next number. */
async function giveTo(
  tx: Tx,
  vote: { compoundId: string; id: string },
  unit: HeldUnit,
  code: string,
  ownerIds: string[],
) {
  const keyId = keyOf({ ownerIds, isDevelopers: false })
  const sorted = [...new Set(ownerIds)].sort()
  await sql`
    insert into owner_vote_keys (compound_id, vote_id, key_no, key_id, owner_ids, unit_ids, unit_codes, building, stairwell, area, is_developers)
    select ${vote.compoundId}::uuid, ${vote.id}::uuid, max(key_no) + 1, ${keyId}, ${sorted}::uuid[], array[${unit.unitId}::uuid],
      array[${code}::text], ${unit.building}, ${unit.stairwell}, ${unit.area}::bigint, false
    from owner_vote_keys where compound_id = ${vote.compoundId} and vote_id = ${vote.id}
    on conflict (compound_id, vote_id, key_id) do update set unit_ids = owner_vote_keys.unit_ids || excluded.unit_ids,
      unit_codes = owner_vote_keys.unit_codes || excluded.unit_codes, area = owner_vote_keys.area + excluded.area
  `.execute(tx)
}

/**
 * A flat changes hands between notice and close (RULES.md §4.13): the seller's ballot stands if it came before; else the buyer
 * votes in his place.
 */
export async function recordTransfer(
  tx: Tx,
  secrets: Secrets,
  call: VoteCall & { body: z.output<typeof owners.transfer.body> },
): Promise<void> {
  const vote = await lockVote(tx, { ...call, ifMatch: null })
  requireState(vote, ['noticed', 'open'], '只有公告以后、截止之前的转让，才在这里登记。')
  const { row } = vote
  const { compoundId, now, body } = call
  const at = Date.parse(body.at)
  if (at > now || (row.noticedAt !== null && at < row.noticedAt)) {
    throw new RefusalError({
      code: 'figures_wrong',
      message: '转让的时间要在公告以后、现在以前。公告以前的，请更正名册后重新公告。',
    })
  }
  const { code } = readUnitCode(body.unitCode)
  const unit = await holderOf(tx, row, code, at)
  if (!unit) throw new RefusalError({ code: 'unit_unknown', message: `这次表决里没有房号 ${code}。` })
  const named = body.owners.map(namedOwner)
  const idOf = await writeOwners(tx, secrets, compoundId, [{ code, owners: named }])
  const toOwnerIds = [...new Set(named.map((owner) => idOf(owner, code)))]
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
  if (!unit.hasVoted) {
    await takeFrom(tx, row, unit, code, now)
    await giveTo(tx, row, unit, code, toOwnerIds)
    await insertVoters(tx, row, now)
  }
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
