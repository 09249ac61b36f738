import { addWorkingDays, isWorkingDay, nextDayAt } from '@yishiting/domain/act/working-days'
import {
  DAY,
  daysBetween,
  HOUR,
  inChina,
  MINUTE,
  spanInWords,
  speakDay,
  speakTime,
  startOfDay,
} from '@yishiting/domain/matter/instant'
import fc from 'fast-check'

/** The clock on the wall in China. */
const china = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  Date.UTC(year, month - 1, day, hour - 8, minute)
const instants = fc.integer({ min: china(2020, 1, 1), max: china(2040, 1, 1) })

test('a day begins at midnight in China, whatever zone the server stands in', () => {
  expect(startOfDay(china(2026, 3, 10, 23, 59))).toBe(china(2026, 3, 10))
  expect(startOfDay(china(2026, 3, 11, 0, 1))).toBe(china(2026, 3, 11))
  expect(startOfDay(china(2026, 3, 11))).toBe(china(2026, 3, 11))
})

test('from 23:59 to 00:01 is a day; from 00:01 to 23:59 is none', () => {
  expect(daysBetween(china(2026, 3, 10, 23, 59), china(2026, 3, 11, 0, 1))).toBe(1)
  expect(daysBetween(china(2026, 3, 10, 0, 1), china(2026, 3, 10, 23, 59))).toBe(0)
  expect(daysBetween(china(2026, 3, 11), china(2026, 3, 10, 23, 59))).toBe(-1)
})

test('times are said as a neighbour says them, with the year only when it is another', () => {
  const now = china(2026, 12, 31, 23, 59)
  expect(speakTime(china(2026, 3, 20, 19), now)).toBe('3 月 20 日 19:00')
  expect(speakTime(china(2027, 1, 1, 0, 5), now)).toBe('2027 年 1 月 1 日 00:05')
  expect(speakDay(china(2025, 2, 28), now)).toBe('2025 年 2 月 28 日')
  expect(inChina(china(2028, 2, 29, 7, 3))).toEqual({
    year: 2028,
    month: 2,
    day: 29,
    hour: 7,
    minute: 3,
    weekday: 2,
  })
})

test('how long something has lasted', () => {
  expect([0, 59_999, 40 * MINUTE, HOUR, 26 * HOUR + 5 * MINUTE, 2 * DAY].map(spanInWords)).toEqual([
    '刚刚',
    '刚刚',
    '40 分钟',
    '1 小时',
    '1 天 2 小时',
    '2 天',
  ])
})

test('working days leave out Saturday and Sunday', () => {
  expect(addWorkingDays(china(2026, 3, 10, 10), 3)).toBe(china(2026, 3, 13, 10))
  expect(addWorkingDays(china(2026, 3, 12, 10), 3)).toBe(china(2026, 3, 17, 10))
  expect(addWorkingDays(china(2026, 3, 14, 10), 1)).toBe(china(2026, 3, 16, 10))
  // Saturday begins in China while it is still Friday afternoon in UTC.
  expect(isWorkingDay(china(2026, 3, 13, 23, 59))).toBe(true)
  expect(isWorkingDay(china(2026, 3, 14, 0, 0))).toBe(false)
})

test('so many working days later is a working day, with so many of them in between', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 30 }), (from, days) => {
      const to = addWorkingDays(from, days)
      expect(isWorkingDay(to)).toBe(true)
      const between = Array.from(
        { length: daysBetween(from, to) },
        (_each, index) => from + (index + 1) * DAY,
      )
      expect(between.filter(isWorkingDay)).toHaveLength(days)
    }),
  )
})

test('the next day at nine is tomorrow by the calendar, from the first to the last minute of today', () => {
  fc.assert(
    fc.property(instants, (from) => {
      const next = nextDayAt(from, 9)
      expect(daysBetween(from, next)).toBe(1)
      expect([inChina(next).hour, inChina(next).minute]).toEqual([9, 0])
    }),
  )
})
