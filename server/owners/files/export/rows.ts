import type { Queries } from '../../../platform/database/database'

export interface VoteOf {
  compoundId: string
  voteId: string
}

const keysOf = (queries: Queries, { compoundId, voteId }: VoteOf) =>
  queries
    .selectFrom('ownerVoteKeys')
    .select(['keyNo', 'ownerIds', 'unitIds', 'area', 'isDevelopers'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .orderBy('keyNo')
    .execute()

const ballotsOf = (queries: Queries, { compoundId, voteId }: VoteOf) =>
  queries
    .selectFrom('ownerBallots as b')
    .leftJoin('ownerSecondEntries as s', (join) =>
      join
        .onRef('s.compoundId', '=', 'b.compoundId')
        .onRef('s.voteId', '=', 'b.voteId')
        .onRef('s.ballotId', '=', 'b.id'),
    )
    .select(['b.keyNo', 'b.seat', 'b.edition', 'b.voterId', 'b.capacity', 'b.channel', 'b.mandateId'])
    .select(['b.receivedAt', 'b.isUnsigned', 'b.marks', 'b.digest'])
    .select(['s.ballotId as secondOf', 's.marks as secondMarks', 's.isUnsigned as secondUnsigned'])
    .where('b.compoundId', '=', compoundId)
    .where('b.voteId', '=', voteId)
    .orderBy('b.seq')
    .execute()

const mandatesOf = (queries: Queries, { compoundId, voteId }: VoteOf) =>
  queries
    .selectFrom('ownerMandates')
    .select(['id', 'keyNo', 'proxyId', 'itemIds', 'instructions', 'isPropertyStaff'])
    .select(['grantedAt', 'acceptedAt', 'expiresAt', 'revokedAt'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .execute()

// The reason stays in the house: it is free text, and may name people.
const rulingsOf = (queries: Queries, { compoundId, voteId }: VoteOf) =>
  queries
    .selectFrom('ownerRulings')
    .select(['keyNo', 'itemId', 'mark', 'at'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .orderBy('keyNo')
    .orderBy('itemId')
    .execute()

const deliveriesOf = (queries: Queries, { compoundId, voteId }: VoteOf) =>
  queries
    .selectFrom('ownerDeliveries')
    .select(['keyNo', 'channel', 'outcome', 'at'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .orderBy('id')
    .execute()

const transfersOf = (queries: Queries, { compoundId, voteId }: VoteOf) =>
  queries
    .selectFrom('ownerTransfers')
    .select(['unitId', 'at', 'toOwnerIds'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', voteId)
    .orderBy('at')
    .orderBy('unitId')
    .execute()

/** Everything of a vote that counts, in the order in which it is exported. */
export async function exportRows(queries: Queries, vote: VoteOf) {
  return {
    keys: await keysOf(queries, vote),
    ballots: await ballotsOf(queries, vote),
    mandates: await mandatesOf(queries, vote),
    rulings: await rulingsOf(queries, vote),
    deliveries: await deliveriesOf(queries, vote),
    transfers: await transfersOf(queries, vote),
  }
}
export type ExportRows = Awaited<ReturnType<typeof exportRows>>
