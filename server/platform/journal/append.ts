import type { Instant } from '@yishiting/domain/matter/instant'
import { moment, type Queries } from '../database/database'
import { digestOf } from './digest'

export interface JournalEntry {
  compoundId: string
  at: Instant
  kind: string
  actorId: string | null
  matterId?: string | null
  routeId?: string | null
  routeCode?: string | null
  meetingId?: string | null
  voteId?: string | null
  fromState?: string | null
  toState?: string | null
  reason?: string
  extra?: Record<string, string | number | boolean | null>
  before?: unknown
  after?: unknown
}

/** Writes what happened; returns the number of the entry, by which photos and proofs refer to it. */
export async function appendJournal(queries: Queries, entry: JournalEntry): Promise<number> {
  const row = await queries
    .insertInto('journal')
    .values({
      compoundId: entry.compoundId,
      at: moment(entry.at),
      kind: entry.kind,
      actorId: entry.actorId,
      matterId: entry.matterId ?? null,
      routeId: entry.routeId ?? null,
      routeCode: entry.routeCode ?? null,
      meetingId: entry.meetingId ?? null,
      voteId: entry.voteId ?? null,
      fromState: entry.fromState ?? null,
      toState: entry.toState ?? null,
      reason: entry.reason ?? '',
      extra: JSON.stringify(entry.extra ?? {}),
      beforeDigest: entry.before === undefined ? null : digestOf(entry.before),
      afterDigest: entry.after === undefined ? null : digestOf(entry.after),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
