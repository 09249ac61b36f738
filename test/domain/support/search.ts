import type { Decision } from '@yishiting/domain/matter/context'
import { decide } from '@yishiting/domain/matter/decide'
import { DAY, type Instant } from '@yishiting/domain/matter/instant'
import { INTENT_TYPES, INTENTS } from '@yishiting/domain/matter/intents'
import type { Matter } from '@yishiting/domain/matter/matter'
import { type Actor, SYSTEM } from '@yishiting/domain/people/roles'
import { intentOf } from './intents'
import { by } from './outcomes'

export interface Step extends Decision {
  actor: Actor
}

/** Everything that these people could bring about at `now`, and what the clock does by itself. */
export function stepsFrom(matter: Matter, people: readonly Actor[], now: Instant): Step[] {
  const steps: Step[] = []
  for (const type of INTENT_TYPES) {
    const routeIds = INTENTS[type].level === 'route' ? matter.routes.map((route) => route.id) : ['none']
    // Asking for the rating is the clock's: the day after the claim it just happens.
    const actors = type === 'askRating' ? [SYSTEM] : people
    for (const routeId of routeIds) {
      for (const actor of actors) {
        const outcome = decide(matter, intentOf(type, routeId, now), by(actor, now))
        if (outcome.ok) steps.push({ ...outcome.value, actor })
      }
    }
  }
  return steps
}

const keyOf = (matter: Matter) =>
  JSON.stringify([
    matter.state,
    matter.objectedOnce,
    matter.acknowledgedAt !== null,
    matter.routes.map((route) => [route.state, route.code, route.checkerId, route.checkedAt !== null]),
  ])

/** Can these people bring the matter to one of `ends`, a step a day? */
export function canReach(
  from: Matter,
  ends: readonly Matter['state'][],
  people: readonly Actor[],
  start: Instant,
): boolean {
  const seen = new Set<string>()
  let front = [from]
  for (let day = 0; day < 12 && front.length > 0; day += 1) {
    if (front.some((matter) => ends.includes(matter.state))) return true
    const next: Matter[] = []
    for (const matter of front) {
      for (const { matter: after } of stepsFrom(matter, people, start + day * DAY)) {
        const key = keyOf(after)
        if (!seen.has(key)) next.push(after)
        seen.add(key)
      }
    }
    front = next
  }
  return front.some((matter) => ends.includes(matter.state))
}
