import type { VoteView } from '@yishiting/domain/contract/owners'

/** All that one should have heard before voting, in the order of the page. */
export const aloud = ({ title, line, why, items }: Pick<VoteView, 'title' | 'line' | 'why' | 'items'>): string =>
  [
    title,
    line,
    why,
    ...items.flatMap((item, at) => [
      items.length > 1 ? `第 ${at + 1} 项，${item.title}` : item.title,
      item.body,
      ...(item.options.length > 0 ? [item.options.map((option) => option.title).join('、')] : []),
      `怎样算通过：${item.passesWhen}`,
    ]),
  ]
    .filter(Boolean)
    .map((words) => words.replace(/[。\s]*$/, '。'))
    .join('\n')
