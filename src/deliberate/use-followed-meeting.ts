import { useLiveMeeting } from '@/api/live/use-live-meeting'
import { useInFront } from '@/parts/use-in-front'

/** A meeting that goes on under the reader's eyes while its page is the one in front. */
export function useFollowedMeeting(id: string) {
  return useLiveMeeting(id, useInFront())
}
