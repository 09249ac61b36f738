import type { Ballot, Channel, Mandate, Mark, Ruling, VotingCapacity } from '@yishiting/domain/owners/ballot'
import type { Marks } from '@yishiting/domain/owners/marks'
import { asRead } from '@yishiting/domain/owners/readings'
import type { CountInput } from '@yishiting/domain/owners/result'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import type { LoadedVote } from '../load'
import { unitsOfVersion } from '../roll/load'

interface BallotRow {
  id: string
  seq: number
  keyId: string
  voterId: string | null
  capacity: string
  channel: string
  mandateId: string | null
  marks: string
  isUnsigned: boolean
  receivedAt: number
  secondMarks: string | null
  secondUnsigned: boolean | null
}

async function ballotsOf(queries: Queries, { row }: LoadedVote): Promise<Ballot[]> {
  // Marks as text: the plugin that turns column names would walk through each of them.
  const { rows } = await sql<BallotRow>`
    select b.id, b.seq, k.key_id, b.voter_id, b.capacity, b.channel, b.mandate_id, b.marks::text as marks, b.is_unsigned, b.received_at,
      s.marks::text as second_marks, s.is_unsigned as second_unsigned
    from owner_ballots b
    join owner_vote_keys k on k.compound_id = b.compound_id and k.vote_id = b.vote_id and k.key_no = b.key_no
    left join owner_second_entries s on s.compound_id = b.compound_id and s.vote_id = b.vote_id and s.ballot_id = b.id
    where b.compound_id = ${row.compoundId} and b.vote_id = ${row.id} order by b.seq
  `.execute(queries)
  return rows.map((ballot): Ballot => {
    const first = { marks: JSON.parse(ballot.marks) as Marks, isUnsigned: ballot.isUnsigned }
    const second =
      ballot.secondMarks === null
        ? null
        : { marks: JSON.parse(ballot.secondMarks) as Marks, isUnsigned: ballot.secondUnsigned ?? false }
    return {
      id: ballot.id,
      seq: ballot.seq,
      receivedAt: ballot.receivedAt,
      key: ballot.keyId,
      voterId: ballot.voterId ?? '',
      capacity: ballot.capacity as VotingCapacity,
      channel: ballot.channel as Channel,
      mandateId: ballot.mandateId,
      ...asRead(first, second),
    }
  })
}

async function mandatesOf(queries: Queries, { row }: LoadedVote): Promise<Mandate[]> {
  const rows = await queries
    .selectFrom('ownerMandates as m')
    .innerJoin('ownerVoteKeys as k', (join) =>
      join
        .onRef('k.compoundId', '=', 'm.compoundId')
        .onRef('k.voteId', '=', 'm.voteId')
        .onRef('k.keyNo', '=', 'm.keyNo'),
    )
    .selectAll('m')
    .select('k.keyId')
    .where('m.compoundId', '=', row.compoundId)
    .where('m.voteId', '=', row.id)
    .where('m.proxyId', 'is not', null)
    .execute()
  return rows.map((mandate) => ({
    id: mandate.id,
    key: mandate.keyId,
    proxyId: mandate.proxyId as string,
    itemIds: mandate.itemIds,
    instructions: mandate.instructions as Record<string, Mark> | null,
    grantedAt: mandate.grantedAt,
    expiresAt: mandate.expiresAt,
    revokedAt: mandate.revokedAt,
    isPropertyStaff: mandate.isPropertyStaff,
  }))
}

async function rulingsOf(queries: Queries, { row }: LoadedVote): Promise<Ruling[]> {
  const { rows } = await sql<{ keyId: string; itemId: string; mark: string; reason: string }>`
    select k.key_id, r.item_id, r.mark::text as mark, r.reason from owner_rulings r
    join owner_vote_keys k on k.compound_id = r.compound_id and k.vote_id = r.vote_id and k.key_no = r.key_no
    where r.compound_id = ${row.compoundId} and r.vote_id = ${row.id}
  `.execute(queries)
  return rows.map(({ keyId, itemId, mark, reason }) => ({
    key: keyId,
    itemId,
    mark: JSON.parse(mark),
    reason,
  }))
}

/** Everything that the count of a vote stands on. @throws when it has not been announced: a slip of the caller */
export async function countInputOf(queries: Queries, vote: LoadedVote): Promise<CountInput> {
  const { row, items } = vote
  const { compoundId, id: voteId, rollVersion } = row
  if (rollVersion === null) throw new Error('a vote without a roll cannot be counted')
  const version = await queries
    .selectFrom('rollVersions')
    .select(['registryUnitCount', 'registryArea'])
    .where('compoundId', '=', compoundId)
    .where('version', '=', rollVersion)
    .executeTakeFirstOrThrow()
  const delivered = await queries
    .selectFrom('ownerDeliveries as d')
    .innerJoin('ownerVoteKeys as k', (join) =>
      join
        .onRef('k.compoundId', '=', 'd.compoundId')
        .onRef('k.voteId', '=', 'd.voteId')
        .onRef('k.keyNo', '=', 'd.keyNo'),
    )
    .select('k.keyId')
    .distinct()
    .where('d.compoundId', '=', compoundId)
    .where('d.voteId', '=', voteId)
    .where('d.outcome', '=', 'delivered')
    .execute()
  const transfers = await queries
    .selectFrom('ownerTransfers')
    .select(['unitId', 'at', 'toOwnerIds'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .execute()
  return {
    units: await unitsOfVersion(queries, compoundId, rollVersion),
    rules: row.rules,
    items: items.map(({ id, title, kind, options, seats }) => ({ id, title, kind, options, seats })),
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    ballots: await ballotsOf(queries, vote),
    mandates: await mandatesOf(queries, vote),
    rulings: await rulingsOf(queries, vote),
    transfers,
    delivered: delivered.map(({ keyId }) => keyId),
    registry: { units: version.registryUnitCount, area: version.registryArea },
  }
}
