const OFFSET_MS = 8 * 3_600_000

const two = (n: number): string => String(n).padStart(2, '0')

/** An instant as a day and a time of China, which has one time zone and no summer time. */
export function toChinaFields(instant: number): { day: string; time: string } {
  const local = new Date(instant + OFFSET_MS)
  return {
    day: `${local.getUTCFullYear()}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`,
    time: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
  }
}

/** Back to an instant in epoch ms; null when a part is missing or is no date. */
export function fromChinaFields(day: string, time: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? []
  if (!year || !month || !date || !hour || !minute) return null
  const instant = Date.UTC(+year, +month - 1, +date, +hour, +minute) - OFFSET_MS
  return toChinaFields(instant).day === day ? instant : null
}

/** 2026-03-20 as 3 月 20 日, with the year when it is not this one. */
export function dayInWords(day: string, thisYear: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const words = `${Number(month)} 月 ${Number(date)} 日`
  return year === thisYear ? words : `${year} 年 ${words}`
}
