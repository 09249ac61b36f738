import type { MatterCard } from '@yishiting/domain/contract/speak'
import { ROUTES } from '@yishiting/domain/sort/routes'
import { TOPICS } from '@yishiting/domain/sort/topics'

/** What it is about, and where it goes: “停车管理”, “小区共事”. At most three words, for a card. */
export function tagsOf(card: Pick<MatterCard, 'topic' | 'routes' | 'isPrivate'>): string[] {
  const topic = card.topic ? [TOPICS[card.topic]] : []
  const routes = card.routes.map((code) => ROUTES[code].name)
  return [...(card.isPrivate ? ['不公开'] : []), ...topic, ...routes].slice(0, 3)
}

/** “46 人也遇到 · 3 条留言”; empty when nobody has said anything yet. */
export function companyOf({ supports, comments }: Pick<MatterCard, 'supports' | 'comments'>): string {
  return [supports > 0 && `${supports} 人也遇到`, comments > 0 && `${comments} 条留言`]
    .filter(Boolean)
    .join(' · ')
}

/** Nothing more will be done here: closed, or gone on elsewhere. */
export const isOver = ({ standing }: Pick<MatterCard, 'standing'>): boolean =>
  ['closed', 'merged', 'split'].includes(standing.state)
