import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'

interface Linked {
  compoundId: string
  personId: string
  ownerId: string
  now: number
}

/**
 * An owner who shows only now who he is may vote in what is already announced or running: the keys were frozen with the
 * notice, and his is among them, unless he has sold all that it held. Nobody is added where the co-owners have chosen somebody else (RULES.md §4.9).
 */
export async function grantRightsTo(tx: Tx, { compoundId, personId, ownerId, now }: Linked): Promise<void> {
  await sql`
    insert into owner_vote_voters (compound_id, vote_id, person_id, key_no, seat, capacity, since)
    select k.compound_id, k.vote_id, ${personId}::uuid, k.key_no,
      case when cardinality(k.owner_ids) = 1 or k.chosen_voter_id is not null then 'self'
        else 'self:' || array_position(k.owner_ids, ${ownerId}::uuid) end,
      case when cardinality(k.owner_ids) = 1 then 'owner' else 'co_owner' end,
      ${new Date(now)}::timestamptz
    from owner_votes v
    join owner_vote_keys k on k.compound_id = v.compound_id and k.vote_id = v.id
    where v.compound_id = ${compoundId} and v.state in ('noticed', 'open') and v.closes_at > ${new Date(now)}
      and ${ownerId}::uuid = any(k.owner_ids) and not k.is_developers
      and cardinality(k.unit_ids) > 0
      and (k.chosen_voter_id is null or k.chosen_voter_id in (${personId}::uuid, ${ownerId}::uuid))
    on conflict do nothing
  `.execute(tx)
}
