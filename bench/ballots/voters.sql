-- $1 compound, $2 how many, $3 hashes of the session tokens, $4 the item that is voted on, $5 rules, $6 the votes.
-- Person n is the owner of flat n and has key n in every vote; the ids can be told from n, also inside pgbench.
with numbers as (select n, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id from generate_series(1, $2::int) n),
people as (insert into people (id, sealed_name, created_at) select id, decode(repeat('00', 40), 'hex'), now() from numbers),
members as (
  insert into members (compound_id, person_id, roles, label, joined_at)
  select $1::uuid, id, array['owner'], '3 号楼居民', now() from numbers
), sessions as (
  insert into sessions (token_hash, person_id, created_at, expires_at)
  select hash, id, now(), now() + interval '1 day' from numbers join unnest($3::bytea[]) with ordinality as t (hash, n) using (n)
), roll as (
  insert into roll_versions (compound_id, version, kind, at, by_id, reason, unit_count, area, digest)
  select $1::uuid, 1, 'import', now(), (select id from numbers where n = 1), '测量', $2::int, 800000::bigint * $2::int, decode('00', 'hex')
), votes as (
  insert into owner_votes (compound_id, id, receipt, state, title, why, contact, is_extraordinary, rules, roll_version, opens_at, closes_at,
    created_by_id, created_at, noticed_at)
  select $1::uuid, v, 'BJ-' || nr, 'open', '更换电梯', '', '', false, $5::jsonb, 1, now() - interval '1 day', now() + interval '9 days',
    (select id from numbers where n = 1), now(), now()
  from unnest($6::uuid[]) with ordinality as t (v, nr)
), items as (
  insert into owner_vote_items (compound_id, vote_id, id, position, title, body, kind)
  select $1::uuid, v, $4::uuid, 0, '换电梯', '', 'special' from unnest($6::uuid[]) v
), keys as (
  insert into owner_vote_keys (compound_id, vote_id, key_no, key_id, owner_ids, unit_ids, unit_codes, building, stairwell, area, is_developers)
  select $1::uuid, v, n, 'key ' || n, array[id], array[id], array['3-1-' || n], '3', '1', 800000, false
  from numbers, unnest($6::uuid[]) v
)
insert into owner_vote_voters (compound_id, vote_id, person_id, key_no, seat, capacity, since)
select $1::uuid, v, id, n, 'self', 'owner', now() - interval '1 day' from numbers, unnest($6::uuid[]) v
