import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { sql } from 'kysely'
import type { Queries } from '../platform/database/database'
import type { LoadedMeeting } from './load'

interface Place {
  itemId: string
  matterTitle: string
  isPrivate: boolean
  isUnderReview: boolean
}

/** The items whose matter still waits for this meeting: not those that a review has meanwhile sorted anew. */
export async function stillOnAgenda(queries: Queries, { row, items }: LoadedMeeting): Promise<Place[]> {
  if (items.length === 0) return []
  const { rows } = await sql<Place>`
    select i.id as item_id, m.title as matter_title, m.is_private, m.state = 'objected' as is_under_review
    from meeting_items i
    join matter_routes r on r.compound_id = i.compound_id and r.id = i.route_id
    join matters m on m.compound_id = i.compound_id and m.id = i.matter_id
    where i.compound_id = ${row.compoundId} and i.meeting_id = ${row.id} and i.outcome is null
      and r.state = 'scheduled' and r.meeting_id = i.meeting_id and m.state in ('sorted', 'objected')
    order by i.position
  `.execute(queries)
  return rows
}

/**
 * What keeps a meeting from closing: a vote still running, or, where it decides, a matter without a result. A 恳谈会 only
 * hears (RULES.md §2), and a matter under review waits for that.
 */
export function unsettled({ meeting, polls }: LoadedMeeting, places: readonly Place[]): string[] {
  const { decides } = MEETING_KINDS[meeting.kind]
  const needed = decides ? places.filter((place) => !place.isUnderReview).map((place) => place.itemId) : []
  const polled = polls.find((poll) => poll.closedAt === null)?.itemId
  return meeting.items.filter((item) => item.id === polled || needed.includes(item.id)).map((item) => item.id)
}
