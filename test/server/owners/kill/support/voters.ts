import { randomUUID } from 'node:crypto'
import { hashToken, newToken } from '../../../../../server/platform/secrets/secrets'
import type { HallProcess } from '../../../kill/support/hall-process'

export interface Owner {
  id: string
  token: string
}

export interface Election {
  compoundId: string
  voteId: string
  itemId: string
  owners: Owner[]
  /** Each owner has so many keys: owner i of n has i + 1, n + i + 1, … */
  keysEach: number
}

const RULES = {
  preset: 'statute',
  legalBasis: ['民法典第278条'],
  scope: { type: 'compound' },
  specialSpaces: 'excluded',
  invalidParticipates: false,
  nonVoters: 'none',
  channels: ['online'],
  conflicts: 'scrutineers',
  mayChange: false,
  mandatesPerProxy: 3,
  propertyStaffMayProxy: false,
  ranking: 'people_then_area',
  noticeDays: 15,
  votingDays: 10,
  extensionDays: 0,
  objectionDays: 15,
}

/** A compound with so many owners who are signed in. */
export async function addOwners(
  hall: HallProcess,
  count: number,
): Promise<{ compoundId: string; owners: Owner[] }> {
  const compoundId = randomUUID()
  const owners = Array.from({ length: count }, () => ({ id: randomUUID(), token: newToken() }))
  await hall.rows("insert into compounds (compound_id, name, created_at) values ($1, '大院', now())", [
    compoundId,
  ])
  await hall.rows(
    `with these as (select * from unnest($2::uuid[], $3::bytea[]) as t (id, hash)),
      people as (insert into people (id, sealed_name, created_at) select id, decode(repeat('00', 40), 'hex'), now() from these),
      members as (insert into members (compound_id, person_id, roles, label, joined_at)
        select $1::uuid, id, array['owner'], '居民', now() from these)
    insert into sessions (token_hash, person_id, created_at, expires_at) select hash, id, now(), now() + interval '1 day' from these`,
    [compoundId, owners.map(({ id }) => id), owners.map(({ token }) => hashToken(token))],
  )
  return { compoundId, owners }
}

/** An open vote in which each of the owners has so many ballots to cast. */
export async function addElection(
  hall: HallProcess,
  { compoundId, owners }: { compoundId: string; owners: Owner[] },
  keysEach: number,
): Promise<Election> {
  const [voteId, itemId] = [randomUUID(), randomUUID()]
  await hall.rows(
    `with vote as (
      insert into owner_votes (compound_id, id, receipt, state, title, why, contact, is_extraordinary, rules, opens_at, closes_at,
        created_by_id, created_at, noticed_at)
      values ($1::uuid, $2::uuid, 'BJ-' || left($2::text, 8), 'open', '更换电梯', '', '', false, $5::jsonb,
        now() - interval '1 day', now() + interval '9 days', ($4::uuid[])[1], now(), now())
    ), item as (
      insert into owner_vote_items (compound_id, vote_id, id, position, title, body, kind)
      values ($1::uuid, $2::uuid, $3::uuid, 0, '换电梯', '', 'special')
    ), keys as (
      insert into owner_vote_keys (compound_id, vote_id, key_no, key_id, owner_ids, unit_ids, unit_codes, building, stairwell, area, is_developers)
      select $1::uuid, $2::uuid, n, 'key ' || n, array[gen_random_uuid()], array[gen_random_uuid()], array['3-1-' || n], '3', '1', 800000, false
      from generate_series(1, cardinality($4::uuid[]) * $6::int) n
    )
    insert into owner_vote_voters (compound_id, vote_id, person_id, key_no, seat, capacity, since)
    select $1::uuid, $2::uuid, ($4::uuid[])[1 + (n - 1) % cardinality($4::uuid[])], n, 'self', 'owner', now() - interval '1 day'
    from generate_series(1, cardinality($4::uuid[]) * $6::int) n`,
    [compoundId, voteId, itemId, owners.map(({ id }) => id), JSON.stringify(RULES), keysEach],
  )
  return { compoundId, voteId, itemId, owners, keysEach }
}
