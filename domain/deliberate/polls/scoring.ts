import { firstOf, verdictOf, withWinner } from './front'
import { SCORE_MAX } from './poll'
import type { PollCount, Tally } from './result'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Points per voter in tenths, half up, in integers: 14 points of 3 people are 47. */
export const averageTenths = (points: number, people: number): number =>
  people === 0 ? 0 : Math.floor((20 * points + people) / (2 * people))

const spoken = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`

/** Points added up; the average is only said, never compared. */
export function scoring({ question, phones }: PollCount): Tally {
  const lines = question.options.map(({ id, title }) => ({
    id,
    title,
    count: sum(phones.map(({ scores }) => scores?.[id] ?? 0)),
    hands: 0,
  }))
  const first = firstOf(lines, phones.length > 0)
  return {
    lines: withWinner(lines, first),
    adopted: null,
    words: verdictOf({ options: question.options, first, alone: '总分最高', level: '总分一样' }),
    steps: [
      `每个选项打 0 到 ${SCORE_MAX} 分，加起来看哪个总分最高。`,
      ...lines.map(
        ({ title, count }) =>
          `“${title}”：一共 ${count} 分，平均 ${spoken(averageTenths(count, phones.length))} 分`,
      ),
    ],
  }
}
