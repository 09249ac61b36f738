import type { Instant } from '@yishiting/domain/matter/instant'
import { clockEffects } from '../../clocks'
import type { ClockKind } from '../../platform/clock/clocks'
import type { ClockEffects } from '../../platform/clock/sweep'
import { instantSql, moment } from '../../platform/database/database'
import { COMPOUND_ID } from '../ids'
import type { Stage } from './stage'

/** What would have happened by itself in between: every clock fires at its own time, in its order. */
export class PastClocks {
  private readonly effects: ClockEffects
  private lastAt: Instant = 0

  constructor(private readonly stage: Stage) {
    this.effects = clockEffects(stage.platform)
  }

  /** @param before what must be written before anybody is told */
  async fireUntil(until: Instant, before: () => Promise<void>): Promise<void> {
    for (;;) {
      const due = await this.next(until)
      if (!due) break
      await before()
      // A clock wound for a moment already past fires when it is wound.
      const now = Math.max(due.dueAt, this.lastAt)
      this.lastAt = now
      const { tx } = this.stage
      await tx
        .updateTable('clocks')
        .set({ firedAt: moment(now) })
        .where('compoundId', '=', COMPOUND_ID)
        .where('id', '=', due.id)
        .execute()
      await this.effects[due.kind](tx, due, now)
    }
    this.lastAt = Math.max(until, this.lastAt)
  }

  private async next(until: Instant) {
    const row = await this.stage.tx
      .selectFrom('clocks')
      .select(['compoundId', 'id', 'kind', 'matterId', 'routeId', 'meetingId', 'voteId', 'dueAt'])
      .where('compoundId', '=', COMPOUND_ID)
      .where('firedAt', 'is', null)
      .where('dueAt', '<=', instantSql(until))
      .orderBy('dueAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    return row ? { ...row, kind: row.kind as ClockKind } : null
  }
}
