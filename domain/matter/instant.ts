/** A moment of server time: milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** China keeps one time zone without daylight saving: calendar days are cut at UTC+8. */
const CHINA_OFFSET = 8 * HOUR

/** Midnight in China at the start of the calendar day that `at` falls in. */
export function startOfDay(at: Instant): Instant {
  return Math.floor((at + CHINA_OFFSET) / DAY) * DAY - CHINA_OFFSET
}

/** Whole calendar days in China from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY)
}

export interface CalendarDay {
  year: number
  /** 1–12 */
  month: number
  day: number
  hour: number
  minute: number
  /** 0 = Sunday */
  weekday: number
}

/** The clock on the wall in China at `at`. */
export function inChina(at: Instant): CalendarDay {
  const shifted = new Date(at + CHINA_OFFSET)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
  }
}

/** “3 月 20 日 19:00”; with the year only when it is not the year of `now`. */
export function speakTime(at: Instant, now: Instant): string {
  const { hour, minute } = inChina(at)
  return `${speakDay(at, now)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** “3 月 20 日” */
export function speakDay(at: Instant, now: Instant): string {
  const { year, month, day } = inChina(at)
  const yearPart = year === inChina(now).year ? '' : `${year} 年 `
  return `${yearPart}${month} 月 ${day} 日`
}

/** “2 天 3 小时”, “40 分钟”, “刚刚”: how long something has lasted. */
export function spanInWords(span: number): string {
  const days = Math.floor(span / DAY)
  const hours = Math.floor((span % DAY) / HOUR)
  const minutes = Math.floor((span % HOUR) / MINUTE)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  if (hours > 0) return `${hours} 小时`
  return minutes > 0 ? `${minutes} 分钟` : '刚刚'
}
