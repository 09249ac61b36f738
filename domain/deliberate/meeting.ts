import { DAY, type Instant, MINUTE, speakTime } from '../matter/instant'
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
  /** Null for a point about a body that answers for its work (评议会). */
  matterId: string | null
  routeId: string | null
  /** One concrete, actionable motion with its proposer. */
  motion: string | null
  proposerId: string | null
  /** Of its own motion: put once, nobody asks until the answer pleases. */
  poll: PollState
  /** What became of it; null while it is being deliberated. */
  outcome: Outcome | null
}

/** “heard”: a point that only listens or rates, without a matter to carry further. */
export type Outcome = 'resolved' | 'declined' | 'referred' | 'heard'

/** Who may vote in a meeting's polls, as announced: every resident who is here, or the seated members (席位) only. */
export type Voters = 'present' | 'members'

export interface Meeting {
  id: string
  kind: MeetingKind
  state: MeetingState
  noticedAt: Instant
  startsAt: Instant
  /** Seated members (席位) of the body: the base of its quorum. */
  seats: number
  voters: Voters
  /** Who holds the gavel; null before it is opened. */
  chairId: string | null
  /** The one question that is open now. */
  openPollId: string | null
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

/** The doors open so long before the time. */
export const DOORS_OPEN = 30 * MINUTE

/** A meeting can be opened from 30 minutes before its time on. */
export function checkOpen(meeting: Meeting, now: Instant): Result<null> {
  if (meeting.state !== 'noticed') return refuse('meeting_over', '这次会议已经开过或取消了。')
  if (now < meeting.startsAt - DOORS_OPEN) {
    return refuse('meeting_not_open', `还没到时间，${speakTime(meeting.startsAt, now)} 开会。`)
  }
  return accept(null)
}

/** One hand holds the gavel at a time; another moderator takes it over first. */
export function checkGavel(meeting: Meeting, personId: string): Result<null> {
  if (meeting.state !== 'open' || meeting.chairId === null || meeting.chairId === personId)
    return accept(null)
  return refuse('not_in_the_chair', '现在是别人在主持。要接着主持，请先点“接过主持”。')
}

/**
 * A poll needs an open meeting, a posted item and no other poll; where it decides, a meeting that decides and the quorum of the seated
 * members; on the point's own motion also its text, and it is put once.
 */
export function checkOpenPoll(
  meeting: Meeting,
  item: AgendaItem | undefined,
  {
    decides,
    fromFloor = false,
    presentMembers,
  }: { decides: boolean; fromFloor?: boolean; presentMembers: number },
  rules: RuleSet,
): Result<AgendaItem> {
  if (meeting.state !== 'open') return refuse('meeting_not_open', '会议还没有开始，不能表决。')
  if (!item) return refuse('not_on_agenda', '这件事不在公布的议程上，不能表决。')
  if (item.outcome) return refuse('already_concluded', '这一项已经有结果了。')
  if (meeting.openPollId !== null) return refuse('poll_already_open', '正在表决，一次只问一个问题。')
  if (!decides) return accept(item)
  if (!MEETING_KINDS[meeting.kind].decides) return refuse('not_on_agenda', '恳谈会只听意见，不作表决。')
  if (!fromFloor && !item.motion) return refuse('motion_required', '先写好一条具体的动议，再表决。')
  if (!fromFloor && item.poll !== 'none') return refuse('poll_already_open', '这条动议已经表决过了。')
  if (!hasQuorum(presentMembers, meeting.seats, rules)) {
    const needed = quorumNeeded(meeting.seats, rules)
    return refuse('quorum_not_met', `到会的议事员不够：要 ${needed} 位，现在 ${presentMembers} 位。`, {
      details: { needed, present: presentMembers },
    })
  }
  return accept(item)
}

export interface Voter {
  /** Lives here: owner, family or tenant. */
  isResident: boolean
  /** Has a seat among the members (议事员). */
  isMember: boolean
  checkedIn: boolean
  /** Raises his hand in the room instead. */
  byHand: boolean
}

/** Whether somebody votes in this meeting at all; nothing about one poll. Track A: tenants count (RULES.md §3). */
export function checkVoter(meeting: Pick<Meeting, 'voters'>, voter: Voter): Result<null> {
  if (meeting.voters === 'members' && !voter.isMember)
    return refuse('members_only', '这次会议公布的是由议事员表决，您可以发言、提意见。')
  if (!voter.isResident && !voter.isMember)
    return refuse('members_only', '表决由住在这里的人投：业主、家属、租户，一人一票。')
  if (!voter.checkedIn) return refuse('not_checked_in', '请先签到，再表决。')
  if (voter.byHand) return refuse('votes_by_hand', '您登记的是举手表决，请在会场举手，由计票人数。')
  return accept(null)
}

/** Whoever is here votes once in a poll that is open (RULES.md §3). */
export function checkVote(
  meeting: Meeting,
  poll: { id: string /** Can it be shown by raising a hand? */; isByHand?: boolean } | undefined,
  voter: Voter & { voted: boolean },
): Result<null> {
  if (!poll) return refuse('not_on_agenda', '这个问题不在公布的议程上，不能表决。')
  if (meeting.state !== 'open' || meeting.openPollId !== poll.id)
    return refuse('poll_not_open', '现在没有在表决。')
  // What no hand can show is voted on a phone by everybody.
  const may = checkVoter(meeting, { ...voter, byHand: voter.byHand && poll.isByHand !== false })
  if (!may.ok) return may
  if (voter.voted) return refuse('already_voted', '您已经投过了，一人一票，投后不能改。')
  return accept(null)
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
