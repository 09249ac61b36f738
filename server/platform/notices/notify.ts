import type { Instant } from '@yishiting/domain/matter/instant'
import type { Role } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../database/database'
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
  const { title, body, matterId = null, meetingId = null, voteId = null } = notice
  // A row of parameters for each of 50,000 owners would be more than a statement can carry.
  await sql`
    insert into notices (compound_id, id, person_id, at, title, body, matter_id, meeting_id, vote_id)
    select ${compoundId}::uuid, each.id, each.person_id, ${new Date(context.now)}::timestamptz, ${title}, ${body},
      ${matterId}::uuid, ${meetingId}::uuid, ${voteId}::uuid
    from unnest(${[...people].map(newId)}::uuid[], ${[...people]}::uuid[]) as each (id, person_id)
  `.execute(queries)
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
