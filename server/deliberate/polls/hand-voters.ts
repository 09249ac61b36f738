import type { Voters } from '@yishiting/domain/deliberate/meeting'
import { RESIDENT_ROLES } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'

/** How many people in the room raise their hands instead of voting on a phone: so many hands can be counted at most. */
export async function handVoters(
  queries: Queries,
  compoundId: string,
  meeting: { id: string; voters: Voters },
): Promise<number> {
  const isAll = meeting.voters === 'present'
  const { rows } = await sql<{ n: number }>`
    select (
      select count(*) from meeting_people p join members m on m.compound_id = p.compound_id and m.person_id = p.person_id
      where p.compound_id = ${compoundId} and p.meeting_id = ${meeting.id} and p.checked_in_at is not null and p.by_hand
        and (m.is_seated or (${isAll}::boolean and m.roles && ${[...RESIDENT_ROLES]}::text[]))
    )::int + case when ${isAll}::boolean then (
      select count(*) from meeting_guests g
      where g.compound_id = ${compoundId} and g.meeting_id = ${meeting.id} and g.is_resident
    )::int else 0 end as n
  `.execute(queries)
  return rows[0]?.n ?? 0
}
