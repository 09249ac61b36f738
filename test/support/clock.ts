import { DAY, type Instant } from '@yishiting/domain/matter/instant'
import type { Clock } from '../../server/platform/clock/clock'

/** A Wednesday morning in China: 2026-03-11 10:00. */
export const START: Instant = Date.parse('2026-03-11T02:00:00Z')

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  constructor(private at: Instant = START) {}

  now(): Instant {
    return this.at
  }

  forward(by: Instant): void {
    this.at += by
  }

  days(count: number): void {
    this.forward(count * DAY)
  }
}
