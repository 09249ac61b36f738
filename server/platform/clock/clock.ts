import type { Instant } from '@yishiting/domain/matter/instant'
import type { Database } from '../database/database'

/** The only place where the server reads the time. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => Date.now() }

const SETTING = 'demo_clock_ahead_ms'

/** Demo mode only: a clock that can be moved forward (快进) and remembers it over a restart. It never goes back. */
export class DemoClock implements Clock {
  private constructor(
    private readonly db: Database,
    private ahead: number,
  ) {}

  static async load(db: Database): Promise<DemoClock> {
    const row = await db.selectFrom('settings').select('value').where('name', '=', SETTING).executeTakeFirst()
    return new DemoClock(db, row ? Number(row.value) : 0)
  }

  now(): Instant {
    return Date.now() + this.ahead
  }

  get aheadMs(): number {
    return this.ahead
  }

  async forward(by: number): Promise<void> {
    this.ahead += by
    await this.db
      .insertInto('settings')
      .values({ name: SETTING, value: String(this.ahead) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(this.ahead) }))
      .execute()
  }
}
