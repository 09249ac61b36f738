import { verdictOf, withWinner } from './front'
import { rankOptions } from './pairwise'
import type { PollCount, Tally } from './result'

/** Places, 1 for the best, with every comparison of two said as it was. */
export function ranking({ question, phones }: PollCount): Tally {
  const { options } = question
  const { places, over, isCircle } = rankOptions(options, phones)
  const placeOf = (id: string) => places.findIndex((place) => place.includes(id)) + 1
  const first = phones.length === 0 ? [] : (places[0] ?? [])
  const pairs = options.flatMap((a, index) => options.slice(index + 1).map((b) => [a, b] as const))
  return {
    lines: withWinner(
      options.map(({ id, title }) => ({ id, title, count: placeOf(id), hands: 0 })),
      first,
    ),
    adopted: null,
    words: verdictOf({ options, first, alone: '排在第一', level: '并列第一' }),
    steps: [
      '把选项两个两个地比，看更多的人把谁排在前面；比得过的选项最多的排第一。',
      ...(isCircle
        ? ['有几个绕成了圈，一个比得过一个：绕圈比过去时，看人数最少的那一步，那一步人数多的一方算比得过。']
        : []),
      ...pairs.map(([a, b]) => `“${a.title}”比“${b.title}”：${over(a.id, b.id)} 人对 ${over(b.id, a.id)} 人`),
    ],
  }
}
