import { ROUTES, type RouteCode } from '../sort/routes'
import { TEXT_MAX, TITLE_MAX, tidy } from '../speak/limits'
import type { Context, Decision, Outcome } from './context'
import type { MatterEvent } from './events'
import type { MatterIntent, RouteChoice } from './intents'
import { headline, type Matter, newRoute, type Route } from './matter'
import { accept, type Result, refuse } from './refusals'
import { requireWords } from './words'

type Step<T extends MatterIntent['type']> = (
  matter: Matter,
  intent: Extract<MatterIntent, { type: T }>,
  context: Context,
) => Outcome

function moved(
  before: Matter,
  after: Matter,
  type: MatterIntent['type'],
  context: Context,
  reason = '',
  extra: MatterEvent['extra'] = {},
): Result<Decision> {
  const event: MatterEvent = {
    type,
    at: context.now,
    routeId: null,
    routeCode: null,
    from: headline(before),
    to: headline(after),
    reason,
    extra,
  }
  return accept({ matter: after, events: [event] })
}

const sortedBy = (context: Context) => ({ sortedById: context.actor.id, sortedAt: context.now })
/** Whoever decides about a matter has by that acknowledged it. */
const acknowledged = (matter: Matter, context: Context) => ({
  acknowledgedAt: matter.acknowledgedAt ?? context.now,
})

/** The branch's clocks begin anew: nobody is late for what has just come back to him. */
const waitingAgain = (context: Context) => ({ waitingSince: context.now, acknowledgedAt: null })

const acknowledge: Step<'acknowledge'> = (matter, intent, context) =>
  moved(matter, { ...matter, acknowledgedAt: context.now }, intent.type, context)

const edit: Step<'edit'> = (matter, intent, context) => moved(matter, matter, intent.type, context)

const returnToReporter: Step<'return'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '退回要写明原因，报事的人会看到。')
  if (!reason.ok) return reason
  const whereTo = requireWords(intent.whereTo, 'where_to_required', '退回要写明该去哪里办、怎么办。')
  if (!whereTo.ok) return whereTo
  const after: Matter = {
    ...matter,
    ...acknowledged(matter, context),
    ...sortedBy(context),
    state: 'returned',
  }
  return moved(matter, after, intent.type, context, reason.value, { whereTo: whereTo.value })
}

const resubmit: Step<'resubmit'> = (matter, intent, context) => {
  const text = requireWords(intent.text, 'text_required', '请补充几句，说清楚再提交。', TEXT_MAX)
  if (!text.ok) return text
  const after: Matter = { ...matter, ...waitingAgain(context), state: 'raised' }
  return moved(matter, after, intent.type, context, text.value)
}

const withdraw: Step<'withdraw'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '请写一句为什么撤回，大家好知道。')
  if (!reason.ok) return reason
  return moved(
    matter,
    { ...matter, state: 'closed', closedAt: context.now },
    intent.type,
    context,
    reason.value,
  )
}

const merge: Step<'merge'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '并案要写明原因，报事的人会看到。')
  if (!reason.ok) return reason
  if (intent.intoId === matter.id) return refuse('target_invalid', '不能并到自己，请选另一件事。')
  const after: Matter = {
    ...matter,
    ...acknowledged(matter, context),
    ...sortedBy(context),
    state: 'merged',
    mergedIntoId: intent.intoId,
  }
  return moved(matter, after, intent.type, context, reason.value, { intoId: intent.intoId })
}

const split: Step<'split'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '拆分要写明原因，报事的人会看到。')
  if (!reason.ok) return reason
  if (intent.parts.length < 2) return refuse('parts_required', '至少要拆成两件事。')
  for (const part of intent.parts) {
    const title = requireWords(part.title, 'text_required', '每一件都要有标题。', TITLE_MAX)
    if (!title.ok) return title
    const text = requireWords(part.text, 'text_required', '每一件都要写清楚是什么事。', TEXT_MAX)
    if (!text.ok) return text
  }
  const after: Matter = { ...matter, ...acknowledged(matter, context), ...sortedBy(context), state: 'split' }
  return moved(matter, after, intent.type, context, reason.value, { parts: intent.parts.length })
}

function routeFrom(choice: RouteChoice, context: Context): Result<Route> {
  const facts = ROUTES[choice.code]
  if (choice.code === 'whistle' && !choice.ground) {
    return refuse('whistle_ground_required', '吹哨要写明是哪一种理由：综合执法、重点工作、应急处置。')
  }
  const route = newRoute({
    id: choice.id,
    code: choice.code,
    state: facts.begins,
    ground: choice.ground ?? null,
  })
  if (facts.begins === 'referred') {
    const whereTo = requireWords(choice.whereTo ?? '', 'where_to_required', '“不在此处”要写明该去哪里办。')
    return whereTo.ok ? accept({ ...route, whereTo: whereTo.value }) : whereTo
  }
  if (facts.begins !== 'assigned') return accept(route)
  if (!choice.leadId) return refuse('lead_required', `“${facts.name}”要有一位责任人。`)
  const dueAt = choice.dueAt ?? context.now + context.rules.actWithin[choice.code]
  const due = checkDue(dueAt, context)
  if (!due.ok) return due
  return accept({ ...route, leadId: choice.leadId, dueAt, task: tidy(choice.task ?? '') || null })
}

/** A due date lies ahead, and not absurdly far. */
export function checkDue(dueAt: number, context: Context): Result<number> {
  if (!Number.isSafeInteger(dueAt)) return refuse('due_required', '请选一个办完的日期。')
  if (dueAt <= context.now) return refuse('due_in_past', '办完的日期要在现在之后。')
  if (dueAt > context.now + context.rules.dueAtMost)
    return refuse('due_too_far', '办完的日期太远了，最多一年。')
  return accept(dueAt)
}

const sort: Step<'sort'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '请写一句为什么这样分，大家会看到。')
  if (!reason.ok) return reason
  if (intent.routes.length === 0) return refuse('route_required', '至少选一条去向。')
  const codes = new Set<RouteCode>(intent.routes.map((choice) => choice.code))
  if (codes.size !== intent.routes.length) return refuse('route_duplicate', '同一条去向选了两次。')
  const routes: Route[] = []
  for (const choice of intent.routes) {
    const route = routeFrom(choice, context)
    if (!route.ok) return route
    routes.push(route.value)
  }
  const after: Matter = {
    ...matter,
    ...acknowledged(matter, context),
    ...sortedBy(context),
    state: 'sorted',
    topic: intent.topic,
    // A matter that is only between two parties stays between them (R1 私事调解).
    isPrivate:
      intent.isPrivate ?? (matter.isPrivate || intent.routes.every((choice) => choice.code === 'mediation')),
    routes: [...matter.routes, ...routes],
  }
  return moved(matter, after, intent.type, context, reason.value, {
    topic: intent.topic,
    routes: intent.routes.map((choice) => choice.code).join(','),
  })
}

const object: Step<'object'> = (matter, intent, context) => {
  if (matter.objectedOnce) return refuse('already_objected', '每件事可以申请复核一次，这件已经复核过了。')
  if (matter.sortedAt === null || matter.sortedById === null) {
    return refuse('not_in_this_state', '这件事还没有处理决定，不用复核。')
  }
  if (context.now > matter.sortedAt + context.rules.objectionWindow) {
    return refuse('objection_window_over', '复核要在决定后 7 天内提出，已经过了。您可以再说一次这件事。')
  }
  const reason = requireWords(intent.reason, 'reason_required', '请写一句哪里不对，复核的人好判断。')
  if (!reason.ok) return reason
  const after: Matter = {
    ...matter,
    state: 'objected',
    waitingSince: context.now,
    objectedOnce: true,
    objection: { at: context.now, reason: reason.value, before: matter.state, againstId: matter.sortedById },
  }
  return moved(matter, after, intent.type, context, reason.value)
}

/** Back to where it stood; an emergency may have been dealt with while the objection was looked at. */
function backTo(state: Matter['state'], matter: Matter, context: Context): Matter {
  const isDone = state === 'sorted' && matter.routes.every((route) => route.state === 'closed')
  return isDone ? { ...matter, state: 'closed', closedAt: context.now } : { ...matter, state }
}

const review: Step<'review'> = (matter, intent, context) => {
  const objection = matter.objection
  if (!objection) return refuse('not_in_this_state', '这件事没有待复核的申请。')
  if (objection.againstId === context.actor.id) {
    return refuse('same_person', '复核要由另一位来做，不能自己复核自己的决定。')
  }
  const reason = requireWords(intent.reason, 'reason_required', '请写明复核的理由，报事的人会看到。')
  if (!reason.ok) return reason
  const closeRoutes = matter.routes.map((route) => ({
    ...route,
    state: 'closed' as const,
    closedAt: context.now,
  }))
  const after: Matter = intent.upheld
    ? {
        ...matter,
        ...waitingAgain(context),
        state: 'raised',
        mergedIntoId: null,
        objection: null,
        routes: closeRoutes,
      }
    : backTo(objection.before, { ...matter, objection: null }, context)
  return moved(matter, after, intent.type, context, reason.value, { upheld: intent.upheld })
}

const reopen: Step<'reopen'> = (matter, intent, context) => {
  if (matter.closedAt === null || context.now > matter.closedAt + context.rules.reopenWithin) {
    return refuse('reopen_window_over', '办结超过 30 天了，请当作新的一件事再说一次。')
  }
  const reason = requireWords(intent.reason, 'reason_required', '请写一句又出现了什么情况。')
  if (!reason.ok) return reason
  const after: Matter = {
    ...matter,
    ...waitingAgain(context),
    state: 'reopened',
    closedAt: null,
    timesReopened: matter.timesReopened + 1,
  }
  return moved(matter, after, intent.type, context, reason.value, { notSolved: true })
}

export const MATTER_STEPS: { [T in MatterIntent['type']]: Step<T> } = {
  acknowledge,
  edit,
  return: returnToReporter,
  resubmit,
  withdraw,
  merge,
  split,
  sort,
  object,
  review,
  reopen,
}
