import type { Instant } from '@yishiting/domain/matter/instant'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { sql } from 'kysely'
import { ballotDigest, makeReceiptCode, makeSalt } from '../../owners/ballots/receipt'
import type { Queries, Tx } from '../../platform/database/database'
import { newId } from '../../platform/ids'
import { chance } from '../chance'
import { personOf } from '../compound'
import { COMPOUND_ID } from '../ids'
import type { Turnout, VotePlan } from './vote-plan'
import { voteId } from './votes'

interface Key {
  keyNo: number
  isDevelopers: boolean
  /** Who of its owners is in the hall; null: nobody, it votes on paper. */
  personId: string | null
  seat: string | null
}

interface Cast {
  id: string
  keyNo: number
  personId: string | null
  seat: string
  at: Instant
  marks: Record<string, Mark>
}

async function keysOf(queries: Queries, vote: string): Promise<Key[]> {
  const { rows } = await sql<Key>`
    select k.key_no, k.is_developers, v.person_id, v.seat from owner_vote_keys k
    left join lateral (select person_id, seat from owner_vote_voters v where v.compound_id = k.compound_id and v.vote_id = k.vote_id
      and v.key_no = k.key_no order by seat limit 1) v on true
    where k.compound_id = ${COMPOUND_ID} and k.vote_id = ${vote} order by k.key_no
  `.execute(queries)
  return rows
}

const CHOICES = ['agree', 'against', 'abstain'] as const

/** How one key marks one item, by where its lot falls. */
function choice(turnout: Turnout, lot: number): Mark {
  const taking = turnout.agree + turnout.against + turnout.abstain
  let left = lot * taking
  for (const each of CHOICES) {
    left -= turnout[each]
    if (left < 0) return each
  }
  return 'abstain'
}

/** Ballots come in so many handfuls: the demo is filled in seconds. */
const HANDFULS = 30

/** When the handfuls come in: spread evenly over the window, or over what of it has passed. */
export const handfulsOf = ({ opensAt, closesAt }: VotePlan, until: Instant): Instant[] =>
  Array.from({ length: HANDFULS }, (_, index) =>
    Math.floor(opensAt + ((Math.min(closesAt, until) - opensAt) * (index + 1)) / (HANDFULS + 1)),
  )

/**
 * Who votes how in the handful of that number: the same in every demo. Those who are kept for trying have not voted.
 * @param at when it comes in
 */
export async function castsOf(
  queries: Queries,
  plan: VotePlan,
  handful: number,
  at: Instant,
): Promise<Cast[]> {
  const vote = voteId(plan.key)
  const items = await queries
    .selectFrom('ownerVoteItems')
    .select('id')
    .where('compoundId', '=', COMPOUND_ID)
    .where('voteId', '=', vote)
    .orderBy('position')
    .execute()
  const by = chance(`ballots:${plan.key}`)
  const notYet = new Set(plan.notYet.map((key) => personOf(key).id))
  const share = Math.max(...plan.turnout.map(({ agree, against, abstain }) => agree + against + abstain), 0)
  const casts: (Omit<Cast, 'at'> & { when: number })[] = []
  for (const { keyNo, isDevelopers, personId, seat } of await keysOf(queries, vote)) {
    const [takesPart, lot, when] = [by.next() * 100 < share, by.next(), by.next()]
    if (!takesPart || isDevelopers || (personId && notYet.has(personId))) continue
    casts.push({
      id: newId(),
      keyNo,
      personId,
      seat: seat ?? 'paper',
      when,
      marks: Object.fromEntries(
        items.map(({ id }, index) => [id, choice(plan.turnout[index] as Turnout, lot)]),
      ),
    })
  }
  return casts
    .filter((cast) => Math.floor(cast.when * HANDFULS) === handful)
    .map(({ when: _, ...cast }, index) => ({ ...cast, at: at + index }))
}

/** Writes ballots as they were returned: online by those in the hall, on paper and read twice by the others. */
export async function insertCasts(tx: Tx, plan: VotePlan, casts: readonly Cast[]): Promise<void> {
  if (casts.length === 0) return
  const vote = voteId(plan.key)
  const [first, second] = [personOf('scrutineer1').id, personOf('scrutineer2').id]
  const rows = casts.map(({ id, keyNo, personId, seat, at, marks }) => {
    const channel = seat === 'paper' ? ('paper' as const) : ('online' as const)
    const salt = makeSalt()
    const digest = ballotDigest({
      voteId: vote,
      keyNo,
      seat,
      edition: 1,
      marks,
      channel,
      receivedAt: at,
      salt,
    })
    return {
      id,
      key_no: keyNo,
      seat,
      voter_id: personId,
      recorded_by_id: personId ? null : first,
      capacity: seat.startsWith('self:') ? 'co_owner' : 'owner',
      channel,
      marks,
      received_at: new Date(at).toISOString(),
      idempotency_key: id,
      salt: salt.toString('hex'),
      digest: digest.toString('hex'),
      receipt_code: makeReceiptCode(),
    }
  })
  await sql`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, key_no int, seat text, voter_id uuid,
      recorded_by_id uuid, capacity text, channel text, marks jsonb, received_at timestamptz, idempotency_key text, salt text, digest text,
      receipt_code text) order by received_at),
    put as (
      insert into owner_ballots (compound_id, vote_id, id, key_no, seat, voter_id, recorded_by_id, capacity, channel, marks, received_at,
        idempotency_key, salt, digest, receipt_code)
      select ${COMPOUND_ID}::uuid, ${vote}::uuid, id, key_no, seat, voter_id, recorded_by_id, capacity, channel, marks, received_at,
        idempotency_key, decode(salt, 'hex'), decode(digest, 'hex'), receipt_code from given)
    insert into journal (compound_id, at, kind, actor_id, vote_id, extra, after_digest)
    select ${COMPOUND_ID}::uuid, received_at, case channel when 'paper' then 'vote_paper_first' else 'vote_ballot' end,
      coalesce(voter_id, recorded_by_id), ${vote}::uuid, jsonb_build_object('keyNo', key_no, 'channel', channel), decode(digest, 'hex')
    from given
  `.execute(tx)
  const papers = casts.filter(({ seat }) => seat === 'paper')
  const read = papers.map(({ id, at, marks }) => ({ id, marks, at: new Date(at + 3_600_000).toISOString() }))
  await sql`
    insert into owner_second_entries (compound_id, vote_id, ballot_id, by_id, marks, at, agrees)
    select ${COMPOUND_ID}::uuid, ${vote}::uuid, id, ${second}::uuid, marks, at, true
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as g (id uuid, marks jsonb, at timestamptz)
  `.execute(tx)
}
