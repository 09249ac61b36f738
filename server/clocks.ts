import { routeDue } from './act/clocks'
import { meetingSoon } from './deliberate/clocks'
import { voteCloses, voteOpens } from './owners/votes/clocks'
import type { ClockEffects } from './platform/clock/sweep'
import type { Platform } from './platform/platform'
import { askRating, settleRating } from './rate/clocks'
import { acknowledgeLate, sortLate } from './sort/clocks'

/** What each clock does when its time comes, gathered from the rooms. */
export function clockEffects(platform: Platform): ClockEffects {
  return {
    acknowledge_late: acknowledgeLate,
    sort_late: sortLate,
    route_due: routeDue,
    ask_rating: askRating(platform),
    settle_rating: settleRating(platform),
    meeting_soon: meetingSoon,
    vote_open: voteOpens,
    vote_close: voteCloses,
  }
}
