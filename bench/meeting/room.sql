-- $1 compound, $2 how many, $3 hashes of the session tokens, $4 the meeting, $5 its one item, $6 a sealed name.
-- Person 1 is the branch's secretary and holds the gavel; everybody is here, the first 21 have a seat.
with numbers as materialized (select n, gen_random_uuid() as id from generate_series(1, $2::int) n),
people as (insert into people (id, sealed_name, created_at) select id, $6::bytea, now() from numbers),
members as (
  insert into members (compound_id, person_id, roles, label, is_seated, joined_at)
  select $1::uuid, id, case when n = 1 then array['branch_secretary', 'owner'] else array['owner'] end, '3 号楼居民', n <= 21, now()
  from numbers
), sessions as (
  insert into sessions (token_hash, person_id, created_at, expires_at)
  select hash, id, now(), now() + interval '1 day' from numbers join unnest($3::bytea[]) with ordinality as t (hash, n) using (n)
), meeting as (
  insert into meetings (compound_id, id, kind, title, state, starts_at, noticed_at, place, online, notice, seats, check_in_code,
    convened_by_id, opened_at, chair_id, current_item_id)
  select $1::uuid, $4::uuid, 'deliberation', '停车怎么排', 'open', now(), now() - interval '4 days', '文化广场', true, '', 21, '0000',
    id, now(), id, $5::uuid from numbers where n = 1
), item as (
  insert into meeting_items (compound_id, id, meeting_id, position, title, motion)
  values ($1::uuid, $5::uuid, $4::uuid, 0, '停车怎么排', '划线分区，先到先停，访客停北门，三个月后再议。')
)
insert into meeting_people (compound_id, meeting_id, person_id, checked_in_at) select $1::uuid, $4::uuid, id, now() from numbers
