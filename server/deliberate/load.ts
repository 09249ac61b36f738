import type {
  AgendaItem,
  Meeting,
  MeetingKind,
  MeetingState,
  Outcome,
  PollState,
  Voters,
} from '@yishiting/domain/deliberate/meeting'
import { checkGavel } from '@yishiting/domain/deliberate/meeting'
import type { Selectable } from 'kysely'
import type { Queries } from '../platform/database/database'
import type { MeetingItems, MeetingPolls, Meetings } from '../platform/database/schema'
import { notFound, ProblemError, unwrap } from '../platform/http/problems'
import type { MeetingCall } from './change'
import { WORDS } from './words'

export type MeetingRow = Selectable<Meetings>
export type ItemRow = Selectable<MeetingItems>
export type PollRow = Selectable<MeetingPolls>

export interface LoadedMeeting {
  row: MeetingRow
  items: ItemRow[]
  /** In the order in which they were opened. */
  polls: PollRow[]
  meeting: Meeting
}

/** The poll on a point's own motion: there is one at most, nobody asks until the answer pleases. */
export const motionPoll = (item: ItemRow, polls: readonly PollRow[]): PollRow | undefined =>
  polls.find((poll) => poll.itemId === item.id && poll.about === 'motion')

function itemOf(row: ItemRow, polls: readonly PollRow[]): AgendaItem {
  const poll = motionPoll(row, polls)
  const state: PollState = !poll ? 'none' : poll.closedAt === null ? 'open' : 'closed'
  return {
    id: row.id,
    matterId: row.matterId,
    routeId: row.routeId,
    motion: row.motion,
    proposerId: row.proposerId,
    poll: state,
    outcome: row.outcome as Outcome | null,
  }
}

type Lock = 'none' | 'share' | 'update'

/** @throws not_found for a meeting that is not of this compound */
export async function loadMeeting(
  queries: Queries,
  compoundId: string,
  id: string,
  lock: Lock = 'none',
): Promise<LoadedMeeting> {
  const query = queries
    .selectFrom('meetings')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('id', '=', id)
  const locked = lock === 'update' ? query.forUpdate() : lock === 'share' ? query.forShare() : query
  const row = await locked.executeTakeFirst()
  if (!row) throw notFound('没有找到这次会议，可能不在这个小区。')
  const items = await queries
    .selectFrom('meetingItems')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', id)
    .orderBy('position')
    .execute()
  const polls = await queries
    .selectFrom('meetingPolls')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', id)
    .orderBy('openedAt')
    .orderBy('position')
    .execute()
  const meeting: Meeting = {
    id: row.id,
    kind: row.kind as MeetingKind,
    state: row.state as MeetingState,
    noticedAt: row.noticedAt,
    startsAt: row.startsAt,
    seats: row.seats,
    voters: row.voters as Voters,
    chairId: row.chairId,
    openPollId: polls.find((poll) => poll.closedAt === null)?.id ?? null,
    items: items.map((item) => itemOf(item, polls)),
  }
  return { row, items, polls, meeting }
}

async function refuseStale(queries: Queries, { row }: LoadedMeeting): Promise<never> {
  const last = await queries
    .selectFrom('journal')
    .leftJoin('members', (join) =>
      join
        .onRef('members.compoundId', '=', 'journal.compoundId')
        .onRef('members.personId', '=', 'journal.actorId'),
    )
    .select(['journal.kind', 'journal.at', 'members.label'])
    .where('journal.compoundId', '=', row.compoundId)
    .where('journal.meetingId', '=', row.id)
    .where('journal.kind', 'in', Object.keys(WORDS))
    .orderBy('journal.id', 'desc')
    .executeTakeFirst()
  const what = WORDS[last?.kind as keyof typeof WORDS] ?? '更新'
  const by = last?.label ?? '系统'
  throw new ProblemError('stale_version', {
    detail: `您看的时候，${by}已经“${what}”了。请先看最新的。`,
    details: { what, by, at: last ? new Date(last.at).toISOString() : null, version: row.version },
  })
}

/** The meeting locked for a change by a moderator; refuses when another was faster and tells what he did. */
export async function lockMeeting(
  queries: Queries,
  compoundId: string,
  id: string,
  expected: number | null,
): Promise<LoadedMeeting> {
  const loaded = await loadMeeting(queries, compoundId, id, 'update')
  if (expected !== null && expected !== loaded.row.version) await refuseStale(queries, loaded)
  return loaded
}

/** The same for a step that only whoever holds the gavel takes. @throws not_in_the_chair, stale_version */
export async function lockToModerate(queries: Queries, call: MeetingCall): Promise<LoadedMeeting> {
  const loaded = await loadMeeting(queries, call.compoundId, call.params.meetingId, 'update')
  unwrap(checkGavel(loaded.meeting, call.caller.personId))
  if (call.ifMatch !== null && call.ifMatch !== loaded.row.version) await refuseStale(queries, loaded)
  return loaded
}
