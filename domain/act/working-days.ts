import { DAY, type Instant, inChina, startOfDay } from '../matter/instant'

/** Monday to Friday. Public holidays and make-up days come with the holiday calendar (data, not code). */
export function isWorkingDay(at: Instant): boolean {
  const { weekday } = inChina(at)
  return weekday !== 0 && weekday !== 6
}

/** The same time of day, `days` working days later. The day of `from` itself does not count. */
export function addWorkingDays(from: Instant, days: number): Instant {
  let at = from
  let left = days
  while (left > 0) {
    at += DAY
    if (isWorkingDay(at)) left -= 1
  }
  return at
}

/** The next calendar day in China at `hour` o'clock. */
export function nextDayAt(from: Instant, hour: number): Instant {
  return startOfDay(from) + DAY + hour * 60 * 60 * 1000
}
