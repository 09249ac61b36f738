import type { BodyOf } from '@yishiting/domain/contract'
import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { type AskedItem, notYet } from '../ballot/marks'

/** A mandate being written down. */
export interface Mandate {
  /** Ids of the items it is for; all of them at first. */
  itemIds: readonly string[]
  /** `written`: the proxy marks what the owner wrote; `free`: as he thinks right. */
  how: 'written' | 'free' | null
  marks: Readonly<Record<string, Mark>>
  expiresAt: number
}

export const newMandate = ({ items, closesAt }: VoteView): Mandate => ({
  itemIds: items.map(({ id }) => id),
  how: null,
  marks: {},
  expiresAt: Date.parse(closesAt),
})

export const coveredItems = (items: readonly AskedItem[], { itemIds }: Mandate): AskedItem[] =>
  items.filter(({ id }) => itemIds.includes(id))

/** What is missing, by field; items by their id. */
export function mandateErrors(
  mandate: Mandate,
  { items, closesAt }: VoteView,
  now: number,
  photos: number,
): Record<string, string | undefined> {
  const errors: Record<string, string | undefined> = {
    items: mandate.itemIds.length === 0 ? '至少选一项。' : undefined,
    how: mandate.how === null ? '请选怎么投由谁定。' : undefined,
    photo: photos === 0 ? '请拍下委托书：口头委托不算。' : undefined,
    expiresAt:
      mandate.expiresAt <= now
        ? '有效期已经过了。'
        : mandate.expiresAt > Date.parse(closesAt)
          ? '有效期不能晚于投票截止。'
          : undefined,
  }
  if (mandate.how === 'written')
    for (const item of coveredItems(items, mandate)) errors[item.id] = notYet(item, mandate.marks[item.id])
  return errors
}

const asWire = (mark: Mark) => (typeof mark === 'string' ? mark : [...mark])

/** The mandate as the wire wants it. Only for one without errors. */
export function grantBody(
  mandate: Mandate,
  { items }: VoteView,
  { keyNo }: RightView,
  photoId: string,
): BodyOf<'owners.grantMandate'> {
  const covered = coveredItems(items, mandate)
  const marks = covered.flatMap(({ id }) => {
    const mark = mandate.marks[id]
    return mark === undefined ? [] : [[id, asWire(mark)] as const]
  })
  return {
    keyNo,
    itemIds: covered.length === items.length ? null : covered.map(({ id }) => id),
    instructions: mandate.how === 'written' ? Object.fromEntries(marks) : null,
    photoId,
    expiresAt: new Date(mandate.expiresAt).toISOString(),
  }
}
