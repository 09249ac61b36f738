-- $1 compound, $2 how many, $3 residents (the first is the reader), $4 leads, $5 buildings.
-- Number 1 is the latest; one every ten minutes. What a matter looks like depends on its number alone, so that the first page of
-- a small compound holds the same kinds of cards as that of a large one. Of twenty, sixteen are over, two are being done, one
-- waits for a meeting, one has just been said. The words for the search are left out: no list measured here searches.
with numbers as (
  select n, uuidv7(-(n * interval '10 minutes')) as id, now() - n * interval '10 minutes' as at,
    least(now(), now() - n * interval '10 minutes' + (n * 37 % 240) * interval '1 hour') as stirred_at,
    case when n % 20 < 16 then 'closed' when n % 20 < 18 then 'in_progress' when n % 20 = 18 then 'scheduled' else 'raised' end as headline,
    case when n % 47 = 0 then 1 else 2 + n * 11 % (cardinality($3::uuid[]) - 1) end as reporter
  from generate_series(1, $2::int) n
), said as (
  insert into matters (compound_id, id, receipt, state, headline, stage, is_open, due_at, late_at, title, body, topic, route_codes,
    building_id, place_detail, reporter_id, raised_by_id, is_private, raised_at, waiting_since, acknowledged_at, sorted_by_id,
    sorted_at, closed_at, last_activity_at, supports, followers, comments)
  select $1, id, 'SX-2026-' || lpad(n::text, 6, '0'),
    case headline when 'closed' then 'closed' when 'raised' then 'raised' else 'sorted' end, headline,
    case headline when 'closed' then 'rate' when 'in_progress' then 'act' when 'scheduled' then 'deliberate' else 'speak' end,
    headline <> 'closed',
    case when headline <> 'closed' then at + interval '7 days' end,
    case when headline in ('in_progress', 'raised') then at + interval '7 days' end,
    '东侧车棚充电口又老又慢' || repeat('还要投币', n % 3) || n,
    repeat('扫码的只有一组，楼道里东西也堆满了，老人下楼不方便。', 1 + n % 12),
    (array['parking', 'repair', 'fire', 'cleaning', 'neighbours', 'security', 'fees'])[1 + n % 7],
    case headline when 'raised' then '{}'::text[] when 'scheduled' then '{deliberation}' else '{property}' end,
    ($5::uuid[])[1 + n % cardinality($5::uuid[])], '2 单元门口', ($3::uuid[])[reporter], ($3::uuid[])[reporter], n % 40 = 7,
    at, at, at + interval '3 hours', case when headline <> 'raised' then ($4::uuid[])[1] end,
    case when headline <> 'raised' then at + interval '1 day' end,
    case when headline = 'closed' then stirred_at end, stirred_at, n % 7, n % 4, n % 5
  from numbers order by n desc
), routed as (
  insert into matter_routes (compound_id, id, matter_id, position, code, state, lead_id, task, due_at, meeting_at, claimed_at,
    checked_at, closed_at)
  select $1, uuidv7(-(n * interval '10 minutes')), id, position,
    case headline when 'scheduled' then 'deliberation' else 'property' end, headline,
    case when headline <> 'scheduled' then ($4::uuid[])[1 + n % cardinality($4::uuid[])] end,
    '把东侧车棚的充电口换成扫码的，一共 20 个', at + interval '7 days',
    case when headline = 'scheduled' then now() + interval '3 days' end,
    case when headline = 'closed' then at + interval '4 days' end, case when headline = 'closed' then at + interval '5 days' end,
    case when headline = 'closed' then stirred_at end
  from numbers, generate_series(0, (n % 10 = 3)::int) position
  where headline <> 'raised' order by n desc
), met as (
  insert into supports (compound_id, matter_id, person_id, at)
  select $1, id, ($3::uuid[])[1 + (n * 13 + k * 29) % cardinality($3::uuid[])], at
  from numbers, generate_series(1, n % 7) k order by n desc
), followed as (
  insert into follows (compound_id, matter_id, person_id, at)
  select $1, id, ($3::uuid[])[1 + (n * 7 + k * 31) % cardinality($3::uuid[])], at
  from numbers, generate_series(1, n % 4) k order by n desc
)
insert into photos (compound_id, id, owner_id, matter_id, position, width, height, bytes, at)
select $1, uuidv7(-(n * interval '10 minutes')), ($3::uuid[])[reporter], id, position, 1600, 1200, 240000, at
from numbers, generate_series(0, n % 2) position where n % 3 = 0 order by n desc
