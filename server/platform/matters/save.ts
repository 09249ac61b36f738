import { addWorkingDays } from '@yishiting/domain/act/working-days'
import type { Decision } from '@yishiting/domain/matter/context'
import type { MatterEvent } from '@yishiting/domain/matter/events'
import { headline, type Matter, type Route } from '@yishiting/domain/matter/matter'
import type { RuleSet } from '@yishiting/domain/matter/rule-set'
import { isDeadline, standingOf } from '@yishiting/domain/matter/standing'
import { STATES } from '@yishiting/domain/matter/states'
import { type ClockKind, stopClock, windClock, windClocks } from '../clock/clocks'
import { moment, momentOrNull, type Queries } from '../database/database'
import { appendJournal } from '../journal/append'

function routeColumns(compoundId: string, matterId: string, route: Route, position: number) {
  return {
    compoundId,
    matterId,
    position,
    id: route.id,
    code: route.code,
    state: route.state,
    leadId: route.leadId,
    helperIds: [...route.helperIds],
    task: route.task,
    dueAt: momentOrNull(route.dueAt),
    dueBeforeExtension: momentOrNull(route.dueBeforeExtension),
    ground: route.ground,
    whereTo: route.whereTo,
    meetingId: route.meetingId,
    meetingAt: momentOrNull(route.meetingAt),
    claimedAt: momentOrNull(route.claimedAt),
    claimedById: route.claimedById,
    checkerId: route.checkerId,
    checkedAt: momentOrNull(route.checkedAt),
    pastCheckerIds: [...route.pastCheckerIds],
    ratingOpensAt: momentOrNull(route.ratingOpensAt),
    ratingClosesAt: momentOrNull(route.ratingClosesAt),
    failures: route.failures,
    closedAt: momentOrNull(route.closedAt),
  }
}

/** The columns of `matters` that follow from the rules' facts; lists filter and sort by them. */
export function matterColumns(matter: Matter, now: number, rules: RuleSet) {
  const standing = standingOf(matter, { now, rules, who: null })
  return {
    state: matter.state,
    headline: headline(matter),
    stage: standing.room,
    isOpen: !STATES[headline(matter)].exit,
    dueAt: momentOrNull(standing.dueAt),
    lateAt: isDeadline(standing.state) ? momentOrNull(standing.dueAt) : null,
    topic: matter.topic,
    routeCodes: [...new Set(matter.routes.map((route) => route.code))],
    isPrivate: matter.isPrivate,
    waitingSince: moment(matter.waitingSince),
    acknowledgedAt: momentOrNull(matter.acknowledgedAt),
    sortedById: matter.sortedById,
    sortedAt: momentOrNull(matter.sortedAt),
    mergedIntoId: matter.mergedIntoId,
    objection: matter.objection ? JSON.stringify(matter.objection) : null,
    objectedOnce: matter.objectedOnce,
    closedAt: momentOrNull(matter.closedAt),
    timesReopened: matter.timesReopened,
    lastActivityAt: moment(now),
  }
}

/** Clocks follow from where the matter stands: wound and stopped in the transaction that moves it. */
async function setClocks(
  queries: Queries,
  compoundId: string,
  before: Matter,
  after: Matter,
  { now, rules }: SaveContext,
) {
  const subject = { compoundId, matterId: after.id }
  if (before.state !== after.state || before.acknowledgedAt !== after.acknowledgedAt) {
    await stopClock(queries, 'acknowledge_late', subject)
    await stopClock(queries, 'sort_late', subject)
    await windClocks(queries, branchClocks(after, rules), subject)
  }
  // While an objection was looked at, clocks of the routes may have passed in vain.
  const isBack = before.state === 'objected' && after.state === 'sorted'
  for (const route of after.routes) {
    const was = before.routes.find((each) => each.id === route.id)
    const isSame =
      was?.state === route.state && was.dueAt === route.dueAt && was.checkedAt === route.checkedAt
    const wasToldLate = isBack && isSame && route.dueAt !== null && route.dueAt <= now
    if (isSame && !isBack) continue
    await setRouteClocks(
      queries,
      { ...subject, routeId: route.id },
      wasToldLate ? { ...route, dueAt: null } : route,
    )
  }
}

/** The branch has to take it on, and then to sort it. */
export function branchClocks(matter: Matter, rules: RuleSet): [ClockKind, number][] {
  if (matter.state !== 'raised' && matter.state !== 'reopened') return []
  const sortBy = addWorkingDays(matter.waitingSince, rules.sortWorkingDays)
  const late: [ClockKind, number][] = [['sort_late', sortBy]]
  if (matter.acknowledgedAt === null) {
    late.push(['acknowledge_late', matter.waitingSince + rules.acknowledgeWithin])
  }
  return late
}

async function setRouteClocks(
  queries: Queries,
  subject: { compoundId: string; matterId: string; routeId: string },
  route: Route,
): Promise<void> {
  await stopClock(queries, 'route_due', subject)
  await stopClock(queries, 'ask_rating', subject)
  await stopClock(queries, 'settle_rating', subject)
  const isWorked = ['assigned', 'in_progress', 'extended', 'redo'].includes(route.state)
  if (isWorked && route.dueAt !== null) await windClock(queries, 'route_due', subject, route.dueAt)
  const isChecked = route.checkerId === null || route.checkedAt !== null
  if (route.state === 'done_claimed' && route.ratingOpensAt !== null && isChecked) {
    await windClock(queries, 'ask_rating', subject, route.ratingOpensAt)
  }
  if (route.state === 'being_rated' && route.ratingClosesAt !== null) {
    await windClock(queries, 'settle_rating', subject, route.ratingClosesAt)
  }
}

/** A journal number for each event, in order. */
export type JournalIds = number[]

export async function journalAll(
  queries: Queries,
  compoundId: string,
  actorId: string | null,
  matterId: string,
  events: readonly MatterEvent[],
  digests: { before?: unknown; after: unknown },
): Promise<JournalIds> {
  const ids: JournalIds = []
  for (const event of events) {
    ids.push(
      await appendJournal(queries, {
        compoundId,
        at: event.at,
        kind: event.type,
        actorId,
        matterId,
        routeId: event.routeId,
        routeCode: event.routeCode,
        fromState: event.from,
        toState: event.to,
        reason: event.reason,
        extra: event.extra,
        before: digests.before,
        after: digests.after,
      }),
    )
  }
  return ids
}

export interface SaveContext {
  compoundId: string
  /** null: the system */
  actorId: string | null
  now: number
  rules: RuleSet
}

/**
 * Writes what the rules decided: facts, routes, clocks and the journal, in the caller's transaction.
 * The caller holds the matter's lock (`lockMatter`).
 */
export async function saveDecision(
  queries: Queries,
  before: Matter,
  decision: Decision,
  context: SaveContext,
): Promise<JournalIds> {
  const { compoundId, now, rules } = context
  const { matter, events } = decision
  await queries
    .updateTable('matters')
    .set((eb) => ({ ...matterColumns(matter, now, rules), version: eb('version', '+', 1) }))
    .where('compoundId', '=', compoundId)
    .where('id', '=', matter.id)
    .execute()
  for (const [position, route] of matter.routes.entries()) {
    const was = before.routes.find((each) => each.id === route.id)
    if (was === route) continue
    const columns = routeColumns(compoundId, matter.id, route, position)
    await queries
      .insertInto('matterRoutes')
      .values(columns)
      .onConflict((conflict) => conflict.columns(['compoundId', 'id']).doUpdateSet(columns))
      .execute()
  }
  await setClocks(queries, compoundId, before, matter, context)
  return journalAll(queries, compoundId, context.actorId, matter.id, events, { before, after: matter })
}
