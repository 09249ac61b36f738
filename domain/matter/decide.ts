import { may, mayEver, type SubjectFacts } from '../people/abilities'
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
import { notNow } from './not-now'
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

/** Somebody with the right duty, but it is his own affair. */
function ownAffair(type: IntentType, { actor }: Context, facts: SubjectFacts): Refusal | null {
  if (!mayEver(actor, type)) return null
  const { id } = actor
  if (type === 'review')
    return refuse('same_person', '复核要由另一位来做，不能自己复核自己的决定或申请。').refusal
  const isDoer = [facts.leadId, facts.claimedById, ...(facts.helperIds ?? [])].includes(id)
  if (isDoer && (type === 'rate' || type === 'settle' || type === 'check')) {
    return refuse('same_person', '自己办的事，请别人来评、来查验。').refusal
  }
  return null
}

/** Why `actor` cannot do this now, before looking at what he filled in; null when he can. */
export function refusalFor(
  matter: Matter,
  type: IntentType,
  context: Context,
  route?: Route,
): Refusal | null {
  const facts = subjectFacts(matter, route)
  if (!may(context.actor, type, facts)) {
    return (
      ownAffair(type, context, facts) ?? refuse('not_allowed', `“${INTENTS[type].name}”不由您来做。`).refusal
    )
  }
  const level = INTENTS[type].level
  const state = level === 'route' ? (route?.state ?? headline(matter)) : matter.state
  // While a decision is under review its routes wait, but danger does not (R8 应急: act first), nor a meeting that is over.
  const goesOn = route?.code === 'emergency' || type === 'unschedule'
  const waiting = level === 'route' && matter.state !== 'sorted' && !(matter.state === 'objected' && goesOn)
  if (waiting || !FROM[type].includes(state)) {
    const now = waiting ? matter.state : state
    const message = `这件事现在是“${STATES[now].name}”，不能“${INTENTS[type].name}”。`
    return refuse('not_in_this_state', message, { details: { state: now } }).refusal
  }
  return notNow(type, matter, route, context)
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
  return {
    matter: allowed('matter'),
    routes: Object.fromEntries(matter.routes.map((route) => [route.id, allowed('route', route)])),
  }
}
