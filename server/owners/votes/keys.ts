import { type Electorate, electorate, type VotingKey } from '@yishiting/domain/owners/electorate'
import type { Unit } from '@yishiting/domain/owners/roll'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'
import type { VoteRow } from '../load'

export interface NumberedKey extends VotingKey {
  keyNo: number
  unitCodes: string[]
  building: string
  stairwell: string
}

/** “2” before “10”: numbers inside codes by their value. */
const byCode = new Intl.Collator('zh-CN', { numeric: true }).compare

/** In the order of the compound: building, stairwell, flat. The same roll gives the same numbers. */
export function numbered({ keys }: Electorate, units: readonly Unit[]): NumberedKey[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]))
  const placed = [...keys.values()].map((key) => {
    const own = key.unitIds
      .map((id) => unitOf.get(id) as Unit)
      .sort(
        (a, b) =>
          byCode(a.building, b.building) || byCode(a.stairwell, b.stairwell) || byCode(a.code, b.code),
      )
    const [first] = own as [Unit]
    return { ...key, first, unitIds: own.map(({ id }) => id), unitCodes: own.map(({ code }) => code) }
  })
  placed.sort(
    (a, b) =>
      byCode(a.first.building, b.first.building) ||
      byCode(a.first.stairwell, b.first.stairwell) ||
      byCode(a.first.code, b.first.code),
  )
  return placed.map(({ first, ...key }, index) => ({
    ...key,
    keyNo: index + 1,
    building: first.building,
    stairwell: first.stairwell,
  }))
}

/** As many keys as PostgreSQL must know of before it looks one up. */
const MANY = 1_000

/** One statement for 50,000 keys: their columns as one JSON document. */
export async function insertKeys(
  tx: Tx,
  vote: Pick<VoteRow, 'compoundId' | 'id'>,
  keys: readonly NumberedKey[],
): Promise<void> {
  const rows = keys.map(
    ({ keyNo, id, ownerIds, unitIds, unitCodes, building, stairwell, area, isDevelopers }) => ({
      key_no: keyNo,
      key_id: id,
      owner_ids: ownerIds,
      unit_ids: unitIds,
      unit_codes: unitCodes,
      building,
      stairwell,
      area,
      is_developers: isDevelopers,
    }),
  )
  await sql`
    insert into owner_vote_keys (compound_id, vote_id, key_no, key_id, owner_ids, unit_ids, unit_codes, building, stairwell, area, is_developers)
    select ${vote.compoundId}::uuid, ${vote.id}::uuid, k.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as k (key_no int, key_id text, owner_ids uuid[], unit_ids uuid[], unit_codes text[], building text, stairwell text, area bigint,
        is_developers boolean)
  `.execute(tx)
  // Each voter's and ballot's foreign key is looked up by the plan that these statistics give; without them all keys were read for each.
  if (rows.length >= MANY) await sql`analyze owner_vote_keys`.execute(tx)
}

/**
 * Everybody who has shown that he is an owner may cast for his keys from the opening on (see rights.ts for those who come later).
 * From the owners to the keys, by one join of the whole: 50,000 look-ups would take longer.
 * @param keyNo of that key only
 */
export async function insertVoters(
  tx: Tx,
  vote: Pick<VoteRow, 'compoundId' | 'id'>,
  now: number,
  keyNo: number | null = null,
): Promise<void> {
  await sql`
    insert into owner_vote_voters (compound_id, vote_id, person_id, key_no, seat, capacity, since)
    select k.compound_id, k.vote_id, o.person_id, k.key_no,
      case when cardinality(k.owner_ids) = 1 then 'self' else 'self:' || each.n end,
      case when cardinality(k.owner_ids) = 1 then 'owner' else 'co_owner' end, ${new Date(now)}::timestamptz
    from owner_vote_keys k
    cross join lateral unnest(k.owner_ids) with ordinality as each (owner_id, n)
    join roll_owners o on o.compound_id = k.compound_id and o.id = each.owner_id
    where k.compound_id = ${vote.compoundId} and k.vote_id = ${vote.id} and o.person_id is not null and not k.is_developers
      and cardinality(k.unit_ids) > 0 and (${keyNo}::int is null or k.key_no = ${keyNo}::int)
    on conflict do nothing
  `.execute(tx)
}

export const keysFor = (units: readonly Unit[], vote: VoteRow): NumberedKey[] =>
  numbered(electorate(units, vote.rules), units)
