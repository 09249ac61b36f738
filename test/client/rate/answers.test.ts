import { checkRate, NO_ANSWERS, rateBody } from '@/rate/answers'

const happy = { contacted: 'yes', solved: 'yes', satisfied: 'yes', reason: '' } as const

test('nothing is answered for the reader: each of the three questions is asked for', () => {
  expect(Object.keys(checkRate(NO_ANSWERS)).sort()).toEqual(['contacted', 'satisfied', 'solved'])
})

test('the three answers stand apart: solved but not satisfied is a whole answer, with a reason', () => {
  const draft = { ...happy, satisfied: 'no' } as const
  expect(checkRate(draft).reason).toContain('原因')
  expect(checkRate({ ...draft, reason: '  ' }).reason).toContain('原因')
  expect(checkRate({ ...draft, reason: '拖了半个月' })).toEqual({})
  expect(rateBody({ ...draft, reason: ' 拖了半个月 ' }, ['photo'])).toEqual({
    contacted: true,
    solved: true,
    satisfied: false,
    reason: '拖了半个月',
    photoIds: ['photo'],
  })
})

test('satisfied needs no reason, but one that is too long is said to be', () => {
  expect(checkRate(happy)).toEqual({})
  expect(checkRate({ ...happy, reason: '好'.repeat(501) }).reason).toContain('501')
})
