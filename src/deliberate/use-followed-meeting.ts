import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { HOUR, MINUTE } from '@yishiting/domain/matter/instant'
import { useMeeting } from '@/api/deliberate'
import { useNow } from '@/api/people'
import { useInFront } from '@/parts/use-in-front'

const EVERY_MS = 4_000

/** A meeting that is going on, or about to: it changes under the reader's eyes. */
export function isLive(meeting: Pick<MeetingView, 'state' | 'startsAt'>, now: number): boolean {
  if (meeting.state === 'open') return true
  const startsAt = Date.parse(meeting.startsAt)
  return meeting.state === 'noticed' && now > startsAt - 30 * MINUTE && now < startsAt + 3 * HOUR
}

/** A meeting read again every 4 s while it is live and its page is the one in front. */
export function useFollowedMeeting(id: string) {
  const inFront = useInFront()
  const now = useNow()
  return useMeeting(id, inFront ? EVERY_MS : undefined, (meeting) => isLive(meeting, now))
}
