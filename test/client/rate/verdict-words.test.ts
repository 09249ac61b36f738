import { DAY } from '@yishiting/domain/matter/instant'
import { isWaiting, verdictNow, verdictRule } from '@/rate/verdict-words'

const NOW = Date.UTC(2026, 2, 12, 2)
const closesIn = (span: number) => new Date(NOW + span).toISOString()
const rating = (reporterSolved: boolean | null) => ({
  n: 3,
  contacted: '',
  solved: '',
  satisfied: '',
  reporterSolved,
  rated: false,
})

test('the reporter’s own answer leads: not solved means redo, whatever the others say', () => {
  const route = { rating: rating(false), ratingClosesAt: closesIn(DAY) }
  expect(isWaiting(route, NOW)).toBe(false)
  expect(verdictNow(route, NOW)).toContain('返工')
  expect(verdictNow({ ...route, rating: rating(true) }, NOW)).toContain('办结')
})

test('without it one waits, and is told until when', () => {
  const route = { rating: rating(null), ratingClosesAt: closesIn(DAY) }
  expect(isWaiting(route, NOW)).toBe(true)
  expect(verdictNow(route, NOW)).toContain('3 月 13 日 10:00')
  expect(isWaiting(route, NOW + 2 * DAY)).toBe(false)
  expect(verdictNow({ ...route, rating: null }, NOW + 2 * DAY)).toContain('截止')
})

test('the rule is said with the figures of the rule set', () => {
  expect(verdictRule()).toContain('满 5 人')
  expect(verdictRule()).toContain('三分之一')
})
