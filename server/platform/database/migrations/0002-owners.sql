-- Track B: the owners' joint decision (民法典 278). Areas are integers in 0.0001 ㎡.

-- An owner as the roll names him. He need not be a person of the hall; `person_id` is set once he has shown that he is.
create table roll_owners (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  sealed_name bytea not null,
  -- e.g. “张**”: what lists show.
  masked_name text not null,
  sealed_certificate bytea,
  sealed_phone bytea,
  -- Keyed digest of what makes him the same owner in two units (name and certificate, else name and telephone).
  identity_digest bytea not null,
  -- Keyed digests of name + last 4 digits of certificate and of telephone: what he shows to be linked.
  claim_digests bytea[] not null default '{}',
  person_id uuid,
  linked_at timestamptz,
  primary key (compound_id, id),
  unique (compound_id, identity_digest),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create index roll_owners_by_person on roll_owners (compound_id, person_id) where person_id is not null;

create table roll_imports (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  file_name text not null,
  -- The table as read: [[cell, …], …], sealed; swept away after a day.
  sealed_rows bytea not null,
  row_count int not null,
  applied_at timestamptz,
  primary key (compound_id, id),
  foreign key (compound_id, by_id) references members (compound_id, person_id)
);

create table roll_versions (
  compound_id uuid not null references compounds (compound_id),
  version int not null,
  kind text not null check (kind in ('import', 'correction')),
  at timestamptz not null,
  by_id uuid not null,
  reason text not null,
  source_name text not null default '',
  unit_count int not null,
  area bigint not null,
  registry_unit_count int,
  registry_area bigint,
  digest bytea not null,
  primary key (compound_id, version),
  foreign key (compound_id, by_id) references members (compound_id, person_id)
);

-- A unit of version v is the row with since_version <= v and (until_version is null or until_version > v).
create table roll_units (
  compound_id uuid not null,
  row_id uuid not null,
  -- The same through all versions.
  unit_id uuid not null,
  since_version int not null,
  until_version int,
  code text not null,
  building text not null,
  stairwell text not null,
  use text not null,
  area bigint check (area > 0),
  area_source text,
  owner_ids uuid[] not null,
  is_developers boolean not null,
  primary key (compound_id, row_id),
  unique (compound_id, code, since_version),
  foreign key (compound_id, since_version) references roll_versions (compound_id, version)
);
create unique index roll_units_now on roll_units (compound_id, code) where until_version is null;
create index roll_units_by_owner on roll_units using gin (owner_ids);

-- What an owner finds wrong in the roll (“我能投票吗？”), and the answer he gets.
create table roll_requests (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  person_id uuid not null,
  unit_code text not null,
  about text not null check (about in ('unit', 'owners', 'area', 'mandate', 'other')),
  sealed_text bytea not null,
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
  answer text not null default '',
  answered_by_id uuid,
  answered_at timestamptz,
  primary key (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create index roll_requests_by_state on roll_requests (compound_id, state, at);
create index roll_requests_by_person on roll_requests (compound_id, person_id, at desc);

create table owner_votes (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  receipt text not null,
  version int not null default 1,
  state text not null check (state in ('draft', 'noticed', 'open', 'closed', 'published', 'certified', 'cancelled')),
  title text not null,
  why text not null,
  contact text not null,
  matter_id uuid,
  route_id uuid,
  is_extraordinary boolean not null,
  -- VoteRules of domain/owners/rule-set; frozen and hashed at notice.
  rules jsonb not null,
  rules_digest bytea,
  roll_version int,
  roll_digest bytea,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  first_closes_at timestamptz,
  extension_reason text not null default '',
  created_by_id uuid not null,
  created_at timestamptz not null,
  noticed_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz,
  objections_until timestamptz,
  certified_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text not null default '',
  -- The counted result as published (server/owners/count) and the digest printed with it.
  result jsonb,
  result_digest bytea,
  primary key (compound_id, id),
  unique (compound_id, receipt),
  foreign key (compound_id, matter_id) references matters (compound_id, id),
  foreign key (compound_id, created_by_id) references members (compound_id, person_id),
  foreign key (compound_id, roll_version) references roll_versions (compound_id, version)
);
create index owner_votes_by_time on owner_votes (compound_id, opens_at desc, id desc);

create table owner_vote_items (
  compound_id uuid not null,
  vote_id uuid not null,
  id uuid not null,
  position int not null,
  title text not null,
  body text not null,
  kind text not null,
  -- Which of the nine items of 民法典 278, e.g. 7; null for the other kinds.
  law_item int,
  options jsonb not null default '[]',
  seats int not null default 1,
  primary key (compound_id, vote_id, id),
  unique (compound_id, vote_id, position),
  foreign key (compound_id, vote_id) references owner_votes (compound_id, id)
);

-- The counting keys as frozen at notice: numbered, so that papers, lists and exports need no name.
create table owner_vote_keys (
  compound_id uuid not null,
  vote_id uuid not null,
  key_no int not null,
  -- domain/owners/roll KeyId; with “@n” behind it for a buyer who came while voting was open.
  key_id text not null,
  owner_ids uuid[] not null,
  unit_ids uuid[] not null,
  unit_codes text[] not null,
  building text not null,
  stairwell text not null,
  area bigint,
  is_developers boolean not null,
  -- The co-owners' chosen voter; null: whoever of them comes first.
  chosen_voter_id uuid,
  primary key (compound_id, vote_id, key_no),
  unique (compound_id, vote_id, key_id),
  foreign key (compound_id, vote_id) references owner_votes (compound_id, id)
);
create index owner_vote_keys_by_building on owner_vote_keys (compound_id, vote_id, building, stairwell, key_no);
create index owner_vote_keys_by_unit on owner_vote_keys using gin (unit_codes);

-- Written mandates: offered by the owner, taken up by the proxy with the code, or recorded from paper.
create table owner_mandates (
  compound_id uuid not null,
  vote_id uuid not null,
  id uuid not null,
  key_no int not null,
  granted_by_id uuid,
  recorded_by_id uuid,
  proxy_id uuid,
  accept_code text,
  item_ids uuid[],
  instructions jsonb,
  photo_id uuid,
  is_property_staff boolean not null default false,
  granted_at timestamptz not null,
  accepted_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (compound_id, vote_id, id),
  foreign key (compound_id, vote_id, key_no) references owner_vote_keys (compound_id, vote_id, key_no),
  foreign key (compound_id, proxy_id) references members (compound_id, person_id)
);
create unique index owner_mandates_one on owner_mandates (compound_id, vote_id, key_no) where revoked_at is null;
create index owner_mandates_by_proxy on owner_mandates (compound_id, proxy_id) where revoked_at is null;

-- Who may cast online, for which key, in which seat: made at notice, added to when somebody is linked or takes up a mandate.
-- seat: “self” for a single owner or the chosen voter; “self:<n>” for the n-th of several co-owners; “proxy”.
create table owner_vote_voters (
  compound_id uuid not null,
  vote_id uuid not null,
  person_id uuid not null,
  key_no int not null,
  seat text not null,
  capacity text not null,
  mandate_id uuid,
  since timestamptz not null,
  until timestamptz,
  primary key (compound_id, vote_id, person_id, key_no, seat),
  foreign key (compound_id, vote_id, key_no) references owner_vote_keys (compound_id, vote_id, key_no),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);

-- A ballot as it was returned. One for a key and seat: a constraint, not a look-up. Nobody changes or removes one.
create table owner_ballots (
  compound_id uuid not null,
  vote_id uuid not null,
  id uuid not null,
  seq bigint generated always as identity,
  key_no int not null,
  seat text not null,
  -- 1; more only where the rule set lets a vote be changed before close.
  edition int not null default 1,
  voter_id uuid,
  recorded_by_id uuid,
  capacity text not null,
  channel text not null,
  mandate_id uuid,
  marks jsonb not null,
  is_unsigned boolean not null default false,
  photo_ids uuid[] not null default '{}',
  received_at timestamptz not null,
  idempotency_key text not null,
  -- Behind the published digest, so that a direction cannot be guessed from it.
  salt bytea not null,
  digest bytea not null,
  receipt_code text not null,
  primary key (compound_id, vote_id, id),
  unique (compound_id, vote_id, key_no, seat, edition),
  unique (compound_id, vote_id, receipt_code),
  foreign key (compound_id, vote_id, key_no) references owner_vote_keys (compound_id, vote_id, key_no)
);
create unique index owner_ballots_by_attempt on owner_ballots (compound_id, vote_id, voter_id, idempotency_key) where voter_id is not null;
create trigger owner_ballots_stay_as_cast before update or delete on owner_ballots
  for each row execute function refuse_change();
create trigger owner_ballots_are_never_emptied before truncate on owner_ballots
  for each statement execute function refuse_change();

-- A paper is read twice, by two scrutineers.
create table owner_second_entries (
  compound_id uuid not null,
  vote_id uuid not null,
  ballot_id uuid not null,
  by_id uuid not null,
  marks jsonb not null,
  is_unsigned boolean not null default false,
  photo_ids uuid[] not null default '{}',
  -- Whether it counts the same as the first reading in every item (domain/owners/readings).
  agrees boolean not null,
  at timestamptz not null,
  primary key (compound_id, vote_id, ballot_id),
  foreign key (compound_id, vote_id, ballot_id) references owner_ballots (compound_id, vote_id, id)
);
create trigger owner_second_entries_stay before update or delete on owner_second_entries
  for each row execute function refuse_change();

-- A conflict decided by the scrutineers, with their reason.
create table owner_rulings (
  compound_id uuid not null,
  vote_id uuid not null,
  key_no int not null,
  item_id uuid not null,
  mark jsonb not null,
  reason text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (compound_id, vote_id, key_no, item_id),
  foreign key (compound_id, vote_id, key_no) references owner_vote_keys (compound_id, vote_id, key_no)
);
create trigger owner_rulings_stay before update or delete on owner_rulings
  for each row execute function refuse_change();

-- Proof that the ballot and the warning reached somebody: the door-knocking list is made of it.
create table owner_deliveries (
  compound_id uuid not null,
  vote_id uuid not null,
  id uuid not null,
  key_no int not null,
  channel text not null,
  outcome text not null check (outcome in ('delivered', 'nobody_home', 'refused')),
  note text not null default '',
  by_id uuid not null,
  at timestamptz not null,
  primary key (compound_id, vote_id, id),
  foreign key (compound_id, vote_id, key_no) references owner_vote_keys (compound_id, vote_id, key_no)
);
create index owner_deliveries_by_key on owner_deliveries (compound_id, vote_id, key_no);

create table owner_transfers (
  compound_id uuid not null,
  vote_id uuid not null,
  unit_id uuid not null,
  at timestamptz not null,
  to_owner_ids uuid[] not null,
  reason text not null,
  by_id uuid not null,
  recorded_at timestamptz not null,
  primary key (compound_id, vote_id, unit_id, at),
  foreign key (compound_id, vote_id) references owner_votes (compound_id, id)
);

create table owner_vote_objections (
  compound_id uuid not null,
  vote_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  text text not null,
  at timestamptz not null,
  answer text not null default '',
  answered_by_id uuid,
  answered_at timestamptz,
  primary key (compound_id, vote_id, id),
  foreign key (compound_id, vote_id) references owner_votes (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);

alter table journal add column vote_id uuid;
create index journal_by_vote on journal (compound_id, vote_id, id) where vote_id is not null;
-- How often somebody has claimed a unit, or typed the code of a mandate, in vain today.
create index journal_failed_claims on journal (compound_id, actor_id, at) where kind in ('roll_claim_failed', 'vote_mandate_code_wrong');
alter table notices add column vote_id uuid;
alter table clocks add column vote_id uuid;
-- Scans of papers and mandates are evidence of the vote, kept with it and not swept away as unused.
alter table photos add column vote_id uuid;
drop index photos_unused;
create index photos_unused on photos (at) where matter_id is null and vote_id is null;
