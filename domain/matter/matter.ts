import type { RouteCode, WhistleGround } from '../sort/routes'
import type { Topic } from '../sort/topics'
import type { Instant } from './instant'
import { type MatterState, ROUTE_STATES, type RouteState, STATES, type State } from './states'

/** One route of a sorted matter, with its own life (RULES.md §1: a matter may carry several). */
export interface Route {
  id: string
  code: RouteCode
  state: RouteState
  /** The ONE person answerable (责任人). */
  leadId: string | null
  helperIds: readonly string[]
  /** What is to be done, in the words of the sorter or of the resolution. */
  task: string | null
  dueAt: Instant | null
  /** The date before the one extension; null while there was none. */
  dueBeforeExtension: Instant | null
  ground: WhistleGround | null
  /** Where to go, for `elsewhere`; whom it was referred to, after a referral. */
  whereTo: string | null
  meetingId: string | null
  meetingAt: Instant | null
  claimedAt: Instant | null
  claimedById: string | null
  /** In a redo the claim is checked by somebody who did not check before. */
  checkerId: string | null
  checkedAt: Instant | null
  pastCheckerIds: readonly string[]
  ratingOpensAt: Instant | null
  ratingClosesAt: Instant | null
  /** How many times it was rated as not done. The second failure goes one level up. */
  failures: number
  closedAt: Instant | null
}

/** A reporter's one objection (复核) and what the matter was before it. */
export interface Objection {
  at: Instant
  reason: string
  before: MatterState
  /** Whose decision is objected to: that person may not review it. */
  againstId: string
}

/** The facts of a matter that the rules need. Instants in ms. */
export interface Matter {
  id: string
  state: MatterState
  reporterId: string | null
  raisedById: string
  raisedAt: Instant
  /** Since when it has been waiting for the branch: raised, resubmitted, reopened, objected to, sent back by a review. */
  waitingSince: Instant
  acknowledgedAt: Instant | null
  /** Who returned, merged, split or sorted it last. */
  sortedById: string | null
  sortedAt: Instant | null
  topic: Topic | null
  isPrivate: boolean
  mergedIntoId: string | null
  objection: Objection | null
  objectedOnce: boolean
  routes: readonly Route[]
  closedAt: Instant | null
  timesReopened: number
}

export function newMatter(
  facts: Pick<Matter, 'id' | 'reporterId' | 'raisedById' | 'raisedAt' | 'isPrivate'>,
): Matter {
  return {
    ...facts,
    state: 'raised',
    waitingSince: facts.raisedAt,
    acknowledgedAt: null,
    sortedById: null,
    sortedAt: null,
    topic: null,
    mergedIntoId: null,
    objection: null,
    objectedOnce: false,
    routes: [],
    closedAt: null,
    timesReopened: 0,
  }
}

export function newRoute(facts: Pick<Route, 'id' | 'code' | 'state'> & Partial<Route>): Route {
  return {
    leadId: null,
    helperIds: [],
    task: null,
    dueAt: null,
    dueBeforeExtension: null,
    ground: null,
    whereTo: null,
    meetingId: null,
    meetingAt: null,
    claimedAt: null,
    claimedById: null,
    checkerId: null,
    checkedAt: null,
    pastCheckerIds: [],
    ratingOpensAt: null,
    ratingClosesAt: null,
    failures: 0,
    closedAt: null,
    ...facts,
  }
}

/** The route that stands for the matter: the first still open one in the sorter's order, else the last to close. */
export function leadingRoute(matter: Matter): Route | null {
  const open = matter.routes.find((route) => route.state !== 'closed')
  return open ?? matter.routes.at(-1) ?? null
}

/** The one state shown on cards and filtered by. */
export function headline(matter: Matter): State {
  if (matter.state !== 'sorted') return matter.state
  return leadingRoute(matter)?.state ?? 'sorted'
}

export function stageOf(matter: Matter) {
  return STATES[headline(matter)].room
}

export const isRouteState = (state: string): state is RouteState =>
  (ROUTE_STATES as readonly string[]).includes(state)
