import { MEETING_KINDS, type MeetingKind, noticePeriod } from '@yishiting/domain/deliberate/meeting'
import { KIND_ADVICE } from '@yishiting/domain/deliberate/required-kind'
import { DAY, HOUR, type Instant, startOfDay } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES, type RuleSet } from '@yishiting/domain/matter/rule-set'

export const KIND_OPTIONS = (Object.keys(MEETING_KINDS) as MeetingKind[]).map((value) => ({
  value,
  label: MEETING_KINDS[value].name,
  sub: KIND_ADVICE[value],
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
