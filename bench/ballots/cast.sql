-- One statement, one transaction, the two rows that a ballot over HTTP leaves behind; no check, no look-up.
\set n :n + 1
\set key :client_id * :each + :n
with ballot as (
  insert into owner_ballots (compound_id, vote_id, id, key_no, seat, edition, voter_id, capacity, channel, mandate_id, marks, received_at,
    idempotency_key, salt, digest, receipt_code)
  select :compound::uuid, :vote::uuid, gen_random_uuid(), :key::int, 'self', 1, ('00000000-0000-7000-8000-' || lpad(to_hex(:key::int), 12, '0'))::uuid,
    'owner', 'online', null, jsonb_build_object(:item::text, 'agree'), now(), gen_random_uuid()::text, uuid_send(gen_random_uuid()),
    uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), left(gen_random_uuid()::text, 19)
  returning voter_id, key_no, digest
)
insert into journal (compound_id, at, kind, actor_id, vote_id, extra, after_digest)
select :compound::uuid, now(), 'vote_ballot', voter_id, :vote::uuid, jsonb_build_object('keyNo', key_no, 'channel', 'online'), digest from ballot;
