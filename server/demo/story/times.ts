import { DAY, HOUR, type Instant, MINUTE, startOfDay } from '@yishiting/domain/matter/instant'

/** Moments of a history, counted from the moment at which the demo is filled. */
export interface Times {
  base: Instant
  /** At “19:30” in China, `days` days before today; at least 1. */
  on(days: number, clock: string): Instant
  /** At “19:30” in China, `days` days after today; at least 1. */
  ahead(days: number, clock: string): Instant
  /** A short while ago: at most 3 hours, so that it is later than anything of yesterday before 20:00. */
  hoursAgo(hours: number): Instant
}

function ofDay(clock: string): Instant {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * HOUR + minute * MINUTE
}

export function timesFrom(base: Instant): Times {
  const today = startOfDay(base)
  return {
    base,
    on: (days, clock) => today - days * DAY + ofDay(clock),
    ahead: (days, clock) => today + days * DAY + ofDay(clock),
    hoursAgo: (hours) => base - Math.round(hours * HOUR),
  }
}
