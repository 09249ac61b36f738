import { addWorkingDays } from '../act/working-days'
import { daysBetween, type Instant, inChina, speakDay, speakTime } from './instant'
import { headline, leadingRoute, type Matter, type Route } from './matter'
import { NEEDS_MEETING } from './not-now'
import { ROOMS, type Room } from './rooms'
import type { RuleSet } from './rule-set'
import { STATES, type State } from './states'

export type StepMark = 'done' | 'now' | 'todo' | 'skipped'

/** One of the five signs of the five-matters bar. `caption` is a date (“3/12”) or, for the present one, a word. */
export interface Step {
  room: Room
  mark: StepMark
  caption: string
}

/** What a neighbour must know at a glance: where it stands, who has it, by when (LOOK.md). */
export interface Standing {
  state: State
  room: Room
  steps: readonly Step[]
  line: string
  dueAt: Instant | null
  /** “逾期 2 天” in words; empty when not overdue. Everyone sees it. */
  overdueText: string
}

const monthDay = (at: Instant): string => {
  const { month, day } = inChina(at)
  return `${month}/${day}`
}

function steps(matter: Matter, state: State, route: Route | null): Step[] {
  const here = ROOMS.indexOf(STATES[state].room)
  const isOver = state === 'closed'
  const dates: Record<Room, Instant | null> = {
    speak: matter.raisedAt,
    sort: matter.sortedAt,
    deliberate: route?.meetingAt ?? null,
    act: route?.claimedAt ?? null,
    rate: matter.closedAt,
  }
  const isSkipped = (room: Room) =>
    (room === 'deliberate' && route !== null && route.meetingAt === null && !NEEDS_MEETING.has(route.code)) ||
    (isOver && room !== 'rate' && dates[room] === null)
  return ROOMS.map((room, index) => {
    const at = dates[room]
    if (index === here && !isOver) return { room, mark: 'now' as const, caption: STATES[state].name }
    if (isOver || index < here) {
      if (isSkipped(room)) return { room, mark: 'skipped' as const, caption: '' }
      return { room, mark: 'done' as const, caption: at === null ? '' : monthDay(at) }
    }
    return { room, mark: isSkipped(room) ? ('skipped' as const) : ('todo' as const), caption: '' }
  })
}

function dueOf(matter: Matter, state: State, route: Route | null, rules: RuleSet): Instant | null {
  if (state === 'raised' || state === 'reopened') {
    return matter.acknowledgedAt === null
      ? matter.waitingSince + rules.acknowledgeWithin
      : addWorkingDays(matter.waitingSince, rules.sortWorkingDays)
  }
  if (state === 'objected') return addWorkingDays(matter.waitingSince, rules.sortWorkingDays)
  if (state === 'scheduled') return route?.meetingAt ?? null
  if (state === 'being_rated') return route?.ratingClosesAt ?? null
  if (STATES[state].room === 'act' && state !== 'done_claimed') return route?.dueAt ?? null
  return null
}

/** Closed while it was waiting for the branch, and not by the last of its routes: its reporter took it back. */
function isWithdrawn(matter: Matter): boolean {
  return !matter.routes.some(({ closedAt }) => closedAt !== null && closedAt > matter.waitingSince)
}

function line(matter: Matter, state: State, route: Route | null, who: string, now: Instant): string {
  const by = route?.dueAt ? `，应于 ${speakDay(route.dueAt, now)}前办完` : ''
  const lines: Record<State, string> = {
    raised: matter.acknowledgedAt === null ? '等支部接件' : '支部已接件，正在分类',
    returned: '支部退回了，请看原因和去处',
    merged: '并到同一件事里一起办',
    split: '拆成几件，分开办',
    objected: '报事人申请复核，由另一位来看',
    reopened: '又出现了，等支部重新处理',
    sorted: route?.code === 'owners' ? '等业委会安排业主表决' : '等支部排进会议',
    scheduled: route?.meetingAt ? `${speakTime(route.meetingAt, now)} 开会商量` : '已排进会议',
    deliberated: '议过了，等形成决议',
    resolved: '有决议了，等派人去办',
    referred: route?.whereTo ? `转给${route.whereTo}` : '已转办，等答复',
    assigned: `派给${who}${by}`,
    in_progress: `${who}在办${by}`,
    extended: `${who}在办，延期到 ${route?.dueAt ? speakDay(route.dueAt, now) : ''}`,
    done_claimed: `${who}说办完了，等大家评`,
    being_rated: '办完了吗？请大家评一评',
    redo: '大家说没办好，要返工',
    escalated: (route?.failures ?? 0) >= 2 ? '两次没办好，已报到上一级' : '已报到上一级',
    closed: isWithdrawn(matter) ? '报事人撤回了' : '办结了，全程可查',
  }
  return lines[state]
}

/** Whether the date of this state is one that somebody can miss; a meeting and the end of rating just come. */
export const isDeadline = (state: State): boolean => state !== 'scheduled' && state !== 'being_rated'

function overdueText(state: State, dueAt: Instant | null, now: Instant): string {
  if (dueAt === null || now <= dueAt || !isDeadline(state)) return ''
  const days = daysBetween(dueAt, now)
  return days >= 1 ? `逾期 ${days} 天` : '已逾期'
}

/**
 * Where a matter stands at `now`, for the five-matters bar.
 * @param who how its lead is shown, e.g. “物业工程部”; used only when there is one.
 */
export function standingOf(
  matter: Matter,
  context: { now: Instant; rules: RuleSet; who: string | null },
): Standing {
  const route = leadingRoute(matter)
  const state = headline(matter)
  const dueAt = dueOf(matter, state, route, context.rules)
  return {
    state,
    room: STATES[state].room,
    steps: steps(matter, state, route),
    line: line(matter, state, route, context.who ?? '责任人', context.now),
    dueAt,
    overdueText: overdueText(state, dueAt, context.now),
  }
}
