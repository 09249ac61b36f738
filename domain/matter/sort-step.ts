import { ROUTES, type RouteCode } from '../sort/routes'
import { tidy } from '../speak/limits'
import { requireGround, requireWhereTo } from './answer-words'
import type { Context } from './context'
import { checkDue } from './due'
import type { RouteChoice } from './intents'
import { type Matter, newRoute, type Route } from './matter'
import { acknowledged, moved, type Step, sortedBy } from './moved'
import { accept, type Result, refuse } from './refusals'
import { requireWords } from './words'

/**
 * What an earlier round of the same route brings along. A closed matter that was said to be done and is raised again
 * within 30 days counts as not solved (RULES.md §5): one failure more, and nobody checks a second time.
 */
function history(matter: Matter, code: RouteCode): Pick<Route, 'failures' | 'pastCheckerIds'> {
  const before = matter.routes.filter((route) => route.code === code).at(-1)
  if (!before) return { failures: 0, pastCheckerIds: [] }
  const cameBack = matter.state === 'reopened' && before.claimedAt !== null
  const checkers = before.checkerId ? [before.checkerId] : []
  return {
    failures: before.failures + (cameBack ? 1 : 0),
    pastCheckerIds: [...new Set([...before.pastCheckerIds, ...checkers])],
  }
}

function routeFrom(matter: Matter, choice: RouteChoice, context: Context): Result<Route> {
  const facts = ROUTES[choice.code]
  const ground = requireGround(choice.code, choice.ground)
  if (!ground.ok) return ground
  const route = newRoute({
    id: choice.id,
    code: choice.code,
    state: facts.begins,
    ground: ground.value,
    ...history(matter, choice.code),
  })
  if (facts.begins === 'referred') {
    const whereTo = requireWhereTo(choice.whereTo ?? '', '“不在此处”要写明该去哪里办。')
    return whereTo.ok ? accept({ ...route, whereTo: whereTo.value }) : whereTo
  }
  if (facts.begins !== 'assigned') return accept(route)
  if (!choice.leadId) return refuse('lead_required', `“${facts.name}”要有一位责任人。`)
  const due = checkDue(choice.dueAt ?? context.now + context.rules.actWithin[choice.code], context)
  if (!due.ok) return due
  return accept({
    ...route,
    // Not done a second time: one level up sees to it (RULES.md §5).
    state: route.failures >= 2 ? 'escalated' : route.state,
    leadId: choice.leadId,
    dueAt: due.value,
    task: tidy(choice.task ?? '') || null,
  })
}

/**
 * One route or several, each of its own code. R1 私事调解 stays between the parties, and a matter is seen as a whole: with it
 * among the routes nothing of the matter is public. What must be settled in the open is split off first.
 */
function checkCodes(choices: readonly RouteChoice[], isPublic: boolean): Result<null> {
  if (choices.length === 0) return refuse('route_required', '至少选一条去向。')
  const codes = new Set<RouteCode>(choices.map((choice) => choice.code))
  if (codes.size !== choices.length) return refuse('route_duplicate', '同一条去向选了两次。')
  if (codes.has('mediation') && codes.size > 1 && isPublic) {
    return refuse('route_private_alone', '“私事调解”不公开，要公开办的部分请先拆分成另一件。')
  }
  return accept(null)
}

/** 分类: topic and routes, and with them who answers for what by when. */
export const sort: Step<'sort'> = (matter, intent, context) => {
  const reason = requireWords(intent.reason, 'reason_required', '请写一句为什么这样分，大家会看到。')
  if (!reason.ok) return reason
  const codes = checkCodes(intent.routes, intent.isPrivate === false)
  if (!codes.ok) return codes
  const routes: Route[] = []
  for (const choice of intent.routes) {
    const route = routeFrom(matter, choice, context)
    if (!route.ok) return route
    routes.push(route.value)
  }
  const isMediation = routes.some((route) => route.code === 'mediation')
  const after: Matter = {
    ...matter,
    ...acknowledged(matter, context),
    ...sortedBy(context),
    state: 'sorted',
    topic: intent.topic,
    isPrivate: isMediation || (intent.isPrivate ?? matter.isPrivate),
    routes: [...matter.routes, ...routes],
  }
  return moved(matter, after, intent.type, context, reason.value, {
    topic: intent.topic,
    routes: intent.routes.map((choice) => choice.code).join(','),
  })
}
