import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { type Matter, newMatter, newRoute, type Route } from '@yishiting/domain/matter/matter'
import {
  MATTER_STATES,
  type MatterState,
  ROUTE_STATES,
  type RouteState,
} from '@yishiting/domain/matter/states'
import { ROUTE_CODES, type RouteCode } from '@yishiting/domain/sort/routes'
import { CHECKER, HAND, LEAD, REPORTER, SECRETARY } from './cast'

/** Tuesday 10 March 2026, 10:00 in China. */
export const NOW = Date.UTC(2026, 2, 10, 2)

const BEGAN = new Set<RouteState>([
  'assigned',
  'in_progress',
  'extended',
  'done_claimed',
  'being_rated',
  'redo',
])
const MET = new Set<RouteState>(['scheduled', 'deliberated', 'resolved'])

/** A route as it would stand in `state` after a plain life. */
export function routeIn(state: RouteState, more: Partial<Route> = {}): Route {
  const code = more.code ?? (MET.has(state) || state === 'sorted' ? 'deliberation' : 'property')
  const isBegun = BEGAN.has(state) || state === 'escalated'
  const isClaimed = state === 'done_claimed' || state === 'being_rated'
  return newRoute({
    id: `route-${code}`,
    code,
    state,
    leadId: isBegun ? LEAD.id : null,
    helperIds: isBegun ? [HAND.id] : [],
    task: isBegun ? '把车棚的灯修好' : null,
    dueAt: isBegun ? NOW + 5 * DAY : null,
    dueBeforeExtension: state === 'extended' ? NOW + DAY : null,
    whereTo: state === 'referred' ? '区住建局' : null,
    meetingId: MET.has(state) ? 'meeting' : null,
    meetingAt: MET.has(state) ? NOW + 4 * DAY : null,
    claimedAt: isClaimed ? NOW - DAY : null,
    claimedById: isClaimed ? LEAD.id : null,
    ratingOpensAt: isClaimed ? NOW - HOUR : null,
    ratingClosesAt: state === 'being_rated' ? NOW + 6 * DAY : null,
    failures: state === 'redo' ? 1 : state === 'escalated' ? 2 : 0,
    closedAt: state === 'closed' ? NOW - DAY : null,
    ...more,
  })
}

/** Rated as not done once, done again, and now waiting for the one who checks. */
export const recheck = (more: Partial<Route> = {}): Route =>
  routeIn('done_claimed', { failures: 1, checkerId: CHECKER.id, pastCheckerIds: ['old-checker'], ...more })

export function raised(more: Partial<Matter> = {}): Matter {
  const facts = { id: 'matter', reporterId: REPORTER.id, raisedById: REPORTER.id, raisedAt: NOW - 3 * DAY }
  return { ...newMatter({ ...facts, isPrivate: false }), ...more }
}

export function sorted(routes: readonly Route[], more: Partial<Matter> = {}): Matter {
  return raised({
    state: 'sorted',
    acknowledgedAt: NOW - 2 * DAY,
    sortedById: SECRETARY.id,
    sortedAt: NOW - 2 * DAY,
    topic: 'repair',
    routes,
    ...more,
  })
}

/** A matter whose only route stands in `state`. */
export const withRoute = (state: RouteState, more: Partial<Route> = {}): Matter =>
  sorted([routeIn(state, more)])

export function objected(before: MatterState, routes: readonly Route[] = []): Matter {
  const objection = { at: NOW - HOUR, reason: '这是大家的事', before, againstId: SECRETARY.id }
  const merged = before === 'merged' ? { mergedIntoId: 'other' } : {}
  const more = { state: 'objected' as const, objection, objectedOnce: true, waitingSince: NOW - HOUR }
  return sorted(routes, { ...merged, ...more })
}

/** One matter in each state that a matter as a whole can have. */
export const IN_STATE: Record<MatterState, Matter> = {
  raised: raised(),
  returned: sorted([], { state: 'returned' }),
  merged: sorted([], { state: 'merged', mergedIntoId: 'other' }),
  split: sorted([], { state: 'split' }),
  sorted: withRoute('assigned'),
  objected: objected('sorted', [routeIn('assigned')]),
  closed: sorted([routeIn('closed')], { state: 'closed', closedAt: NOW - DAY }),
  reopened: sorted([routeIn('closed', { claimedAt: NOW - 2 * DAY })], {
    state: 'reopened',
    waitingSince: NOW - HOUR,
    acknowledgedAt: null,
    timesReopened: 1,
  }),
}

export interface Case {
  name: string
  matter: Matter
  routeId: string
}

const caseOf = (name: string, matter: Matter): Case => ({
  name,
  matter,
  routeId: matter.routes[0]?.id ?? 'none',
})

/** Every state of the whole, and every state of a route on every code. */
export const CASES: readonly Case[] = [
  ...MATTER_STATES.map((state) => caseOf(state, IN_STATE[state])),
  ...ROUTE_STATES.flatMap((state) =>
    ROUTE_CODES.map((code) => {
      const isClosed = state === 'closed'
      const more = isClosed ? { state: 'closed' as const, closedAt: NOW - DAY } : {}
      return caseOf(`${code} ${state}`, sorted([routeIn(state, { code })], more))
    }),
  ),
  ...ROUTE_STATES.map((state) =>
    caseOf(`objected with a route ${state}`, objected('sorted', [routeIn(state, { code: 'emergency' })])),
  ),
  caseOf('waiting for the checker', sorted([recheck()])),
  caseOf('objected after a return', objected('returned')),
  caseOf('objected after a merge', objected('merged')),
]

export const codeOf = (name: string): RouteCode | undefined =>
  ROUTE_CODES.find((code) => name.startsWith(code))
