import { sql } from 'kysely'
import type { Tx } from '../database/database'
import { RefusalError } from '../http/problems'
import type { Platform } from '../platform'
import type { ClockKind } from './clocks'

export interface FiredClock {
  compoundId: string
  id: string
  kind: ClockKind
  matterId: string | null
  routeId: string | null
  meetingId: string | null
  voteId: string | null
  dueAt: number
}

export type ClockEffect = (tx: Tx, clock: FiredClock, now: number) => Promise<void>
export type ClockEffects = Record<ClockKind, ClockEffect>

/** Takes the earliest clock that is due and nobody else is firing; null when none is left. */
async function take(tx: Tx, now: number, except: readonly string[]): Promise<FiredClock | null> {
  const { rows } = await sql<FiredClock>`
    update clocks set fired_at = ${new Date(now)}
    where (compound_id, id) = (
      select compound_id, id from clocks
      where fired_at is null and due_at <= ${new Date(now)} and id <> all (${[...except]}::uuid[])
      order by due_at, id limit 1 for update skip locked)
    returning compound_id, id, kind, matter_id, route_id, meeting_id, vote_id, due_at
  `.execute(tx)
  return rows[0] ?? null
}

/**
 * Fires every clock that is due, each once, in the transaction of its effect. Several processes may sweep at once. A clock
 * whose time has passed by (the rules refuse) counts as fired; one that broke is tried again at the next sweep.
 * @returns how many fired
 */
export async function sweepClocks(platform: Platform, effects: ClockEffects): Promise<number> {
  const broken: string[] = []
  let fired = 0
  for (;;) {
    const now = platform.clock.now()
    let taken: FiredClock | null = null
    try {
      await platform.db.transaction().execute(async (tx) => {
        taken = await take(tx, now, broken)
        if (taken) await fire(tx, effects, taken, now)
      })
    } catch (error) {
      const clock = taken as FiredClock | null
      if (!clock) throw error
      platform.log.error({ err: error, clock: clock.kind }, 'a clock broke')
      broken.push(clock.id)
      continue
    }
    if (!taken) return fired
    fired += 1
  }
}

async function fire(tx: Tx, effects: ClockEffects, clock: FiredClock, now: number): Promise<void> {
  // The effect stands or falls by itself: a refusal undoes what it began but leaves the clock fired.
  await sql`savepoint effect`.execute(tx)
  try {
    await effects[clock.kind](tx, clock, now)
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    await sql`rollback to savepoint effect`.execute(tx)
  }
}
