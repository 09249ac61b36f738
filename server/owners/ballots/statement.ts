import type { Pool } from 'pg'

/** One ballot as it waits to be written. What it may do, only the statement says. */
export interface Cast {
  tokenHash: Buffer
  keyNo: number
  /** Epoch ms when it came in: what opens and closes is measured by. */
  at: number
  id: string
  /** Canonical JSON (sorted keys), as it goes into the digest. */
  marks: string
  /** A mark for every item of the vote; a mandate for some items only may leave the others out. */
  isWhole: boolean
  /** Idempotency-Key. */
  attempt: string
  salt: Buffer
  receiptCode: string
}

export type CastOutcome =
  | 'accepted'
  /** The same attempt again: its receipt as it was given. */
  | 'kept'
  | 'reused'
  | 'signed_out'
  | 'not_found'
  | 'not_allowed'
  | 'cancelled'
  | 'not_open'
  | 'closed'
  | 'no_right'
  | 'mandate_expired'
  | 'mandate_outside'
  | 'incomplete'
  | 'already_cast'
  /** Somebody else was quicker by less than this statement could see: to be asked again. */
  | 'again'

export interface CastAnswer {
  outcome: CastOutcome
  receiptCode: string | null
  digest: Buffer | null
  /** Epoch ms. */
  receivedAt: number | null
}

/** The vote that a batch is for, with what was frozen at its notice. */
export interface BatchVote {
  compoundId: string
  voteId: string
  mayChange: boolean
}

/**
 * The whole act for up to 256 ballots, in one statement and so in one commit: who it is (the session says), whether the vote
 * is open, in which right he votes, the ballot, its row of the journal. Laterals, so that each look-up goes by its index however many
 * ballots there are. The vote and a mandate are locked against what closes or revokes them. The digest is that of receipt.ts: seat and
 * edition are known only here. Inserted by key, so that the batches of two servers cannot wait for each other crosswise.
 */
const CAST = `
with ask as (
  select a.*, to_timestamp(a.at_ms / 1000.0) as at
  from unnest($5::bytea[], $6::int[], $7::bigint[], $8::uuid[], $9::text[], $10::bool[], $11::text[], $12::bytea[], $13::text[])
    with ordinality as a (token_hash, key_no, at_ms, id, marks, is_whole, attempt, salt, code, n)
), vote as materialized (
  select state, opens_at, closes_at from owner_votes where compound_id = $1::uuid and id = $2::uuid for share
), known as materialized (
  select a.*, s.person_id, m.roles, v.seat, v.capacity, d.mandate_id, d.item_ids, d.instructions,
    p.key_no as kept_key_no, p.marks as kept_marks, p.receipt_code as kept_code, p.digest as kept_digest, p.received_at as kept_at,
    coalesce(e.edition, 0) as edition
  from ask a
  left join lateral (select person_id from sessions where token_hash = a.token_hash and expires_at > a.at limit 1) s on true
  left join lateral (select roles from members where compound_id = $1 and person_id = s.person_id limit 1) m on true
  left join lateral (select seat, capacity, mandate_id from owner_vote_voters
    where compound_id = $1 and vote_id = $2 and person_id = s.person_id and key_no = a.key_no
      and since <= a.at and (until is null or until > a.at)
    order by seat = 'proxy', seat limit 1) v on true
  left join lateral (select id as mandate_id, item_ids, instructions from owner_mandates
    where compound_id = $1 and vote_id = $2 and id = v.mandate_id and proxy_id = s.person_id
      and accepted_at <= a.at and expires_at > a.at and revoked_at is null
    limit 1 for share) d on v.seat = 'proxy'
  left join lateral (select key_no, marks, receipt_code, digest, received_at from owner_ballots
    where compound_id = $1 and vote_id = $2 and voter_id = s.person_id and idempotency_key = a.attempt limit 1) p on true
  left join lateral (select edition from owner_ballots
    where compound_id = $1 and vote_id = $2 and key_no = a.key_no and seat = v.seat order by edition desc limit 1) e on true
), judged as materialized (
  select k.*, case
    when person_id is null then 'signed_out'
    when roles is null then 'not_found'
    when not roles && $4::text[] then 'not_allowed'
    when kept_key_no is not null then
      case when kept_key_no = key_no and kept_marks = marks::jsonb then 'kept' else 'reused' end
    when vote.state is null or vote.state = 'draft' then 'not_found'
    when vote.state = 'cancelled' then 'cancelled'
    when vote.state not in ('noticed', 'open') or at >= vote.closes_at then 'closed'
    when at < vote.opens_at then 'not_open'
    when seat is null then 'no_right'
    when seat = 'proxy' and mandate_id is null then 'mandate_expired'
    when seat = 'proxy' and (
      exists (select from jsonb_each(coalesce(instructions, '{}')) i where marks::jsonb -> i.key is distinct from i.value)
      or exists (select from jsonb_object_keys(marks::jsonb) item where not item::uuid = any (item_ids))
      or exists (select from unnest(item_ids) item where not marks::jsonb ? item::text)) then 'mandate_outside'
    when not is_whole and item_ids is null then 'incomplete'
    when edition > 0 and not $3::boolean then 'already_cast'
    else 'accepted' end as outcome
  from known k left join vote on true
), written as (
  insert into owner_ballots (compound_id, vote_id, id, key_no, seat, edition, voter_id, capacity, channel, mandate_id, marks, received_at,
    idempotency_key, salt, digest, receipt_code)
  select $1, $2, id, key_no, seat, edition + 1, person_id, capacity, 'online', mandate_id, marks::jsonb, at, attempt, salt,
    sha256(convert_to('{"channel":"online","edition":' || edition + 1 || ',"keyNo":' || key_no || ',"marks":' || marks
      || ',"receivedAt":' || at_ms || ',"salt":"' || encode(salt, 'hex') || '","seat":"' || seat || '","voteId":"' || $2::uuid || '"}', 'UTF8')),
    code
  from judged where outcome = 'accepted' order by key_no
  on conflict do nothing
  returning id, key_no, voter_id, received_at, digest, seq
), noted as (
  insert into journal (compound_id, at, kind, actor_id, vote_id, extra, after_digest)
  select $1, received_at, 'vote_ballot', voter_id, $2, jsonb_build_object('keyNo', key_no, 'channel', 'online'), digest
  from written order by seq
)
select case when outcome = 'accepted' and w.id is null then 'again' else outcome end as outcome,
  case when w.id is null then kept_code else code end as code, coalesce(w.digest, kept_digest) as digest,
  coalesce(w.received_at, kept_at) as received_at
from judged left join written w on w.id = judged.id
order by n`

interface Row {
  outcome: CastOutcome
  code: string | null
  digest: Buffer | null
  received_at: number | null
}

/** Casts a batch in one commit. @returns one answer for each ballot, in their order */
export async function castBatch(
  pool: Pool,
  { compoundId, voteId, mayChange }: BatchVote,
  roles: readonly string[],
  ballots: readonly Cast[],
): Promise<CastAnswer[]> {
  const column = <Key extends keyof Cast>(key: Key): Cast[Key][] => ballots.map((ballot) => ballot[key])
  const { rows } = await pool.query<Row>({
    name: 'cast-ballots',
    text: CAST,
    values: [
      compoundId,
      voteId,
      mayChange,
      roles,
      column('tokenHash'),
      column('keyNo'),
      column('at'),
      column('id'),
      column('marks'),
      column('isWhole'),
      column('attempt'),
      column('salt'),
      column('receiptCode'),
    ],
  })
  return rows.map(({ outcome, code, digest, received_at }) => {
    const isKept = outcome === 'accepted' || outcome === 'kept'
    return isKept
      ? { outcome, receiptCode: code, digest, receivedAt: received_at }
      : { outcome, receiptCode: null, digest: null, receivedAt: null }
  })
}
