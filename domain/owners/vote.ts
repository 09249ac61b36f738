import type { Instant } from '../matter/instant'

/** The life of a joint decision. Only the server's clock opens and closes it; nobody else can. */
export const VOTE_STATES = {
  draft: '草稿',
  noticed: '已公告',
  open: '正在投票',
  closed: '投完了，等公布',
  published: '已公布',
  certified: '已确认',
  cancelled: '取消了',
} as const
export type VoteState = keyof typeof VOTE_STATES

export interface VoteTimes {
  state: VoteState
  opensAt: Instant
  closesAt: Instant
}

/** The state at `now`: what is stored may lag behind the clock, which alone opens and closes (RULES.md §4.14). */
export function stateAt({ state, opensAt, closesAt }: VoteTimes, now: Instant): VoteState {
  if (state !== 'noticed' && state !== 'open') return state
  if (now >= closesAt) return 'closed'
  return now >= opensAt ? 'open' : 'noticed'
}

/** The committee publishes the result within so many days of the close (RULES.md §4, time). */
export const PUBLISH_WITHIN_DAYS = 3
