import { type RawBuilder, sql } from 'kysely'

/**
 * For a row `r` of owner_vote_voters: is a ballot of that key still to be cast by this hand? Once any has come there is nothing to
 * urge: a co-owner’s second one could only contradict the first (RULES.md §4.9), a mandate that ran out is no right.
 */
export const uncastRight = (now: number): RawBuilder<boolean> => sql<boolean>`(
  (r.until is null or r.until > ${new Date(now)})
  and not exists (select 1 from owner_ballots b where b.compound_id = r.compound_id and b.vote_id = r.vote_id and b.key_no = r.key_no)
  and (r.seat <> 'proxy' or exists (select 1 from owner_mandates d where d.compound_id = r.compound_id and d.vote_id = r.vote_id
    and d.id = r.mandate_id and d.revoked_at is null and d.expires_at > ${new Date(now)})))`

/** For a row `v` of owner_votes: is it open, on the phone too, and has this person still a ballot to cast? */
export const waitsForVoter = (personId: string, now: number): RawBuilder<boolean> => sql<boolean>`(
  v.state in ('noticed', 'open') and v.opens_at <= ${new Date(now)} and v.closes_at > ${new Date(now)}
  and v.rules -> 'channels' ? 'online'
  and exists (select 1 from owner_vote_voters r where r.compound_id = v.compound_id and r.vote_id = v.id
    and r.person_id = ${personId} and ${uncastRight(now)}))`
