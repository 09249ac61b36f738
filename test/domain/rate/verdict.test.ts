import { DEFAULT_RULES as RULES } from '@yishiting/domain/matter/rule-set'
import { type RatingFacts, rateInWords, verdictOf } from '@yishiting/domain/rate/verdict'
import fc from 'fast-check'
import { NOW } from '../support/matters'

const facts = (n: number, satisfied: number, reporterSolved: boolean | null = true): RatingFacts => ({
  counts: { n, contacted: n, solved: n, satisfied },
  reporterSolved,
  closesAt: NOW,
})
const verdict = (each: RatingFacts, now = NOW - 1) => verdictOf(each, now, RULES)

test('“not solved” by the reporter means not done, however content the others are', () => {
  expect(verdict(facts(100, 100, false))).toBe('not_done')
})

test('more than a third discontent means not done; exactly a third does not', () => {
  expect(verdict(facts(6, 4))).toBe('done')
  expect(verdict(facts(6, 3))).toBe('not_done')
  expect(verdict(facts(9, 6))).toBe('done')
  expect(verdict(facts(10, 6))).toBe('not_done')
})

test('below the minimum of five answers neighbours do not decide', () => {
  expect(verdict(facts(4, 0))).toBe('done')
  expect(verdict(facts(5, 3))).toBe('not_done')
})

test('without the reporter’s answer it waits until the period is over, to the millisecond', () => {
  expect(verdict(facts(9, 9, null), NOW - 1)).toBe('waiting')
  expect(verdict(facts(9, 9, null), NOW)).toBe('done')
  expect(verdict(facts(9, 0, null), NOW - 1)).toBe('not_done')
  expect(verdict(facts(0, 0, null), NOW)).toBe('done')
})

test('the share is counted in integers and never by percentages', () => {
  const share = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }))
    .filter(([a, b]) => a < b)
  fc.assert(
    fc.property(share, fc.integer({ min: 5, max: 5000 }), fc.nat(5000), (dissatisfiedShare, n, some) => {
      const satisfied = some % (n + 1)
      const [part, whole] = dissatisfiedShare
      const isAbove = BigInt(whole) * BigInt(n - satisfied) > BigInt(part) * BigInt(n)
      const said = verdictOf(facts(n, satisfied), NOW, { ...RULES, dissatisfiedShare })
      expect(said).toBe(isAbove ? 'not_done' : 'done')
    }),
  )
})

test('every rate prints its N; below the minimum 样本不足 instead of a percentage', () => {
  expect(rateInWords(10, 12, RULES)).toBe('83%（N=12）')
  expect(rateInWords(5, 5, RULES)).toBe('100%（N=5）')
  expect(rateInWords(1, 8, RULES)).toBe('13%（N=8）')
  expect(rateInWords(4, 4, RULES)).toBe('样本不足（N=4）')
  expect(rateInWords(0, 0, { ...RULES, rateMinimumN: 0 })).toBe('样本不足（N=0）')
})
