import type { Context, Decision } from '@yishiting/domain/matter/context'
import { decide } from '@yishiting/domain/matter/decide'
import type { Intent } from '@yishiting/domain/matter/intents'
import type { Matter, Route } from '@yishiting/domain/matter/matter'
import type { Refusal, Result } from '@yishiting/domain/matter/refusals'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import type { Actor } from '@yishiting/domain/people/roles'
import { NOW } from './matters'

export const by = (actor: Actor, now = NOW): Context => ({ actor, now, rules: DEFAULT_RULES })

export function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.message}`)
  return result.value
}

export function refused<T>(result: Result<T>): Refusal {
  if (result.ok) throw new Error('accepted, wanted a refusal')
  return result.refusal
}

/** What `actor` brings about; fails the test when the rules say no. */
export const done = (matter: Matter, intent: Intent, actor: Actor, now = NOW): Decision =>
  accepted(decide(matter, intent, by(actor, now)))

/** The code with which the rules say no. */
export const codeOfRefusal = (matter: Matter, intent: Intent, actor: Actor, now = NOW): string =>
  refused(decide(matter, intent, by(actor, now))).code

export function onlyRoute(matter: Matter): Route {
  const [route, ...others] = matter.routes
  if (!route || others.length > 0) throw new Error(`${matter.routes.length} routes, wanted one`)
  return route
}

/** The route sorted last. */
export function lastRoute(matter: Matter): Route {
  const route = matter.routes.at(-1)
  if (!route) throw new Error('no route')
  return route
}
