import type { Context, Decision, Outcome } from './context'
import type { MatterEvent } from './events'
import type { MatterIntent } from './intents'
import { headline, type Matter } from './matter'
import { accept, type Result } from './refusals'

/** Carries out one intent on the matter as a whole. */
export type Step<T extends MatterIntent['type']> = (
  matter: Matter,
  intent: Extract<MatterIntent, { type: T }>,
  context: Context,
) => Outcome

/** The matter as it is afterwards, and what the journal keeps of it. */
export function moved(
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

export const sortedBy = (context: Context) => ({ sortedById: context.actor.id, sortedAt: context.now })

/** Whoever decides about a matter has by that acknowledged it. */
export const acknowledged = (matter: Matter, context: Context) => ({
  acknowledgedAt: matter.acknowledgedAt ?? context.now,
})

/** The branch's clocks begin anew: nobody is late for what has just come back to him. */
export const waitingAgain = (context: Context) => ({ waitingSince: context.now, acknowledgedAt: null })
