import { DAY, type Instant, speakTime } from '../matter/instant'
import { accept, type Result, refuse } from '../matter/refusals'
import type { RuleSet } from '../matter/rule-set'

/** 四会: the four kinds of meeting (RULES.md §2; 居委会组织法 32, 37). */
export const MEETING_KINDS = {
  talk: { name: '恳谈会', decides: false },
  deliberation: { name: '议事会', decides: true },
  hearing: { name: '听证会', decides: true },
  review: { name: '评议会', decides: true },
} as const
export type MeetingKind = keyof typeof MEETING_KINDS

export const MEETING_STATES = {
  noticed: '已通知',
  open: '正在开',
  closed: '开完了',
  cancelled: '取消了',
} as const
export type MeetingState = keyof typeof MEETING_STATES

export const POLL_STATES = { none: '没有表决', open: '正在表决', closed: '表决结束' } as const
export type PollState = keyof typeof POLL_STATES

export const CHOICES = { agree: '同意', against: '不同意', abstain: '弃权' } as const
export type Choice = keyof typeof CHOICES

export interface AgendaItem {
  id: string
  matterId: string
  routeId: string
  /** One concrete, actionable motion with its proposer. */
  motion: string | null
  proposerId: string | null
  poll: PollState
  /** What became of it; null while it is being deliberated. */
  outcome: 'resolved' | 'declined' | 'referred' | null
}

export interface Meeting {
  id: string
  kind: MeetingKind
  state: MeetingState
  noticedAt: Instant
  startsAt: Instant
  /** Seated members (席位) of the body: the base of its quorum. */
  seats: number
  items: readonly AgendaItem[]
}

/** How long before it starts a meeting of this kind must be announced. */
export function noticePeriod(kind: MeetingKind, rules: RuleSet): Instant {
  return kind === 'hearing' ? rules.hearingNotice : rules.deliberationNotice
}

/** May it be announced at `now` for `startsAt`? Material goes out 3 days before an 议事会, 10 before a 听证会 (practice). */
export function checkNotice(
  kind: MeetingKind,
  startsAt: Instant,
  now: Instant,
  rules: RuleSet,
): Result<Instant> {
  const earliest = now + noticePeriod(kind, rules)
  if (startsAt >= earliest) return accept(startsAt)
  const days = noticePeriod(kind, rules) / DAY
  return refuse(
    'notice_too_short',
    `${MEETING_KINDS[kind].name}要提前 ${days} 天通知大家，最早可以定在 ${speakTime(earliest, now)}。`,
    { details: { earliest, days } },
  )
}

/** Seated members needed for `rules.deliberationQuorum`, rounded up: 2/3 of 21 is 14; never nobody. */
export function quorumNeeded(seats: number, rules: RuleSet): number {
  const [part, whole] = rules.deliberationQuorum
  return Math.max(1, Math.ceil((part * seats) / whole))
}

/** Integers cross-multiplied: exactly two thirds is enough. A body without seats has no quorum. */
export function hasQuorum(present: number, seats: number, rules: RuleSet): boolean {
  if (seats < 1) return false
  const [part, whole] = rules.deliberationQuorum
  return whole * present >= part * seats
}

/** A meeting can be opened from 30 minutes before its time on. */
export function checkOpen(meeting: Meeting, now: Instant): Result<null> {
  if (meeting.state !== 'noticed') return refuse('meeting_over', '这次会议已经开过或取消了。')
  if (now < meeting.startsAt - 30 * 60_000) {
    return refuse('meeting_not_open', `还没到时间，${speakTime(meeting.startsAt, now)} 开会。`)
  }
  return accept(null)
}

/** A poll needs an open meeting, a posted item, one written motion, and the quorum of the seated members. */
export function checkOpenPoll(
  meeting: Meeting,
  item: AgendaItem | undefined,
  presentMembers: number,
  rules: RuleSet,
): Result<AgendaItem> {
  if (meeting.state !== 'open') return refuse('meeting_not_open', '会议还没有开始，不能表决。')
  if (!item) return refuse('not_on_agenda', '这件事不在公布的议程上，不能表决。')
  if (!MEETING_KINDS[meeting.kind].decides) return refuse('not_on_agenda', '恳谈会只听意见，不作表决。')
  if (!item.motion) return refuse('motion_required', '先写好一条具体的动议，再表决。')
  if (item.poll !== 'none') return refuse('poll_already_open', '这一项已经表决过或正在表决。')
  if (!hasQuorum(presentMembers, meeting.seats, rules)) {
    const needed = quorumNeeded(meeting.seats, rules)
    return refuse('quorum_not_met', `到会的议事员不够：要 ${needed} 位，现在 ${presentMembers} 位。`, {
      details: { needed, present: presentMembers },
    })
  }
  return accept(item)
}

/** Track A: one person one voice, tenants count; whoever is present and has not voted yet (RULES.md §3). */
export function checkVote(
  meeting: Meeting,
  item: AgendaItem | undefined,
  voter: { checkedIn: boolean; voted: boolean },
): Result<AgendaItem> {
  if (!item) return refuse('not_on_agenda', '这件事不在公布的议程上，不能表决。')
  if (meeting.state !== 'open' || item.poll !== 'open') return refuse('poll_not_open', '现在没有在表决。')
  if (!voter.checkedIn) return refuse('not_checked_in', '请先签到，再表决。')
  if (voter.voted) return refuse('already_voted', '您已经投过了，一人一票，投后不能改。')
  return accept(item)
}

export interface Counts {
  agree: number
  against: number
  abstain: number
}

/** More than half of the votes cast, abstentions counted among them. Consultation: binds nobody, must be answered. */
export function isAdopted(counts: Counts): boolean {
  return 2 * counts.agree > counts.agree + counts.against + counts.abstain
}
