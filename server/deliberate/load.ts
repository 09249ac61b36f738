import type {
  AgendaItem,
  Meeting,
  MeetingKind,
  MeetingState,
  PollState,
} from '@yishiting/domain/deliberate/meeting'
import type { Selectable } from 'kysely'
import type { Queries } from '../platform/database/database'
import type { MeetingItems, Meetings } from '../platform/database/schema'
import { notFound, ProblemError } from '../platform/http/problems'

export type MeetingRow = Selectable<Meetings>
export type ItemRow = Selectable<MeetingItems>

export interface LoadedMeeting {
  row: MeetingRow
  items: ItemRow[]
  meeting: Meeting
}

function itemOf(row: ItemRow): AgendaItem {
  return {
    id: row.id,
    matterId: row.matterId,
    routeId: row.routeId,
    motion: row.motion,
    proposerId: row.proposerId,
    poll: row.poll as PollState,
    outcome: row.outcome as AgendaItem['outcome'],
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
  const meeting: Meeting = {
    id: row.id,
    kind: row.kind as MeetingKind,
    state: row.state as MeetingState,
    noticedAt: row.noticedAt,
    startsAt: row.startsAt,
    seats: row.seats,
    items: items.map(itemOf),
  }
  return { row, items, meeting }
}

const WHAT: Record<string, string> = {
  convene: '发出通知',
  cancel: '取消会议',
  open: '宣布开会',
  motion: '改了动议',
  open_poll: '开始表决',
  close_poll: '结束表决',
  conclude: '写了结果',
  close: '散会',
}

/** The meeting locked for a change by a moderator; refuses when another was faster and tells what he did. */
export async function lockMeeting(
  queries: Queries,
  compoundId: string,
  id: string,
  expected: number | null,
): Promise<LoadedMeeting> {
  const loaded = await loadMeeting(queries, compoundId, id, 'update')
  if (expected === null || expected === loaded.row.version) return loaded
  const last = await queries
    .selectFrom('journal')
    .leftJoin('members', (join) =>
      join
        .onRef('members.compoundId', '=', 'journal.compoundId')
        .onRef('members.personId', '=', 'journal.actorId'),
    )
    .select(['journal.kind', 'journal.at', 'members.label'])
    .where('journal.compoundId', '=', compoundId)
    .where('journal.meetingId', '=', id)
    .where('journal.kind', 'in', Object.keys(WHAT))
    .orderBy('journal.id', 'desc')
    .executeTakeFirst()
  const what = WHAT[last?.kind ?? ''] ?? '更新'
  const by = last?.label ?? '系统'
  throw new ProblemError('stale_version', {
    detail: `您看的时候，${by}已经“${what}”了。请先看最新的。`,
    details: { what, by, at: last ? new Date(last.at).toISOString() : null, version: loaded.row.version },
  })
}
