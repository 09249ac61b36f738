import type { Hall } from '../../../support/hall'

export interface LargeRoll {
  units: number
  /** How many of the owners are in the hall and have shown who they are. */
  linked: number
}

/**
 * The next version of the roll, straight into its tables: a flat for each owner, every fifth shared with the next one. The first
 * `linked` owners are in the hall.
 */
export async function writeLargeRoll(hall: Hall, { units, linked }: LargeRoll): Promise<void> {
  const { platform, compound, clock } = hall
  const { pool } = platform
  const now = new Date(clock.now())
  const all = [compound.id, units]
  await pool.query(
    `insert into people (id, sealed_name, created_at)
      select md5('person' || n)::uuid, '\\x00', $2 from generate_series(1, $1::int) n`,
    [linked, now],
  )
  await pool.query(
    `insert into members (compound_id, person_id, roles, label, joined_at)
      select $1, md5('person' || n)::uuid, '{owner}', '业主', $3 from generate_series(1, $2::int) n`,
    [compound.id, linked, now],
  )
  await pool.query(
    `insert into roll_owners (compound_id, id, sealed_name, masked_name, identity_digest, person_id)
      select $1, md5('owner' || n)::uuid, '\\x00', '甲*', sha256(n::text::bytea), case when n <= $3::int then md5('person' || n)::uuid end
      from generate_series(1, $2::int) n`,
    [...all, linked],
  )
  await pool.query(
    `update roll_units set until_version = (select max(version) + 1 from roll_versions where compound_id = $1)
      where compound_id = $1 and until_version is null`,
    [compound.id],
  )
  await pool.query(
    `with next as (
      insert into roll_versions (compound_id, version, kind, at, by_id, reason, unit_count, area, digest)
      select $1, coalesce(max(version), 0) + 1, 'import', $3, $4, '换届', $2::int, $2::int * 805000::bigint, sha256('roll')
      from roll_versions where compound_id = $1
      returning version
    )
    insert into roll_units (compound_id, row_id, unit_id, since_version, code, building, stairwell, use, area, area_source, owner_ids, is_developers)
    select $1, gen_random_uuid(), gen_random_uuid(), next.version, (n % 100 + 1) || '-' || (n % 3 + 1) || '-' || n, (n % 100 + 1)::text, (n % 3 + 1)::text,
      'dwelling', 805000, 'register',
      case when n % 5 = 0 then array[md5('owner' || n)::uuid, md5('owner' || n % $2::int + 1)::uuid] else array[md5('owner' || n)::uuid] end, false
    from next, generate_series(1, $2::int) n`,
    [...all, now, hall.people.committee_director.id],
  )
}

/** A ballot for each of the first `keys` keys, all the same way. */
export async function castMany(hall: Hall, voteId: string, keys: number): Promise<void> {
  await hall.platform.pool.query(
    `insert into owner_ballots (compound_id, vote_id, id, key_no, seat, capacity, channel, marks, received_at, idempotency_key, salt, digest, receipt_code)
      select $1, $2, gen_random_uuid(), n, 'self', 'owner', 'online', m.marks, $4, 'k' || n, '\\x00', sha256(n::text::bytea), 'r' || n
      from generate_series(1, $3::int) n,
        (select jsonb_object_agg(id::text, 'agree') as marks from owner_vote_items where compound_id = $1 and vote_id = $2) m`,
    [hall.compound.id, voteId, keys, new Date(hall.clock.now())],
  )
}
