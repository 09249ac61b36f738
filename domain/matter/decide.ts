import { may } from '../people/abilities'
import type { Context, Outcome } from './context'
import {
  INTENT_TYPES,
  INTENTS,
  type Intent,
  type IntentType,
  type MatterIntent,
  type RouteIntent,
} from './intents'
import { headline, type Matter, type Route } from './matter'
import { MATTER_STEPS } from './matter-steps'
import { type Refusal, refuse } from './refusals'
import { takeRouteStep } from './route-steps'
import { STATES } from './states'
import { subjectFacts } from './subject'
import { FROM } from './transitions'

const isRouteIntent = (intent: Intent): intent is RouteIntent => INTENTS[intent.type].level === 'route'

/**
 * The life of a matter: state + intent + now → new state and events, or a named refusal (RULES.md §1).
 * Pure. Who may comes first, then whether it can be done now, then what it needs.
 */
export function decide(matter: Matter, intent: Intent, context: Context): Outcome {
  const route = isRouteIntent(intent) ? matter.routes.find((each) => each.id === intent.routeId) : undefined
  if (isRouteIntent(intent) && !route)
    return refuse('route_unknown', '没有找到这条去向，可能已经变了，请刷新。')
  const barred = refusalFor(matter, intent.type, context, route)
  if (barred) return { ok: false, refusal: barred }
  if (isRouteIntent(intent) && route) return takeRouteStep(matter, route, intent, context)
  const step = MATTER_STEPS[intent.type as MatterIntent['type']]
  return step(matter, intent as never, context)
}

/** Why `actor` cannot do this now, before looking at what he filled in; null when he can. */
export function refusalFor(
  matter: Matter,
  type: IntentType,
  context: Context,
  route?: Route,
): Refusal | null {
  if (!may(context.actor, type, subjectFacts(matter, route))) {
    const { id } = context.actor
    if (type === 'review' && matter.objection?.againstId === id) {
      return { code: 'same_person', message: '复核要由另一位来做，不能自己复核自己的决定。' }
    }
    if (type === 'rate' && route && [route.leadId, route.claimedById, ...route.helperIds].includes(id)) {
      return { code: 'same_person', message: '自己办的事，请别人来评。' }
    }
    return { code: 'not_allowed', message: `“${INTENTS[type].name}”不由您来做。` }
  }
  const level = INTENTS[type].level
  const state = level === 'route' ? (route?.state ?? headline(matter)) : matter.state
  // While a decision is under review its routes wait, but danger does not (R8 应急: act first), nor a meeting that is over.
  const goesOn = route?.code === 'emergency' || type === 'unschedule'
  const waiting = level === 'route' && matter.state !== 'sorted' && !(matter.state === 'objected' && goesOn)
  if (waiting || !FROM[type].includes(state)) {
    const now = STATES[waiting ? matter.state : state].name
    return {
      code: 'not_in_this_state',
      message: `这件事现在是“${now}”，不能“${INTENTS[type].name}”。`,
      details: { state: waiting ? matter.state : state },
    }
  }
  return null
}

/** Which intents the actor can try now; route intents by route. Sent with every answer, so that pages never repeat a rule. */
export interface Can {
  matter: IntentType[]
  routes: Record<string, IntentType[]>
}

export function whatCan(matter: Matter, context: Context): Can {
  const allowed = (level: 'matter' | 'route', route?: Route) =>
    INTENT_TYPES.filter(
      (type) => INTENTS[type].level === level && refusalFor(matter, type, context, route) === null,
    )
  const timely = (type: IntentType) =>
    type !== 'object' ||
    (!matter.objectedOnce && context.now <= (matter.sortedAt ?? 0) + context.rules.objectionWindow)
  const inWindow = (type: IntentType) =>
    type !== 'reopen' ||
    (matter.closedAt !== null && context.now <= matter.closedAt + context.rules.reopenWithin)
  const onceOnly = (route: Route) => (type: IntentType) =>
    (type !== 'extend' || route.dueBeforeExtension === null) && (type !== 'check' || route.checkedAt === null)
  return {
    matter: allowed('matter').filter((type) => timely(type) && inWindow(type)),
    routes: Object.fromEntries(
      matter.routes.map((route) => [route.id, allowed('route', route).filter(onceOnly(route))]),
    ),
  }
}
