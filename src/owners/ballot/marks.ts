import type { BodyOf } from '@yishiting/domain/contract'
import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { checkMark } from '@yishiting/domain/owners/marks'

export type AskedItem = VoteView['items'][number]
export type Chosen = Readonly<Record<string, Mark>>

/** Several may be agreed to on such an item. */
export const isOfMany = ({ kind }: Pick<AskedItem, 'kind'>): boolean =>
  kind === 'options' || kind === 'election'

/** The items this right may vote on: a mandate can be for some only. */
export const itemsFor = (items: readonly AskedItem[], right: RightView): AskedItem[] => {
  const only = right.capacity === 'proxy' ? right.mandate?.itemIds : null
  return items.filter(({ id }) => !only || only.includes(id))
}

/** What stands before anybody has chosen: nothing; for a proxy what the owner wrote, and that is not his to change. */
export const fixedBy = (right: RightView): Chosen => right.instructions ?? {}

/** Why this item cannot be sent yet, in the sentence of the rules; undefined: it can. */
export function notYet(item: AskedItem, mark: Mark | undefined): string | undefined {
  if (mark === undefined || (typeof mark !== 'string' && mark.length === 0)) return '还没选'
  const checked = checkMark(item, mark, 'online')
  return checked.ok ? undefined : checked.refusal.message
}

/** The ballot as the wire wants it. Only for one that is complete. */
export const ballotBody = (
  keyNo: number,
  items: readonly AskedItem[],
  chosen: Chosen,
): BodyOf<'owners.cast'> => ({
  keyNo,
  marks: Object.fromEntries(
    items.flatMap(({ id }) => {
      const mark = chosen[id]
      return mark === undefined ? [] : [[id, typeof mark === 'string' ? mark : [...mark]]]
    }),
  ),
})
