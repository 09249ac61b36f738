import { inChina } from '@yishiting/domain/matter/instant'

const two = (value: number): string => String(value).padStart(2, '0')

/** “2026-12-08 24:00” as on a notice: midnight belongs to the day before. */
export function deskTime(iso: string): string {
  const at = Date.parse(iso)
  const { hour, minute } = inChina(at)
  const isMidnight = hour === 0 && minute === 0
  const { year, month, day } = inChina(isMidnight ? at - 1 : at)
  return `${year}-${two(month)}-${two(day)} ${isMidnight ? '24:00' : `${two(hour)}:${two(minute)}`}`
}
