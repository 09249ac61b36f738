import { MEETING_KINDS, type MeetingKind, noticePeriod } from '@yishiting/domain/deliberate/meeting'
import { DAY, HOUR, type Instant, startOfDay } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES, type RuleSet } from '@yishiting/domain/matter/rule-set'

/** What each kind of meeting is for, in one sentence (RULES.md §2). */
const PURPOSES: Record<MeetingKind, string> = {
  talk: '听大家说、把事情讲清楚，不作决定',
  deliberation: '把大家的事商量成一条办法，投票定下来',
  hearing: '有人受益也有人受影响时，先把受影响的人一家家听到',
  review: '评一评事情办得怎么样、办事的人怎么样',
}

export const KIND_OPTIONS = (Object.keys(MEETING_KINDS) as MeetingKind[]).map((value) => ({
  value,
  label: MEETING_KINDS[value].name,
  sub: PURPOSES[value],
}))

/** Evening: when neighbours are at home. */
const USUAL_HOUR = 19

/** The first usual evening that leaves the notice its full time. */
export function proposedStart(kind: MeetingKind, now: Instant, rules: RuleSet = DEFAULT_RULES): Instant {
  const earliest = now + noticePeriod(kind, rules)
  const evening = startOfDay(earliest) + USUAL_HOUR * HOUR
  return evening >= earliest ? evening : evening + DAY
}

/** “议事会要提前 3 天通知” */
export function noticeRule(kind: MeetingKind, rules: RuleSet = DEFAULT_RULES): string {
  return `${MEETING_KINDS[kind].name}要提前 ${noticePeriod(kind, rules) / DAY} 天通知大家`
}
