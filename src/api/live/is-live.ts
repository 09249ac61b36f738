import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { DOORS_OPEN } from '@yishiting/domain/deliberate/meeting'
import { HOUR } from '@yishiting/domain/matter/instant'

/** A meeting that is going on, or about to: it changes under the reader's eyes. */
export function isLive(meeting: Pick<MeetingView, 'state' | 'startsAt'>, now: number): boolean {
  if (meeting.state === 'open') return true
  const startsAt = Date.parse(meeting.startsAt)
  return meeting.state === 'noticed' && now > startsAt - DOORS_OPEN && now < startsAt + 3 * HOUR
}
