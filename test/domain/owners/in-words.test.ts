import { decide } from '@yishiting/domain/owners/decide'
import { missingWords, outcomeInWords } from '@yishiting/domain/owners/in-words'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'
import type { Totals } from '@yishiting/domain/owners/totals'
import { figure, totals } from './support/totals'

const said = (kind: DecisionKind, known: Partial<Totals>) => outcomeInWords(decide(totals(kind, known)))
const roll = figure(36, '3600')

test.each<[string, Partial<Totals>]>([
  ['通过。', { participating: figure(24, '2400'), agree: figure(20, '2000') }],
  ['没通过：还差 1 人参加。', { participating: figure(23, '2400'), agree: figure(20, '2000') }],
  [
    '没通过：还差 3 人同意，还差 200.0001 平方米同意。',
    { participating: figure(24, '2400'), agree: figure(10, '1000'), against: figure(14, '1400') },
  ],
  ['没通过：参加表决的要达到三分之二（人数）。', { invalid: figure(13), agree: figure(1) }],
  ['没有人参加，不成立。', { participating: figure(0, '0') }],
  ['还不能认定：缺 参加表决的面积、同意的面积。', { participating: figure(24), agree: figure(20) }],
  [
    '还不能认定：有 2 张票没有认定，1 张就可能改变结果。',
    {
      participating: figure(25, '2500'),
      agree: figure(13, '2000'),
      openConflicts: [
        { people: 1, area: 1 },
        { people: 1, area: 1 },
      ],
    },
  ],
])('%s', (words, known) => {
  expect(said('ordinary', { roll, ...known })).toBe(words)
})

test('candidates: how many were chosen, or why nobody', () => {
  const participating = figure(24, '2400')
  const option = (id: string, people: number) => ({ id, agree: figure(people, `${people}00`) })
  const many = { roll, participating, options: [option('甲', 20), option('乙', 18)], seats: 2 }
  expect(said('election', many)).toBe('通过，选出 2 个。')
  expect(said('election', { ...many, options: [option('甲', 12)] })).toBe('没通过：没有一个过半数。')
  const few = { ...many, participating: figure(22, '2200') }
  expect(said('election', few)).toBe('没通过：还差 2 人参加，还差 200.00 平方米参加。')
})

test('paths of missing figures in words', () => {
  expect(
    ['people', 'agree.area', 'deliveredNotVoted.people', 'options.1.agree.area'].map(missingWords),
  ).toEqual(['全体人数', '同意的面积', '送达了没投的人数', '第 2 项同意的面积'])
})
