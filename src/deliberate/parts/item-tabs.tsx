import type { ItemView } from '@yishiting/domain/contract/deliberate'
import { Chips } from '@/ui'
import { openPoll } from '../item-phase'

/** “第 2 项 ✓”: to move between the agenda's items with a thumb. */
export const ItemTabs = ({
  items,
  value,
  onChange,
}: {
  items: readonly ItemView[]
  value: string
  onChange(itemId: string): void
}) => (
  <Chips
    id="item"
    label="议程"
    scroll
    options={items.map((item, at) => ({
      value: item.id,
      label: `第 ${at + 1} 项${item.outcome ? ' · 完' : openPoll([item]) ? ' · 表决中' : ''}`,
    }))}
    value={value}
    onChange={(next) => next !== null && onChange(next)}
  />
)
