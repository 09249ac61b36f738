import { inChina } from '@yishiting/domain/matter/instant'

const two = (part: number): string => String(part).padStart(2, '0')

/** “2026 年 12 月 8 日 24:00” for a midnight that ends the day, as notices write it; else “2026 年 12 月 8 日 18:30”. */
export function wholeTime(at: number): string {
  const clock = inChina(at)
  const isMidnight = clock.hour === 0 && clock.minute === 0 && at % 60_000 === 0
  const { year, month, day, hour, minute } = isMidnight ? { ...inChina(at - 1), hour: 24, minute: 0 } : clock
  return `${year} 年 ${month} 月 ${day} 日 ${two(hour)}:${two(minute)}`
}

/** A start is never written as the end of the day before. */
export function wholeStart(at: number): string {
  const { year, month, day, hour, minute } = inChina(at)
  return `${year} 年 ${month} 月 ${day} 日 ${two(hour)}:${two(minute)}`
}

export function wholeDay(at: number): string {
  const { year, month, day } = inChina(at)
  return `${year} 年 ${month} 月 ${day} 日`
}
