import type { Actor } from '../people/roles'
import type { MatterEvent } from './events'
import type { Instant } from './instant'
import type { Matter } from './matter'
import type { Result } from './refusals'
import type { RuleSet } from './rule-set'

/** All that a rule may know besides the matter itself. */
export interface Context {
  actor: Actor
  now: Instant
  rules: RuleSet
}

export interface Decision {
  matter: Matter
  events: readonly MatterEvent[]
}

export type Outcome = Result<Decision>
