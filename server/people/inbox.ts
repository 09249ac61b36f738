import type { NoticeView } from '@yishiting/domain/contract/people'
import { sql } from 'kysely'
import { moment, type Queries } from '../platform/database/database'
import { cutPage, fromCursor } from '../platform/http/cursor'
import { iso } from '../platform/matters/cards'

export async function countUnread(queries: Queries, compoundId: string, personId: string): Promise<number> {
  const row = await queries
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Messages, newest first, by keyset. */
export async function readInbox(
  queries: Queries,
  compoundId: string,
  personId: string,
  page: { limit: number; cursor?: string },
): Promise<{ notices: NoticeView[]; unread: number; next: string | null }> {
  const after = fromCursor(page.cursor)
  let query = queries
    .selectFrom('notices')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (after) query = query.where(sql<boolean>`(at, id) < (${new Date(after.at)}, ${after.id})`)
  const cut = cutPage(await query.execute(), page.limit, (row) => ({ at: row.at, id: row.id }))
  const notices = cut.page.map((row) => ({
    id: row.id,
    at: iso(row.at),
    title: row.title,
    text: row.body,
    matterId: row.matterId,
    meetingId: row.meetingId,
    voteId: row.voteId,
    read: row.readAt !== null,
  }))
  return { notices, unread: await countUnread(queries, compoundId, personId), next: cut.next }
}

/** Marks messages as read: these, or all. Reading twice changes nothing. */
export async function markRead(
  queries: Queries,
  compoundId: string,
  personId: string,
  ids: readonly string[] | undefined,
  now: number,
): Promise<{ unread: number }> {
  let query = queries
    .updateTable('notices')
    .set({ readAt: moment(now) })
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
  if (ids) query = ids.length > 0 ? query.where('id', 'in', [...ids]) : query.where(sql<boolean>`false`)
  await query.execute()
  return { unread: await countUnread(queries, compoundId, personId) }
}
