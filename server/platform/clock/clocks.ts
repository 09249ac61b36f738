import type { Instant } from '@yishiting/domain/matter/instant'
import { moment, type Queries } from '../database/database'
import { newId } from '../ids'

/** What can happen by itself. */
export const CLOCK_KINDS = [
  'acknowledge_late',
  'sort_late',
  'route_due',
  'ask_rating',
  'settle_rating',
  'meeting_soon',
  'vote_open',
  'vote_close',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

export interface ClockSubject {
  compoundId: string
  matterId?: string | null
  routeId?: string | null
  meetingId?: string | null
  voteId?: string | null
}

/** Winds a clock, replacing an unfired one of the same kind on the same thing. */
export async function windClock(
  queries: Queries,
  kind: ClockKind,
  subject: ClockSubject,
  dueAt: Instant,
): Promise<void> {
  await stopClock(queries, kind, subject)
  await windClocks(queries, [[kind, dueAt]], subject)
}

/** Winds several clocks on a thing that has none of these kinds. */
export async function windClocks(
  queries: Queries,
  clocks: readonly (readonly [ClockKind, Instant])[],
  subject: ClockSubject,
): Promise<void> {
  if (clocks.length === 0) return
  const { compoundId, matterId = null, routeId = null, meetingId = null, voteId = null } = subject
  await queries
    .insertInto('clocks')
    .values(
      clocks.map(([kind, dueAt]) => ({
        compoundId,
        id: newId(),
        kind,
        matterId,
        routeId,
        meetingId,
        voteId,
        dueAt: moment(dueAt),
      })),
    )
    .execute()
}

export async function stopClock(queries: Queries, kind: ClockKind, subject: ClockSubject): Promise<void> {
  let query = queries
    .deleteFrom('clocks')
    .where('compoundId', '=', subject.compoundId)
    .where('kind', '=', kind)
    .where('firedAt', 'is', null)
  if (subject.matterId) query = query.where('matterId', '=', subject.matterId)
  if (subject.routeId) query = query.where('routeId', '=', subject.routeId)
  if (subject.meetingId) query = query.where('meetingId', '=', subject.meetingId)
  if (subject.voteId) query = query.where('voteId', '=', subject.voteId)
  await query.execute()
}
