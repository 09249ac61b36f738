-- The four meetings, moderated live (RULES.md §2).

-- Who holds the gavel, who may vote, how long one speaks, what was announced with it.
alter table meetings
  add column chair_id uuid,
  add column deputy_id uuid,
  add column current_item_id uuid,
  -- How many events there are: counted under the row's lock, so there is neither gap nor twin.
  add column event_seq int not null default 0,
  -- “present”: every resident who is checked in; “members”: the seated members only.
  add column voters text not null default 'present' check (voters in ('present', 'members')),
  add column speech_seconds int not null default 180,
  add column reply_seconds int not null default 60,
  add column map_note text not null default '',
  -- What the convener answered when asked which kind is needed (domain/deliberate/required-kind).
  add column signs jsonb not null default '{}',
  add column teller_ids uuid[] not null default '{}',
  add column photo_ids uuid[] not null default '{}';

-- A point of the agenda about a body that answers for its work (评议会) has no matter.
alter table meeting_items
  alter column matter_id drop not null,
  alter column route_id drop not null,
  add column title text not null default '',
  add column body text,
  add column spoken_at timestamptz;

-- What was changed after the notice stays visible as changed.
create table meeting_changes (
  compound_id uuid not null,
  meeting_id uuid not null,
  no int not null,
  at timestamptz not null,
  by_id uuid not null,
  field text not null,
  before text not null,
  after text not null,
  reason text not null,
  primary key (compound_id, meeting_id, no, field),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);
create trigger meeting_changes_stay before update or delete on meeting_changes
  for each row execute function refuse_change();
create trigger meeting_changes_are_never_emptied before truncate on meeting_changes
  for each statement execute function refuse_change();

-- One row for each step that everybody sees, numbered by meetings.event_seq.
create table meeting_events (
  compound_id uuid not null,
  meeting_id uuid not null,
  seq int not null,
  at timestamptz not null,
  kind text not null,
  by_id uuid,
  body jsonb not null default '{}',
  primary key (compound_id, meeting_id, seq),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);
create trigger meeting_events_stay before update or delete on meeting_events
  for each row execute function refuse_change();
create trigger meeting_events_are_never_emptied before truncate on meeting_events
  for each statement execute function refuse_change();

-- “hand”: he is in the room and votes by raising his hand, not on a phone.
alter table meeting_people
  add column by_hand boolean not null default false,
  add column is_observer boolean not null default false;

-- Here without being in the app: a name on the list, always by hand.
create table meeting_guests (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  sealed_name bytea not null,
  label text not null,
  is_resident boolean not null,
  at timestamptz not null,
  by_id uuid not null,
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);

-- Waiting to speak, speaking, or has spoken.
create table meeting_speeches (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  person_id uuid,
  guest_id uuid,
  label text not null,
  kind text not null check (kind in ('speech', 'reply', 'order')),
  asked_at timestamptz not null,
  called_at timestamptz,
  ended_at timestamptz,
  withdrawn_at timestamptz,
  seconds int not null,
  note text not null default '',
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, item_id) references meeting_items (compound_id, id)
);
-- Nobody stands twice in one queue; one speaks at a time.
create unique index meeting_speeches_waiting on meeting_speeches (compound_id, item_id, person_id, kind)
  where person_id is not null and called_at is null and withdrawn_at is null;
create unique index meeting_speeches_now on meeting_speeches (compound_id, meeting_id)
  where called_at is not null and ended_at is null;

-- What is proposed from the floor beside the point's own motion.
create table meeting_motions (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('motion', 'amendment', 'order')),
  text text not null,
  proposer_id uuid not null,
  at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'taken_up', 'set_aside', 'withdrawn')),
  reason text not null default '',
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, item_id) references meeting_items (compound_id, id)
);
create table meeting_seconders (
  compound_id uuid not null,
  meeting_id uuid not null,
  motion_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (compound_id, meeting_id, motion_id, person_id),
  foreign key (compound_id, meeting_id, motion_id) references meeting_motions (compound_id, meeting_id, id)
);

-- A question put to the meeting. At most one is open at a time.
create table meeting_polls (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  -- “motion”: the point's own; its result decides. “amendment”, “order”: one from the floor. “other”: a straw poll.
  about text not null check (about in ('motion', 'amendment', 'order', 'other')),
  motion_id uuid,
  position int not null,
  question text not null,
  method text not null check (method in ('yes_no', 'choose_one', 'choose_several', 'ranking', 'scoring')),
  options jsonb not null default '[]',
  picks_max int not null default 1,
  is_secret boolean not null default true,
  opened_at timestamptz not null,
  opened_by_id uuid not null,
  closed_at timestamptz,
  closed_by_id uuid,
  -- Counted at close, phones and hands together (domain/deliberate/polls); nothing is counted anew afterwards.
  result jsonb,
  primary key (compound_id, id),
  unique (compound_id, item_id, position),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id),
  foreign key (compound_id, item_id) references meeting_items (compound_id, id)
);
create unique index meeting_polls_one_open on meeting_polls (compound_id, meeting_id) where closed_at is null;

-- Track A: one person, one voice. A vote once cast stays as it was cast. Of a secret poll only that he voted.
create table poll_votes (
  compound_id uuid not null,
  poll_id uuid not null,
  person_id uuid not null,
  marks jsonb,
  at timestamptz not null,
  primary key (compound_id, poll_id, person_id),
  foreign key (compound_id, poll_id) references meeting_polls (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);
create trigger poll_votes_stay_as_cast before update or delete on poll_votes
  for each row execute function refuse_change();
create trigger poll_votes_are_never_emptied before truncate on poll_votes
  for each statement execute function refuse_change();

-- The slip in the box: no name, no time, a random id for its only order.
create table poll_slips (
  compound_id uuid not null,
  poll_id uuid not null,
  id uuid not null,
  marks jsonb not null,
  primary key (compound_id, poll_id, id),
  foreign key (compound_id, poll_id) references meeting_polls (compound_id, id)
);
-- A slip lies in the same transaction as its voter's row: when the box is opened its slips are put down anew, in random order, so that
-- nothing in the tables links them any more. Only for this, and only of the poll that is being counted, may a slip be taken away.
create function refuse_slip_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('hall.shuffling', true) = old.poll_id::text then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger poll_slips_stay_as_cast before update or delete on poll_slips
  for each row execute function refuse_slip_change();
create trigger poll_slips_are_never_emptied before truncate on poll_slips
  for each statement execute function refuse_change();

-- A show of hands as each of two tellers counted it; counted anew when they differ, so the latest of each counts.
create table poll_hands (
  compound_id uuid not null,
  poll_id uuid not null,
  teller_id uuid not null,
  no int not null,
  -- By choice or option id.
  counts jsonb not null,
  at timestamptz not null,
  primary key (compound_id, poll_id, teller_id, no),
  foreign key (compound_id, poll_id) references meeting_polls (compound_id, id)
);
create trigger poll_hands_stay before update or delete on poll_hands
  for each row execute function refuse_change();
create trigger poll_hands_are_never_emptied before truncate on poll_hands
  for each statement execute function refuse_change();

insert into meeting_polls (compound_id, meeting_id, id, item_id, about, position, question, method, is_secret, opened_at, opened_by_id,
    closed_at, closed_by_id, result)
  select i.compound_id, i.meeting_id, gen_random_uuid(), i.id, 'motion', 0, coalesce(i.motion, ''), 'yes_no', true,
    coalesce(i.poll_opened_at, m.opened_at, m.starts_at), m.convened_by_id, i.poll_closed_at,
    case when i.poll_closed_at is not null then m.convened_by_id end,
    case when i.poll_closed_at is not null then jsonb_build_object(
      'lines', jsonb_build_array(
        jsonb_build_object('id', 'agree', 'title', '同意', 'count', c.agree, 'hands', 0, 'isWinner', 2 * c.agree > c.cast),
        jsonb_build_object('id', 'against', 'title', '不同意', 'count', c.against, 'hands', 0, 'isWinner', false),
        jsonb_build_object('id', 'abstain', 'title', '弃权', 'count', c.abstain, 'hands', 0, 'isWinner', false)),
      'cast', c.cast, 'hands', 0, 'adopted', 2 * c.agree > c.cast,
      'words', c.agree || ' 人同意，' || c.against || ' 人不同意，' || c.abstain || ' 人弃权。', 'steps', '[]'::jsonb, 'voices', '[]'::jsonb) end
  from meeting_items i join meetings m on m.compound_id = i.compound_id and m.id = i.meeting_id
  cross join lateral (select count(*) as cast, count(*) filter (where v.choice = 'agree') as agree,
      count(*) filter (where v.choice = 'against') as against, count(*) filter (where v.choice = 'abstain') as abstain
    from votes v where v.compound_id = i.compound_id and v.item_id = i.id) c
  where i.poll <> 'none';
insert into poll_votes (compound_id, poll_id, person_id, at)
  select v.compound_id, p.id, v.person_id, v.at from votes v
  join meeting_polls p on p.compound_id = v.compound_id and p.item_id = v.item_id;
insert into poll_slips (compound_id, poll_id, id, marks)
  select v.compound_id, p.id, gen_random_uuid(), jsonb_build_object('choice', v.choice) from votes v
  join meeting_polls p on p.compound_id = v.compound_id and p.item_id = v.item_id;
drop table votes;
alter table meeting_items drop column poll, drop column poll_opened_at, drop column poll_closed_at;

-- 意见地图: short statements, before and during a meeting.
create table meeting_statements (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid,
  author_id uuid,
  entered_by_id uuid not null,
  label text not null,
  text text not null,
  at timestamptz not null,
  state text not null default 'shown' check (state in ('shown', 'hidden', 'merged')),
  merged_into_id uuid,
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);
create table statement_answers (
  compound_id uuid not null,
  meeting_id uuid not null,
  statement_id uuid not null,
  person_id uuid not null,
  value smallint not null check (value in (-1, 0, 1)),
  at timestamptz not null,
  primary key (compound_id, meeting_id, statement_id, person_id),
  foreign key (compound_id, meeting_id, statement_id) references meeting_statements (compound_id, meeting_id, id)
);

-- 书面意见: what somebody who cannot come hands in before; it stands in the minutes.
create table meeting_submissions (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid,
  person_id uuid,
  entered_by_id uuid not null,
  label text not null,
  text text not null,
  at timestamptz not null,
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);

-- 听证会: whom the decision burdens, who brings it, who answers.
create table hearing_parties (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  side text not null check (side in ('burdened', 'applicant', 'authority', 'other')),
  label text not null,
  person_id uuid,
  invited_at timestamptz,
  invited_how text not null default '',
  invited_by_id uuid,
  is_here boolean not null default false,
  view text not null default '',
  view_at timestamptz,
  view_by_id uuid,
  photo_ids uuid[] not null default '{}',
  signed_at timestamptz,
  signed_how text not null default '',
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);
create table hearing_questions (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  asked_by_id uuid not null,
  asked_label text not null,
  to_party_id uuid,
  text text not null,
  at timestamptz not null,
  answer text not null default '',
  answered_label text not null default '',
  answered_at timestamptz,
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);

-- A concrete demand (诉求) and its written answer, adopted or not, with the reason, within its deadline.
create table meeting_demands (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  item_id uuid,
  party_id uuid,
  person_id uuid,
  label text not null,
  text text not null,
  at timestamptz not null,
  due_at timestamptz not null,
  is_adopted boolean,
  answer text not null default '',
  answered_at timestamptz,
  answered_by_id uuid,
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);

-- 纪要: drafted from what happened, corrected, signed, published.
create table meeting_minutes (
  compound_id uuid not null,
  meeting_id uuid not null,
  version int not null default 1,
  state text not null default 'draft' check (state in ('draft', 'shown', 'published')),
  recorder_id uuid not null,
  -- Sections in their order: [{ id, title, text }] (domain/deliberate/minutes).
  sections jsonb not null,
  drafted_at timestamptz not null,
  shown_at timestamptz,
  objections_until timestamptz,
  published_at timestamptz,
  digest text,
  primary key (compound_id, meeting_id),
  foreign key (compound_id, meeting_id) references meetings (compound_id, id)
);
create table minutes_signatures (
  compound_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  capacity text not null,
  label text not null,
  -- SHA-256 of the sections as signed: words changed afterwards need a new signature.
  digest text not null,
  at timestamptz not null,
  primary key (compound_id, meeting_id, person_id, digest),
  foreign key (compound_id, meeting_id) references meeting_minutes (compound_id, meeting_id)
);
create table minutes_objections (
  compound_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  label text not null,
  text text not null,
  at timestamptz not null,
  answer text not null default '',
  is_accepted boolean,
  answered_at timestamptz,
  answered_by_id uuid,
  primary key (compound_id, meeting_id, id),
  foreign key (compound_id, meeting_id) references meeting_minutes (compound_id, meeting_id)
);

-- A meeting demanded by signatures (RULES.md §2: half of the members an 议事会, a fifth of the residents or households a 听证会).
create table meeting_petitions (
  compound_id uuid not null references compounds (compound_id),
  id uuid not null,
  kind text not null,
  title text not null,
  why text not null,
  matter_id uuid,
  started_by_id uuid not null,
  started_at timestamptz not null,
  -- The base as it was when the petition began, and how many signatures it needs.
  base int not null,
  needed int not null,
  closes_at timestamptz not null,
  reached_at timestamptz,
  meeting_id uuid,
  primary key (compound_id, id)
);
create table petition_signatures (
  compound_id uuid not null,
  petition_id uuid not null,
  person_id uuid not null,
  entered_by_id uuid not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (compound_id, petition_id, person_id),
  foreign key (compound_id, petition_id) references meeting_petitions (compound_id, id),
  foreign key (compound_id, person_id) references members (compound_id, person_id)
);

-- Materials of a meeting and evidence at a hearing.
alter table photos add column meeting_id uuid;
drop index photos_unused;
create index photos_unused on photos (at) where matter_id is null and vote_id is null and meeting_id is null;
