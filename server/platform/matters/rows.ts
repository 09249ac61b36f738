import type { Matter, Objection, Route } from '@yishiting/domain/matter/matter'
import type { MatterState, RouteState } from '@yishiting/domain/matter/states'
import type { RouteCode, WhistleGround } from '@yishiting/domain/sort/routes'
import type { Topic } from '@yishiting/domain/sort/topics'
import type { Selectable } from 'kysely'
import type { MatterRoutes, Matters } from '../database/schema'

export type MatterRow = Selectable<Matters>
export type RouteRow = Selectable<MatterRoutes>

/** A row of the table as the rules know it. */
export function routeOf(row: RouteRow): Route {
  return {
    id: row.id,
    code: row.code as RouteCode,
    state: row.state as RouteState,
    leadId: row.leadId,
    helperIds: row.helperIds,
    task: row.task,
    dueAt: row.dueAt,
    dueBeforeExtension: row.dueBeforeExtension,
    ground: row.ground as WhistleGround | null,
    whereTo: row.whereTo,
    meetingId: row.meetingId,
    meetingAt: row.meetingAt,
    claimedAt: row.claimedAt,
    claimedById: row.claimedById,
    checkerId: row.checkerId,
    checkedAt: row.checkedAt,
    pastCheckerIds: row.pastCheckerIds,
    ratingOpensAt: row.ratingOpensAt,
    ratingClosesAt: row.ratingClosesAt,
    failures: row.failures,
    closedAt: row.closedAt,
  }
}

export function matterOf(row: MatterRow, routes: readonly RouteRow[]): Matter {
  return {
    id: row.id,
    state: row.state as MatterState,
    reporterId: row.reporterId,
    raisedById: row.raisedById,
    raisedAt: row.raisedAt,
    waitingSince: row.waitingSince,
    acknowledgedAt: row.acknowledgedAt,
    sortedById: row.sortedById,
    sortedAt: row.sortedAt,
    topic: row.topic as Topic | null,
    isPrivate: row.isPrivate,
    mergedIntoId: row.mergedIntoId,
    objection: row.objection as Objection | null,
    objectedOnce: row.objectedOnce,
    routes: [...routes].sort((a, b) => a.position - b.position).map(routeOf),
    closedAt: row.closedAt,
    timesReopened: row.timesReopened,
  }
}
