import { checkMark, checkMarks, type MarkedItem } from '@yishiting/domain/owners/marks'

const item = (id: string, more: Partial<MarkedItem> = {}): MarkedItem => ({
  id,
  title: `第 ${id} 项`,
  kind: 'ordinary',
  options: [],
  seats: 1,
  ...more,
})
const options = ['a', 'b', 'c'].map((id) => ({ id }))
const ELECTION = item('e', { kind: 'election', options, seats: 2 })
const PLANS = item('p', { kind: 'options', options })

const codeOf = (result: ReturnType<typeof checkMark>) => (result.ok ? result.value : result.refusal.code)

test.each(['agree', 'against', 'abstain'] as const)('%s can be said online and on paper', (mark) => {
  expect(checkMark(item('1'), mark, 'online')).toEqual({ ok: true, value: mark })
  expect(checkMark(item('1'), mark, 'paper')).toEqual({ ok: true, value: mark })
})

test.each(['blank', 'invalid'] as const)('%s is what a paper can be; online one chooses', (mark) => {
  expect(codeOf(checkMark(item('1'), mark, 'paper'))).toBe(mark)
  expect(codeOf(checkMark(ELECTION, mark, 'paper'))).toBe(mark)
  expect(codeOf(checkMark(item('1'), mark, 'online'))).toBe('marks_wrong')
})

test('candidates: known ones, each once, sorted, none is an abstention', () => {
  expect(codeOf(checkMark(ELECTION, ['b', 'a', 'b'], 'online'))).toEqual(['a', 'b'])
  expect(codeOf(checkMark(ELECTION, [], 'online'))).toEqual([])
  expect(codeOf(checkMark(ELECTION, ['z'], 'online'))).toBe('marks_wrong')
  expect(codeOf(checkMark(ELECTION, 'agree', 'online'))).toBe('marks_wrong')
  expect(codeOf(checkMark(ELECTION, 'abstain', 'online'))).toBe('abstain')
  expect(codeOf(checkMark(item('1'), ['a'], 'paper'))).toBe('marks_wrong')
})

test('too many candidates: asked again online, invalid on paper (RULES.md §4.6)', () => {
  expect(codeOf(checkMark(ELECTION, ['a', 'b', 'c'], 'online'))).toBe('marks_wrong')
  expect(codeOf(checkMark(ELECTION, ['a', 'b', 'c'], 'paper'))).toBe('invalid')
})

test('of several plans one may agree to as many as one likes', () => {
  expect(codeOf(checkMark(PLANS, ['c', 'a', 'b'], 'online'))).toEqual(['a', 'b', 'c'])
})

test('a ballot has a mark for every item and for nothing else', () => {
  const items = [item('1'), ELECTION]
  expect(checkMarks(items, { 1: 'agree', e: ['b'] }, 'online')).toEqual({
    ok: true,
    value: { 1: 'agree', e: ['b'] },
  })
  expect(checkMarks(items, { 1: 'agree' }, 'online')).toMatchObject({ refusal: { code: 'marks_incomplete' } })
  expect(checkMarks(items, { 1: 'agree', e: [], x: 'agree' }, 'paper')).toMatchObject({
    refusal: { code: 'marks_wrong' },
  })
  expect(checkMarks([item('1')], JSON.parse('{"1":"agree","__proto__":"agree"}'), 'online').ok).toBe(false)
})
