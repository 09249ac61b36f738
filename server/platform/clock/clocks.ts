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
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

export interface ClockSubject {
  compoundId: string
  matterId?: string | null
  routeId?: string | null
  meetingId?: string | null
}

/** Winds a clock, replacing an unfired one of the same kind on the same thing. */
export async function windClock(
  queries: Queries,
  kind: ClockKind,
  subject: ClockSubject,
  dueAt: Instant,
): Promise<void> {
  await stopClock(queries, kind, subject)
  await queries
    .insertInto('clocks')
    .values({
      compoundId: subject.compoundId,
      id: newId(),
      kind,
      matterId: subject.matterId ?? null,
      routeId: subject.routeId ?? null,
      meetingId: subject.meetingId ?? null,
      dueAt: moment(dueAt),
    })
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
  await query.execute()
}
