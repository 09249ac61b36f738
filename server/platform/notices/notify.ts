import type { Instant } from '@yishiting/domain/matter/instant'
import { moment, type Queries } from '../database/database'
import { newId } from '../ids'

export interface Notice {
  title: string
  body: string
  matterId?: string | null
  meetingId?: string | null
}

/** Puts one message into each person's inbox, in the caller's transaction. Nobody is told of what he did himself. */
export async function notify(
  queries: Queries,
  compoundId: string,
  personIds: Iterable<string | null | undefined>,
  notice: Notice,
  context: { now: Instant; except?: string | null },
): Promise<void> {
  const people = new Set([...personIds].filter((id): id is string => Boolean(id) && id !== context.except))
  if (people.size === 0) return
  await queries
    .insertInto('notices')
    .values(
      [...people].map((personId) => ({
        compoundId,
        id: newId(),
        personId,
        at: moment(context.now),
        title: notice.title,
        body: notice.body,
        matterId: notice.matterId ?? null,
        meetingId: notice.meetingId ?? null,
      })),
    )
    .execute()
}
