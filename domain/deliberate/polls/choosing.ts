import { firstOf, verdictOf, withWinner } from './front'
import type { PollCount, Tally } from './result'

/** One or several of the options: whichever most people chose. */
export function choosing({ question, phones, hands }: PollCount): Tally {
  const lines = question.options.map(({ id, title }) => ({
    id,
    title,
    count: phones.filter(({ picks }) => picks?.includes(id)).length + (hands?.[id] ?? 0),
    hands: hands?.[id] ?? 0,
  }))
  const first = firstOf(
    lines,
    lines.some(({ count }) => count > 0),
  )
  const isSeveral = question.method === 'choose_several'
  return {
    lines: withWinner(lines, first),
    adopted: null,
    words: verdictOf({ options: question.options, first, alone: '选的人最多', level: '一样多' }),
    steps: [
      isSeveral ? `每人最多选 ${question.picksMax} 个，看哪个选的人最多。` : '每人选一个，看哪个选的人最多。',
    ],
  }
}
