import type { DecisionKind, VoteRules } from '@yishiting/domain/owners/rule-set'
import type { TallyItem } from '@yishiting/domain/owners/tally-types'
import { stateAt, type VoteState } from '@yishiting/domain/owners/vote'
import type { Selectable } from 'kysely'
import type { Queries } from '../platform/database/database'
import type { OwnerVoteItems, OwnerVotes } from '../platform/database/schema'
import { notFound } from '../platform/http/problems'

/** Without the counted result: it is read by itself (server/owners/votes), and large. */
export type VoteRow = Omit<Selectable<OwnerVotes>, 'result' | 'rules'> & { rules: VoteRules }
export type VoteItemRow = Omit<Selectable<OwnerVoteItems>, 'options' | 'kind'> & {
  kind: DecisionKind
  options: { id: string; title: string }[]
}

export interface LoadedVote {
  row: VoteRow
  items: VoteItemRow[]
  /** At `now`, by the clock: what `row.state` says may lag behind. */
  state: VoteState
}

/** An item as the count asks about it. */
export const tallyItem = ({ id, kind, options, seats }: VoteItemRow): TallyItem => ({
  id,
  kind,
  options: options.map((option) => option.id),
  seats,
})

type Lock = 'none' | 'share' | 'update'

const COLUMNS = [
  'compoundId',
  'id',
  'receipt',
  'version',
  'state',
  'title',
  'why',
  'contact',
  'matterId',
  'routeId',
  'isExtraordinary',
  'rules',
  'rulesDigest',
  'rollVersion',
  'rollDigest',
  'opensAt',
  'closesAt',
  'firstClosesAt',
  'extensionReason',
  'createdById',
  'createdAt',
  'noticedAt',
  'closedAt',
  'publishedAt',
  'objectionsUntil',
  'certifiedAt',
  'cancelledAt',
  'cancelReason',
  'resultDigest',
] as const

/**
 * A joint decision with its items in order.
 * @throws not_found for one that is not of this compound
 */
export async function loadVote(
  queries: Queries,
  compoundId: string,
  id: string,
  now: number,
  lock: Lock = 'none',
): Promise<LoadedVote> {
  const query = queries
    .selectFrom('ownerVotes')
    .select(COLUMNS)
    .where('compoundId', '=', compoundId)
    .where('id', '=', id)
  const locked = lock === 'update' ? query.forUpdate() : lock === 'share' ? query.forShare() : query
  const row = (await locked.executeTakeFirst()) as VoteRow | undefined
  if (!row) throw notFound('没有找到这次表决，可能不在这个小区。')
  const items = (await queries
    .selectFrom('ownerVoteItems')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', id)
    .orderBy('position')
    .execute()) as VoteItemRow[]
  const { opensAt, closesAt } = row
  return { row, items, state: stateAt({ state: row.state as VoteState, opensAt, closesAt }, now) }
}
