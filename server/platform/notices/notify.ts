import type { Instant } from '@yishiting/domain/matter/instant'
import type { Role } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import { moment, type Queries } from '../database/database'
import { newId } from '../ids'

export interface Notice {
  title: string
  body: string
  matterId?: string | null
  meetingId?: string | null
  voteId?: string | null
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
        voteId: notice.voteId ?? null,
      })),
    )
    .execute()
}

/** The same for everybody with one of these roles, without asking for their names first. */
export async function notifyRoles(
  queries: Queries,
  compoundId: string,
  roles: readonly Role[],
  notice: Notice,
  context: { now: Instant; except?: string | null },
): Promise<void> {
  const { title, body, matterId = null, meetingId = null, voteId = null } = notice
  await sql`
    insert into notices (compound_id, id, person_id, at, title, body, matter_id, meeting_id, vote_id)
    select compound_id, gen_random_uuid(), person_id, ${new Date(context.now)}::timestamptz, ${title}, ${body},
      ${matterId}::uuid, ${meetingId}::uuid, ${voteId}::uuid
    from members where compound_id = ${compoundId} and roles && ${[...roles]}::text[]
      and person_id is distinct from ${context.except ?? null}
  `.execute(queries)
}
