import { nextDayAt } from '../act/working-days'
import { TEXT_MAX, tidy } from '../speak/limits'
import { requireAnswer, requireGround, requireWhereTo } from './answer-words'
import type { Context, Outcome } from './context'
import { checkDue } from './due'
import type { MatterEvent } from './events'
import { DAY } from './instant'
import type { RouteIntent } from './intents'
import { headline, type Matter, type Route } from './matter'
import { accept, type Result, refuse } from './refusals'
import { requireWords } from './words'

interface RouteChange {
  route: Route
  reason?: string
  extra?: MatterEvent['extra']
}
type Step<T extends RouteIntent['type']> = (
  route: Route,
  intent: Extract<RouteIntent, { type: T }>,
  context: Context,
  matter: Matter,
) => Result<RouteChange>

const schedule: Step<'schedule'> = (route, intent, context) => {
  if (intent.meetingAt <= context.now) return refuse('meeting_over', '会议时间要在现在之后。')
  return accept({
    route: { ...route, state: 'scheduled', meetingId: intent.meetingId, meetingAt: intent.meetingAt },
    extra: { meetingId: intent.meetingId, meetingAt: intent.meetingAt },
  })
}

const unschedule: Step<'unschedule'> = (route, intent) => {
  const reason = requireWords(intent.reason, 'reason_required', '移出会议要写明原因。')
  if (!reason.ok) return reason
  return accept({
    route: { ...route, state: 'sorted', meetingId: null, meetingAt: null },
    reason: reason.value,
  })
}

const deliberate: Step<'deliberate'> = (route, intent) => {
  if (route.meetingId !== intent.meetingId) return refuse('not_on_agenda', '这件事不在这次会议的议程上。')
  return accept({ route: { ...route, state: 'deliberated' }, extra: { meetingId: intent.meetingId } })
}

const resolve: Step<'resolve'> = (route, intent) => {
  const text = requireWords(
    intent.resolution,
    'resolution_required',
    '请写明决议内容：做什么、谁来做、什么时候。',
    TEXT_MAX,
  )
  if (!text.ok) return text
  const minorityViews = tidy(intent.minorityViews)
  return accept({
    route: { ...route, state: 'resolved', task: text.value },
    reason: text.value,
    extra: { minorityViews },
  })
}

const decline: Step<'decline'> = (route, intent, context) => {
  const reason = requireAnswer(intent.reason, 'reason_required', '没有采纳也要写明原因，提的人会看到。')
  if (!reason.ok) return reason
  return accept({ route: { ...route, state: 'closed', closedAt: context.now }, reason: reason.value })
}

const refer: Step<'refer'> = (route, intent) => {
  if (intent.to === 'mediation') {
    return refuse('route_private_alone', '“私事调解”不公开，公开议过的事不能再转成私事。')
  }
  const reason = requireWords(intent.reason, 'reason_required', '转办要写明原因。')
  if (!reason.ok) return reason
  const whereTo = requireWhereTo(intent.whereTo, '转办要写明转给谁。')
  if (!whereTo.ok) return whereTo
  const ground = requireGround(intent.to, intent.ground)
  if (!ground.ok) return ground
  return accept({
    route: {
      ...route,
      code: intent.to,
      state: 'referred',
      ground: ground.value,
      whereTo: whereTo.value,
      // Free for another meeting; that it was talked about, and when, stays.
      meetingId: null,
    },
    reason: reason.value,
    extra: { to: intent.to, whereTo: whereTo.value, fromCode: route.code },
  })
}

const assign: Step<'assign'> = (route, intent, context) => {
  if (!intent.leadId) return refuse('lead_required', '要有一位责任人。')
  const task = requireWords(intent.task, 'text_required', '请写明要办什么、办到什么样算完。', TEXT_MAX)
  if (!task.ok) return task
  const due = checkDue(intent.dueAt, context)
  if (!due.ok) return due
  const isSameLead = route.state === 'assigned' && intent.leadId === route.leadId
  if (isSameLead && route.dueAt !== null && intent.dueAt > route.dueAt) {
    return refuse('due_too_far', '还是这位来办，要晚些办完，请他申请延期，写明原因。')
  }
  const isRedo = route.failures > 0
  if (isRedo && !intent.checkerId) return refuse('checker_required', '返工要请一位没查验过的人来查验。')
  const checkerId = intent.checkerId ?? null
  const barred = [intent.leadId, ...(intent.helperIds ?? []), ...route.pastCheckerIds]
  if (checkerId && barred.includes(checkerId)) {
    return refuse('checker_not_different', '查验的人不能是办事的人，也不能是上次查验的人。')
  }
  return accept({
    route: {
      ...route,
      state: 'assigned',
      leadId: intent.leadId,
      helperIds: [...new Set(intent.helperIds ?? [])].filter((id) => id !== intent.leadId),
      task: task.value,
      dueAt: intent.dueAt,
      dueBeforeExtension: null,
      checkerId,
      claimedAt: null,
      claimedById: null,
      checkedAt: null,
    },
    reason: task.value,
    extra: { leadId: intent.leadId, dueAt: intent.dueAt },
  })
}

const start: Step<'start'> = (route) => accept({ route: { ...route, state: 'in_progress' } })

const progress: Step<'progress'> = (route, intent) => {
  const text = requireWords(intent.text, 'text_required', '请写一句办到哪里了。', TEXT_MAX)
  if (!text.ok) return text
  const state = route.state === 'extended' ? 'extended' : 'in_progress'
  return accept({ route: { ...route, state }, reason: text.value })
}

const extend: Step<'extend'> = (route, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '延期要写明原因，大家会看到。')
  if (!reason.ok) return reason
  const due = checkDue(intent.dueAt, context)
  if (!due.ok) return due
  if (route.dueAt !== null && intent.dueAt <= route.dueAt) {
    return refuse('due_in_past', '新的日期要比原来的晚。')
  }
  return accept({
    route: { ...route, state: 'extended', dueAt: intent.dueAt, dueBeforeExtension: route.dueAt },
    reason: reason.value,
    extra: { dueAt: intent.dueAt, dueBefore: route.dueAt },
  })
}

const claimDone: Step<'claimDone'> = (route, intent, context) => {
  const text = requireAnswer(intent.text, 'evidence_required', '请写明怎么办完的。', TEXT_MAX)
  if (!text.ok) return text
  if (intent.photoCount < 1) return refuse('evidence_required', '办完要有凭据，请至少传一张照片。')
  return accept({
    route: {
      ...route,
      state: 'done_claimed',
      claimedAt: context.now,
      claimedById: context.actor.id,
      checkedAt: null,
      ratingOpensAt: nextDayAt(context.now, context.rules.ratingOpensHour),
    },
    reason: text.value,
  })
}

const check: Step<'check'> = (route, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '请写一句看到了什么。')
  if (!reason.ok) return reason
  if (intent.passed) {
    return accept({
      // Whoever has looked is the one who may not look again.
      route: { ...route, checkerId: context.actor.id || route.checkerId, checkedAt: context.now },
      reason: reason.value,
      extra: { passed: true },
    })
  }
  return accept({
    route: { ...route, state: 'in_progress', claimedAt: null, claimedById: null, ratingOpensAt: null },
    reason: reason.value,
    extra: { passed: false },
  })
}

const askRating: Step<'askRating'> = (route, _intent, context) =>
  accept({
    route: { ...route, state: 'being_rated', ratingClosesAt: context.now + context.rules.ratingOpenFor },
  })

const rate: Step<'rate'> = (route, intent) => {
  if (intent.alreadyRated) return refuse('already_rated', '您已经评过了，一人评一次。')
  const { satisfied, reason } = intent.answers
  if (satisfied && tidy(reason) === '') return accept({ route })
  const words = requireWords(reason, 'reason_required', '不满意请写一句原因，办事的人好改。')
  return words.ok ? accept({ route }) : words
}

/** Why it ends here, or does not: a sentence that gives away nobody's answer. */
function settledBecause(state: 'closed' | 'redo' | 'escalated', { rules }: Context): string {
  const again = Math.round(rules.reopenWithin / DAY)
  if (state === 'closed') return `评价没有达到返工的条件，办结。${again} 天内又出现，可以点“又出现了”。`
  if (state === 'escalated') return '第二次没办好，报到上一级督办。'
  return '报事人说没解决，或者不满意的人过多，要返工：另定日期，换一个人查验。'
}

const settle: Step<'settle'> = (route, intent, context) => {
  if (intent.verdict === 'waiting') {
    return refuse('rating_not_open', '还在等大家评，报事人评过或者期满再办结。')
  }
  if (intent.verdict === 'done') {
    return accept({
      route: { ...route, state: 'closed', closedAt: context.now },
      reason: settledBecause('closed', context),
    })
  }
  const failures = route.failures + 1
  const pastCheckerIds = [...route.pastCheckerIds, ...(route.checkerId ? [route.checkerId] : [])]
  const failed: Route = {
    ...route,
    failures,
    pastCheckerIds,
    checkerId: null,
    checkedAt: null,
    dueAt: context.now + context.rules.actWithin[route.code],
    dueBeforeExtension: null,
    ratingOpensAt: null,
    ratingClosesAt: null,
  }
  const state = failures >= 2 ? 'escalated' : 'redo'
  return accept({ route: { ...failed, state }, reason: settledBecause(state, context), extra: { failures } })
}

const answer: Step<'answer'> = (route, intent, context) => {
  const reason = requireAnswer(intent.reason, 'reason_required', '请写明答复，报事的人会看到。', TEXT_MAX)
  if (!reason.ok) return reason
  return accept({ route: { ...route, state: 'closed', closedAt: context.now }, reason: reason.value })
}

const escalate: Step<'escalate'> = (route, intent) => {
  const reason = requireWords(intent.reason, 'reason_required', '上报要写明原因。')
  if (!reason.ok) return reason
  return accept({ route: { ...route, state: 'escalated' }, reason: reason.value })
}

const ROUTE_STEPS: { [T in RouteIntent['type']]: Step<T> } = {
  schedule,
  unschedule,
  deliberate,
  resolve,
  decline,
  refer,
  assign,
  start,
  progress,
  extend,
  claimDone,
  check,
  askRating,
  rate,
  settle,
  answer,
  escalate,
}

/** Carries out a route intent on the matter; the matter closes when its last route does. */
export function takeRouteStep(matter: Matter, route: Route, intent: RouteIntent, context: Context): Outcome {
  const step = ROUTE_STEPS[intent.type] as Step<RouteIntent['type']>
  const change = step(route, intent as never, context, matter)
  if (!change.ok) return change
  const routes = matter.routes.map((each) => (each.id === route.id ? change.value.route : each))
  const allClosed = matter.state === 'sorted' && routes.every((each) => each.state === 'closed')
  const after: Matter = allClosed
    ? { ...matter, routes, state: 'closed', closedAt: context.now }
    : { ...matter, routes }
  const event: MatterEvent = {
    type: intent.type,
    at: context.now,
    routeId: route.id,
    routeCode: change.value.route.code,
    from: route.state,
    to: allClosed ? headline(after) : change.value.route.state,
    reason: change.value.reason ?? '',
    extra: change.value.extra ?? {},
  }
  return accept({ matter: after, events: [event] })
}
