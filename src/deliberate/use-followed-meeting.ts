import { useEffect, useRef } from 'react'
import { useLiveMeeting } from '@/api/live/use-live-meeting'
import { useInFront } from '@/parts/use-in-front'

/** A meeting that goes on under the reader's eyes while its page is the one in front. */
export function useFollowedMeeting(id: string) {
  return useLiveMeeting(id, useInFront())
}

/** The same for a page beside it (hearing, statements, minutes): read again whenever something was done about the meeting. */
export function useFollowedPage(id: string, page: { refetch(): unknown }) {
  const meeting = useFollowedMeeting(id)
  const trail = meeting.data?.trail
  const seen = useRef(trail)
  const refetch = useRef(page.refetch)
  refetch.current = page.refetch
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== trail) void refetch.current()
    seen.current = trail
  }, [trail])
  return meeting
}
