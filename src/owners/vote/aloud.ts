import type { VoteView } from '@yishiting/domain/contract/owners'

type Heard = Pick<VoteView, 'title' | 'line' | 'why' | 'items' | 'result'>

const ask = ({ items }: Heard): string[] =>
  items.flatMap((item, at) => [
    items.length > 1 ? `第 ${at + 1} 项，${item.title}` : item.title,
    item.body,
    item.options.map((option) => option.title).join('、'),
    `怎样算通过：${item.passesWhen}`,
  ])

/** All that one should have heard, in the order of the page: before the result what is asked, afterwards what came of it. */
export const aloud = (vote: Heard): string =>
  [
    vote.title,
    vote.line,
    ...(vote.result
      ? vote.result.items.map(({ title, words }) => `${title}：${words}`)
      : [vote.why, ...ask(vote)]),
  ]
    .filter(Boolean)
    .map((words) => words.replace(/[。\s]*$/, '。'))
    .join('\n')
