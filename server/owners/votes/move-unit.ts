import { type KeyId, keyOf } from '@yishiting/domain/owners/roll'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'
import { insertVoters } from './keys'

interface Vote {
  compoundId: string
  id: string
  rollVersion: number | null
}

export interface HeldUnit {
  keyNo: number
  keyId: KeyId
  unitId: string
  building: string
  stairwell: string
  area: number | null
  /** A ballot of the key came before the sale. */
  hasVoted: boolean
  /** When it was sold the last time while this vote was announced; null: not yet. */
  soldAt: number | null
}

/** The key that holds a unit now; null: this vote has no such unit. */
export async function holderOf(tx: Tx, vote: Vote, code: string, at: number): Promise<HeldUnit | null> {
  const { rows } = await sql<HeldUnit>`
    select k.key_no, k.key_id, u.unit_id, u.building, u.stairwell, u.area,
      exists (select 1 from owner_ballots b where b.compound_id = k.compound_id and b.vote_id = k.vote_id and b.key_no = k.key_no
        and b.received_at < ${new Date(at)}) as has_voted,
      (select max(t.at) from owner_transfers t where t.compound_id = k.compound_id and t.vote_id = k.vote_id and t.unit_id = u.unit_id) as sold_at
    from owner_vote_keys k
    join roll_units u on u.compound_id = k.compound_id and u.unit_id = any (k.unit_ids) and u.code = ${code}
      and u.since_version <= ${vote.rollVersion} and (u.until_version is null or u.until_version > ${vote.rollVersion})
    where k.compound_id = ${vote.compoundId} and k.vote_id = ${vote.id} and k.unit_codes @> array[${code}::text]
  `.execute(tx)
  return rows[0] ?? null
}

/** A key without units votes no more. */
async function takeFrom(tx: Tx, vote: Vote, unit: HeldUnit, code: string, now: number): Promise<void> {
  await sql`
    update owner_vote_keys set unit_ids = array_remove(unit_ids, ${unit.unitId}::uuid), unit_codes = array_remove(unit_codes, ${code}),
      area = area - ${unit.area}::bigint
    where compound_id = ${vote.compoundId} and vote_id = ${vote.id} and key_no = ${unit.keyNo}
  `.execute(tx)
  await sql`
    update owner_vote_voters v set until = ${new Date(now)}
    from owner_vote_keys k
    where v.compound_id = ${vote.compoundId} and v.vote_id = ${vote.id} and v.key_no = ${unit.keyNo} and v.until is null
      and k.compound_id = v.compound_id and k.vote_id = v.vote_id and k.key_no = v.key_no and cardinality(k.unit_ids) = 0
  `.execute(tx)
}

/** A key that is there, or a new one with the next number. @returns its number */
async function giveTo(
  tx: Tx,
  vote: Vote,
  unit: HeldUnit,
  code: string,
  ownerIds: readonly string[],
): Promise<number> {
  const keyId = keyOf({ ownerIds, isDevelopers: false })
  const sorted = [...new Set(ownerIds)].sort()
  const { rows } = await sql<{ keyNo: number }>`
    insert into owner_vote_keys (compound_id, vote_id, key_no, key_id, owner_ids, unit_ids, unit_codes, building, stairwell, area, is_developers)
    select ${vote.compoundId}::uuid, ${vote.id}::uuid, max(key_no) + 1, ${keyId}, ${sorted}::uuid[], array[${unit.unitId}::uuid],
      array[${code}::text], ${unit.building}, ${unit.stairwell}, ${unit.area}::bigint, false
    from owner_vote_keys where compound_id = ${vote.compoundId} and vote_id = ${vote.id}
    on conflict (compound_id, vote_id, key_id) do update set unit_ids = owner_vote_keys.unit_ids || excluded.unit_ids,
      unit_codes = owner_vote_keys.unit_codes || excluded.unit_codes, area = owner_vote_keys.area + excluded.area
    returning key_no
  `.execute(tx)
  return (rows[0] as { keyNo: number }).keyNo
}

/** Out of the seller's key, into the buyer's; one who had sold everything and buys again has his right again. */
export async function moveUnit(
  tx: Tx,
  vote: Vote,
  unit: HeldUnit,
  code: string,
  toOwnerIds: readonly string[],
  now: number,
): Promise<void> {
  await takeFrom(tx, vote, unit, code, now)
  const keyNo = await giveTo(tx, vote, unit, code, toOwnerIds)
  await tx
    .updateTable('ownerVoteVoters')
    .set({ until: null })
    .where('compoundId', '=', vote.compoundId)
    .where('voteId', '=', vote.id)
    .where('keyNo', '=', keyNo)
    .execute()
  await insertVoters(tx, vote, now, keyNo)
}
