import type { RouteCode } from '../sort/routes'
import type { Instant } from './instant'
import type { IntentType } from './intents'
import type { State } from './states'

/** What happened, as the journal keeps it: who is added by the caller. `from`/`to` are headline or route states. */
export interface MatterEvent {
  type: IntentType | 'raise'
  at: Instant
  routeId: string | null
  routeCode: RouteCode | null
  from: State | null
  to: State
  /** The reason or words that its reporter can read; empty where the act speaks for itself. */
  reason: string
  /** Where to go, whom it was referred to, the id merged into … */
  extra: Record<string, string | number | boolean | null>
}
