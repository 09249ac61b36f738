import { HOUR } from '@yishiting/domain/matter/instant'
import { createEvent } from 'ics'
import type { Queries } from '../../platform/database/database'
import { loadMeeting } from '../load'

const LASTS = 2 * HOUR

/** The meeting as an entry of any calendar (RFC 5545), with an alarm an hour before. @throws not_found */
export async function calendarEntry(
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<string> {
  const { row } = await loadMeeting(queries, compoundId, meetingId)
  const { error, value } = createEvent({
    uid: row.id,
    // A changed time is the same entry, later in sequence.
    sequence: row.version,
    status: row.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    title: row.title,
    description: row.notice,
    location: [row.place, row.mapNote].filter(Boolean).join('，'),
    start: row.startsAt,
    startInputType: 'utc',
    startOutputType: 'utc',
    end: row.startsAt + LASTS,
    endInputType: 'utc',
    endOutputType: 'utc',
    alarms: [{ action: 'display', description: row.title, trigger: { hours: 1, before: true } }],
  })
  if (error || typeof value !== 'string') throw error ?? new Error('no calendar entry')
  return value
}
