import type { IntentType } from './intents'
import { MATTER_STATES, ROUTE_STATES, type State } from './states'

/**
 * From which states each intent can be carried out. What it needs and where it leads is in `matter-steps.ts` and
 * `route-steps.ts`; who may, in `people/abilities.ts`. A pair that is not here is refused with `not_in_this_state`.
 */
export const FROM: Record<IntentType, readonly State[]> = {
  acknowledge: ['raised', 'reopened'],
  edit: ['raised', 'returned'],
  return: ['raised', 'reopened'],
  resubmit: ['returned'],
  withdraw: ['raised', 'returned', 'reopened'],
  merge: ['raised', 'reopened'],
  split: ['raised', 'reopened'],
  sort: ['raised', 'reopened'],
  object: ['returned', 'merged', 'split', 'sorted'],
  review: ['objected'],
  reopen: ['closed'],

  schedule: ['sorted', 'deliberated', 'referred'],
  unschedule: ['scheduled'],
  deliberate: ['scheduled'],
  resolve: ['deliberated'],
  decline: ['deliberated'],
  refer: ['deliberated', 'sorted', 'referred'],
  // Not from `sorted`: there a matter waits for its meeting or its vote.
  assign: ['resolved', 'referred', 'redo', 'escalated', 'assigned'],
  start: ['assigned'],
  // Not from `redo`: it is assigned anew first, with a date and a checker who is another.
  progress: ['assigned', 'in_progress', 'extended'],
  extend: ['assigned', 'in_progress'],
  claimDone: ['assigned', 'in_progress', 'extended'],
  check: ['done_claimed'],
  askRating: ['done_claimed'],
  rate: ['being_rated'],
  settle: ['being_rated'],
  answer: ['referred', 'escalated', 'resolved'],
  escalate: ['assigned', 'in_progress', 'extended', 'redo'],
}

/** Every state a matter or a route can be in. */
export const ALL_STATES: readonly State[] = [...new Set<State>([...MATTER_STATES, ...ROUTE_STATES])]
