import { Button, Small } from '@/ui'
import { type DraftItem, newItem } from './draft'
import { ItemCard } from './item-card'
import type { StepProps } from './step-props'

const MOST = 20

/** What is to be decided: only what is in the notice can be voted on. */
export function ItemsStep({ draft, errors, onChange }: StepProps) {
  const { items } = draft
  const change = (key: string, part: Partial<DraftItem>) =>
    onChange({ items: items.map((item) => (item.key === key ? { ...item, ...part } : item)) })
  return (
    <>
      <Small>只有写进公告的才能表决。一件事写一项，不要把两件事绑在一起。</Small>
      {items.map((item, at) => (
        <ItemCard
          key={item.key}
          item={item}
          at={at + 1}
          errors={errors}
          onChange={(part) => change(item.key, part)}
          onRemove={
            items.length > 1
              ? () => onChange({ items: items.filter((each) => each.key !== item.key) })
              : undefined
          }
        />
      ))}
      {items.length < MOST && (
        <Button id="item-add" kind="plain" onPress={() => onChange({ items: [...items, newItem()] })}>
          再加一项
        </Button>
      )}
    </>
  )
}
