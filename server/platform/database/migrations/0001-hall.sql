-- Tables that are not a compound's own: keyed by their own id, joined only by id (see tenancy.ts).
create table people (
  id uuid primary key,
  sealed_name bytea not null,
  sealed_phone bytea,
  care boolean not null default false,
  created_at timestamptz not null
);

create table sessions (
  token_hash bytea primary key,
  person_id uuid not null references people (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_person on sessions (person_id);

-- Facts about the installation itself, such as how far the demo clock is ahead.
create table settings (
  name text primary key,
  value text not null
);

create table compounds (
  compound_id uuid primary key,
  name text not null,
  branch_phone text,
  property_phone text,
  created_at timestamptz not null
);

create table buildings (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  name text not null,
  position int not null,
  primary key (compound_id, id)
);

create table units (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  building_id uuid not null,
  name text not null,
  primary key (compound_id, id),
  foreign key (compound_id, building_id) references buildings (compound_id, id)
);

-- A person in a compound. `label` is how neighbours see him; his name stays sealed in `people`.
create table members (
  compound_id uuid not null references compounds (compound_id),
  person_id uuid not null references people (id),
  roles text[] not null,
  unit_id uuid,
  duty_title text,
  label text not null,
  is_seated boolean not null default false,
  joined_at timestamptz not null,
  primary key (compound_id, person_id),
  foreign key (compound_id, unit_id) references units (compound_id, id)
);
create index members_by_person on members (person_id);

create table counters (
  compound_id uuid not null references compounds (compound_id),
  name text not null,
  value bigint not null,
  primary key (compound_id, name)
);

create table matters (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  receipt text not null,
  version int not null default 1,
  state text not null,
  -- What lists filter by: the state shown, its room, and the date that matters now.
  headline text not null,
  stage text not null,
  is_open boolean not null,
  due_at timestamptz,
  -- The same where it is a deadline: from then on the matter is overdue.
  late_at timestamptz,
  title text not null,
  body text not null,
  topic text,
  route_codes text[] not null default '{}',
  building_id uuid,
  place_detail text not null default '',
  reporter_id uuid,
  sealed_reporter_name bytea,
  raised_by_id uuid not null,
  capacity text not null default 'self',
  channel text not null default 'app',
  is_private boolean not null default false,
  raised_at timestamptz not null,
  waiting_since timestamptz not null,
  acknowledged_at timestamptz,
  sorted_by_id uuid,
  sorted_at timestamptz,
  merged_into_id uuid,
  split_from_id uuid,
  objection jsonb,
  objected_once boolean not null default false,
  closed_at timestamptz,
  times_reopened int not null default 0,
  last_activity_at timestamptz not null,
  supports int not null default 0,
  followers int not null default 0,
  comments int not null default 0,
  primary key (compound_id, id),
  unique (compound_id, receipt),
  foreign key (compound_id, building_id) references buildings (compound_id, id),
  foreign key (compound_id, reporter_id) references members (compound_id, person_id),
  foreign key (compound_id, raised_by_id) references members (compound_id, person_id),
  foreign key (compound_id, merged_into_id) references matters (compound_id, id),
  foreign key (compound_id, split_from_id) references matters (compound_id, id)
);
-- Each list reads one index that starts with the compound and ends with the sort.
create index matters_feed on matters (compound_id, last_activity_at desc, id desc);
create index matters_by_stage on matters (compound_id, stage, last_activity_at desc, id desc);
create index matters_by_topic on matters (compound_id, topic, last_activity_at desc, id desc);
create index matters_by_building on matters (compound_id, building_id, last_activity_at desc, id desc);
create index matters_by_reporter on matters (compound_id, reporter_id, last_activity_at desc, id desc);
create index matters_by_raiser on matters (compound_id, raised_by_id, last_activity_at desc, id desc);
create index matters_open on matters (compound_id, last_activity_at desc, id desc) include (is_private) where is_open;
-- Few are overdue: found by date. Many are: met soon on the way down the list.
create index matters_late on matters (compound_id, late_at) where late_at is not null;
create index matters_with_deadline on matters (compound_id, last_activity_at desc, id desc) where late_at is not null;
create index matters_queue on matters (compound_id, waiting_since, id) where state in ('raised', 'reopened', 'objected');

-- For the search: the characters and pairs of characters of a matter's words, in small letters (platform/matters/search.ts).
-- Apart from `matters`, so that what moves a matter up the list does not write its words again.
create table matter_words (
  compound_id uuid not null,
  matter_id uuid not null,
  grams text[] not null,
  primary key (compound_id, matter_id),
  foreign key (compound_id, matter_id) references matters (compound_id, id)
);
create index matter_words_by_gram on matter_words using gin (grams);

create table matter_routes (
  compound_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  position int not null,
  code text not null,
  state text not null,
  lead_id uuid,
  helper_ids uuid[] not null default '{}',
  task text,
  due_at timestamptz,
  due_before_extension timestamptz,
  ground text,
  where_to text,
  meeting_id uuid,
  meeting_at timestamptz,
  claimed_at timestamptz,
  claimed_by_id uuid,
  checker_id uuid,
  checked_at timestamptz,
  past_checker_ids uuid[] not null default '{}',
  rating_opens_at timestamptz,
  rating_closes_at timestamptz,
  failures int not null default 0,
  closed_at timestamptz,
  primary key (compound_id, id),
  unique (compound_id, matter_id, position),
  foreign key (compound_id, matter_id) references matters (compound_id, id),
  foreign key (compound_id, lead_id) references members (compound_id, person_id),
  foreign key (compound_id, checker_id) references members (compound_id, person_id)
);
create index matter_routes_by_lead on matter_routes (compound_id, lead_id, due_at) where state <> 'closed';
create index matter_routes_by_checker on matter_routes (compound_id, checker_id) where state = 'done_claimed';
create index matter_routes_by_code on matter_routes (compound_id, code, matter_id);
create index matter_routes_open on matter_routes (compound_id, state, due_at) where state <> 'closed';

create table supports (
  compound_id uuid not null,
  matter_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (compound_id, matter_id, person_id),
  foreign key (compound_id, matter_id) references matters (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);

create table follows (
  compound_id uuid not null,
  matter_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (compound_id, matter_id, person_id),
  foreign key (compound_id, matter_id) references matters (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create index follows_by_person on follows (compound_id, person_id, matter_id);

create table comments (
  compound_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  author_id uuid not null,
  body text not null,
  at timestamptz not null,
  hidden_at timestamptz,
  hidden_by_id uuid,
  hidden_reason text,
  primary key (compound_id, id),
  foreign key (compound_id, matter_id) references matters (compound_id, id),
  foreign key (compound_id, author_id) references members (compound_id, person_id)
);
create index comments_by_matter on comments (compound_id, matter_id, at desc, id desc);

-- A photo belongs to whoever sent it until a matter or an event takes it; what nobody takes is swept away.
create table photos (
  compound_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  matter_id uuid,
  -- The event of the journal that it proves; null: it belongs to the matter's own words.
  journal_id bigint,
  position int not null default 0,
  width int not null,
  height int not null,
  bytes int not null,
  at timestamptz not null,
  primary key (compound_id, id),
  foreign key (compound_id, owner_id) references members (compound_id, person_id),
  foreign key (compound_id, matter_id) references matters (compound_id, id)
);
create index photos_by_matter on photos (compound_id, matter_id, journal_id, position);
create index photos_unused on photos (at) where matter_id is null;

-- Append-only: every change of state leaves one row, in the same transaction.
create table journal (
  compound_id uuid not null references compounds (compound_id),
  id bigint generated always as identity,
  at timestamptz not null,
  kind text not null,
  actor_id uuid,
  matter_id uuid,
  route_id uuid,
  route_code text,
  meeting_id uuid,
  from_state text,
  to_state text,
  reason text not null default '',
  extra jsonb not null default '{}',
  before_digest bytea,
  after_digest bytea,
  primary key (compound_id, id)
);
create index journal_by_matter on journal (compound_id, matter_id, id);
create index journal_by_meeting on journal (compound_id, meeting_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete on journal
  for each row execute function refuse_change();
create trigger journal_is_never_emptied before truncate on journal
  for each statement execute function refuse_change();

create table notices (
  compound_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  title text not null,
  body text not null,
  matter_id uuid,
  meeting_id uuid,
  read_at timestamptz,
  primary key (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create index notices_by_person on notices (compound_id, person_id, at desc, id desc);
create index notices_unread on notices (compound_id, person_id) where read_at is null;

-- What a phone sent twice is answered twice and done once.
create table idempotency (
  compound_id uuid not null,
  person_id uuid not null,
  key text not null,
  request_digest bytea not null,
  sealed_answer bytea,
  at timestamptz not null,
  primary key (compound_id, person_id, key),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create index idempotency_by_age on idempotency (at);

-- Something that happens by itself at an instant. Fired by a sweep, once, in the transaction of its effect.
create table clocks (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  kind text not null,
  matter_id uuid,
  route_id uuid,
  meeting_id uuid,
  due_at timestamptz not null,
  fired_at timestamptz,
  primary key (compound_id, id)
);
create index clocks_due on clocks (due_at) where fired_at is null;
create index clocks_by_route on clocks (compound_id, matter_id, route_id) where fired_at is null;

create table meetings (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  version int not null default 1,
  kind text not null,
  title text not null,
  state text not null,
  starts_at timestamptz not null,
  noticed_at timestamptz not null,
  place text not null,
  online boolean not null,
  notice text not null,
  seats int not null,
  check_in_code text not null,
  convened_by_id uuid not null,
  opened_at timestamptz,
  closed_at timestamptz,
  cancel_reason text,
  primary key (compound_id, id),
  foreign key (compound_id, convened_by_id) references members (compound_id, person_id)
);
create index meetings_by_time on meetings (compound_id, starts_at desc, id desc);

create table meeting_items (
  compound_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  position int not null,
  matter_id uuid not null,
  route_id uuid not null,
  motion text,
  proposer_id uuid,
  poll text not null default 'none',
  poll_opened_at timestamptz,
  poll_closed_at timestamptz,
  outcome text,
  outcome_text text not null default '',
  minority_views text not null default '',
  primary key (compound_id, id),
  unique (compound_id, meeting_id, route_id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id),
  foreign key (compound_id, route_id) references matter_routes (compound_id, id),
  foreign key (compound_id, matter_id) references matters (compound_id, id)
);

create table meeting_people (
  compound_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  rsvp text,
  checked_in_at timestamptz,
  checked_in_by_id uuid,
  primary key (compound_id, meeting_id, person_id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);

-- Track A: one person, one voice. A vote once cast stays as it was cast.
create table votes (
  compound_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  choice text not null check (choice in ('agree', 'against', 'abstain')),
  at timestamptz not null,
  primary key (compound_id, item_id, person_id),
  foreign key (compound_id, item_id) references meeting_items (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create trigger votes_stay_as_cast before update or delete on votes
  for each row execute function refuse_change();
create trigger votes_are_never_emptied before truncate on votes
  for each statement execute function refuse_change();

-- Three separate answers. `round` is the number of failures before: earlier answers are never deleted.
create table ratings (
  compound_id uuid not null,
  route_id uuid not null,
  round int not null,
  person_id uuid not null,
  rater text not null check (rater in ('reporter', 'resident')),
  contacted boolean not null,
  solved boolean not null,
  satisfied boolean not null,
  reason text not null,
  at timestamptz not null,
  primary key (compound_id, route_id, round, person_id),
  foreign key (compound_id, route_id) references matter_routes (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create trigger ratings_stay_as_given before update or delete on ratings
  for each row execute function refuse_change();
create trigger ratings_are_never_emptied before truncate on ratings
  for each statement execute function refuse_change();
