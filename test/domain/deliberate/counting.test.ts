import { countPoll, type PollCount } from '@yishiting/domain/deliberate/polls/count'
import { checkHands, handsState } from '@yishiting/domain/deliberate/polls/hands'
import { checkMarks } from '@yishiting/domain/deliberate/polls/marks'
import type { PollMarks, PollMethod, PollQuestion } from '@yishiting/domain/deliberate/polls/poll'
import { checkQuestion } from '@yishiting/domain/deliberate/polls/question'
import fc from 'fast-check'

const OPTIONS = [
  { id: 'a', title: '甲队' },
  { id: 'b', title: '乙队' },
  { id: 'c', title: '丙队' },
]
const ask = (method: PollMethod, picksMax = 1): PollQuestion => ({
  method,
  options: method === 'yes_no' ? [] : OPTIONS,
  picksMax,
})
const count = (question: PollQuestion, phones: PollMarks[], more: Partial<PollCount> = {}) =>
  countPoll({ question, phones, decides: question.method === 'yes_no', hands: null, handVoices: 0, ...more })
const countsOf = ({ lines }: ReturnType<typeof count>) =>
  Object.fromEntries(lines.map((line) => [line.id, line.count]))

const ids = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 })
const MARKS: Record<PollMethod, fc.Arbitrary<PollMarks>> = {
  yes_no: fc
    .constantFrom('agree' as const, 'against' as const, 'abstain' as const)
    .map((choice) => ({ choice })),
  choose_one: fc.constantFrom('a', 'b', 'c').map((id) => ({ picks: [id] })),
  choose_several: ids.map((picks) => ({ picks })),
  ranking: ids.map((ranking) => ({ ranking })),
  scoring: fc
    .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }))
    .map(([a, b, c]) => ({ scores: { a, b, c } })),
}
const METHODS = Object.keys(MARKS) as PollMethod[]

test.each(METHODS)('%s: the same marks in any order give the same result, each voice once', (method) => {
  const question = ask(method, 3)
  const phones = fc.array(MARKS[method], { maxLength: 25 })
  fc.assert(
    fc.property(phones, fc.infiniteStream(fc.double({ noNaN: true })), (marks, chances) => {
      for (const each of marks) expect(checkMarks(question, each).ok).toBe(true)
      const result = count(question, marks)
      expect(result.cast).toBe(marks.length)
      const order = marks.map((mark) => ({ mark, at: chances.next().value as number }))
      const shuffled = order.sort((x, y) => x.at - y.at).map(({ mark }) => mark)
      expect(count(question, shuffled)).toEqual(result)
    }),
  )
})

test('a motion needs more than half of all who voted, abstentions among them: exactly half fails', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (agree, against, abstain) => {
      const hands = { agree, against, abstain }
      const { adopted, cast } = count(ask('yes_no'), [], { hands, handVoices: agree + against + abstain })
      expect(cast).toBe(agree + against + abstain)
      expect(adopted).toBe(agree > against + abstain)
    }),
  )
})

test('phones and raised hands are added, and nobody is both', () => {
  const result = count(ask('yes_no'), [{ choice: 'agree' }, { choice: 'against' }], {
    hands: { agree: 3, against: 1, abstain: 0 },
    handVoices: 4,
  })
  expect(countsOf(result)).toEqual({ agree: 4, against: 2, abstain: 0 })
  expect(result).toMatchObject({ cast: 6, hands: 4, adopted: true })
})

test('whoever beats every other one by one wins the ranking, however few put him first', () => {
  // 乙 is nobody's favourite but one's, and everybody prefers it to what the other camp wants.
  const phones = [
    ...Array.from({ length: 5 }, () => ({ ranking: ['a', 'b', 'c'] })),
    ...Array.from({ length: 4 }, () => ({ ranking: ['c', 'b', 'a'] })),
    { ranking: ['b', 'c', 'a'] },
    { ranking: ['b', 'a', 'c'] },
  ]
  const result = count(ask('ranking'), phones)
  expect(result.lines.find(({ isWinner }) => isWinner)?.id).toBe('b')
  expect(result.words).toBe('“乙队”排在第一。')
  expect(result.steps).toContain('“甲队”比“乙队”：5 人对 6 人')
})

test('a circle is said to be one, and no lot is drawn', () => {
  const phones = [{ ranking: ['a', 'b', 'c'] }, { ranking: ['b', 'c', 'a'] }, { ranking: ['c', 'a', 'b'] }]
  const result = count(ask('ranking'), phones)
  expect(result.lines.filter(({ isWinner }) => isWinner)).toEqual([])
  expect(result.words).toMatch('并列第一')
  expect(result.steps.join()).toMatch('绕成了圈')
})

test('what ties is said to be level; what nobody voted in has no result', () => {
  expect(count(ask('choose_one'), [{ picks: ['a'] }, { picks: ['b'] }]).words).toBe(
    '“甲队”、“乙队”一样多，分不出先后，请大家再商量。',
  )
  for (const method of METHODS.filter((each) => each !== 'yes_no'))
    expect(count(ask(method), []).words).toBe('没有人投，没有结果。')
  expect(count(ask('yes_no'), []).adopted).toBe(false)
})

test.each<[string, PollQuestion, PollMarks]>([
  ['nothing', ask('yes_no'), {}],
  ['another poll’s option', ask('choose_one'), { picks: ['d'] }],
  ['two where one is asked', ask('choose_one'), { picks: ['a', 'b'] }],
  ['more than may be chosen', ask('choose_several', 2), { picks: ['a', 'b', 'c'] }],
  ['one option twice', ask('choose_several', 2), { picks: ['a', 'a'] }],
  ['a place given twice', ask('ranking'), { ranking: ['a', 'a'] }],
  ['an option without points', ask('scoring'), { scores: { a: 1, b: 2 } }],
  ['six points', ask('scoring'), { scores: { a: 6, b: 0, c: 0 } }],
  ['half a point', ask('scoring'), { scores: { a: 0.5, b: 0, c: 0 } }],
  ['what every object has', ask('choose_one'), { picks: ['constructor'] }],
])('%s is no vote', (_, question, marks) => {
  expect(checkMarks(question, marks)).toMatchObject({ ok: false, refusal: { code: 'poll_marks_wrong' } })
})

test.each<[string, Partial<PollQuestion>]>([
  ['one option', { options: OPTIONS.slice(0, 1) }],
  [
    'two that look alike',
    {
      options: [
        { id: 'a', title: 'A 队' },
        { id: 'b', title: 'Ａ队' },
      ],
    },
  ],
  ['an empty one', { options: [...OPTIONS, { id: 'd', title: ' ' }] }],
  ['more picks than options', { method: 'choose_several', picksMax: 4 }],
  ['an id with a meaning of its own', { options: [...OPTIONS, { id: 'constructor', title: '丁队' }] }],
])('%s is no question', (_, more) => {
  expect(checkQuestion({ ...ask('choose_one'), ...more })).toMatchObject({
    refusal: { code: 'options_required' },
  })
})

test('two tellers agree only when two persons counted the same', () => {
  const six = { agree: 6, against: 1 }
  expect(handsState([])).toBe('none')
  expect(handsState([{ tellerId: 'x', counts: six }])).toBe('one')
  expect(
    handsState([
      { tellerId: 'x', counts: six },
      { tellerId: 'x', counts: six },
    ]),
  ).toBe('one')
  expect(
    handsState([
      { tellerId: 'x', counts: six },
      { tellerId: 'y', counts: { ...six, abstain: 0 } },
    ]),
  ).toBe('agreed')
  expect(
    handsState([
      { tellerId: 'x', counts: six },
      { tellerId: 'y', counts: { agree: 5, against: 2 } },
    ]),
  ).toBe('differ')
})

test('no more hands than people who vote by hand; several each only where several may be chosen', () => {
  expect(checkHands(ask('yes_no'), { agree: 3, against: 1 }, 4)).toEqual({
    ok: true,
    value: { agree: 3, against: 1, abstain: 0 },
  })
  expect(checkHands(ask('yes_no'), { agree: 3, against: 2 }, 4)).toMatchObject({
    refusal: { code: 'too_many_hands' },
  })
  expect(checkHands(ask('choose_several', 2), { a: 4, b: 4 }, 4).ok).toBe(true)
  expect(checkHands(ask('choose_several', 2), { a: 5 }, 4).ok).toBe(false)
  expect(checkHands(ask('ranking'), { a: 1 }, 4).ok).toBe(false)
})
