import { Body, Notice, Sheet, Small, Stack, Title } from '@/ui'
import { markWords } from '../words'
import type { AskedItem, Chosen } from './marks'

interface ConfirmSheetProps {
  open: boolean
  items: readonly AskedItem[]
  chosen: Chosen
  mayChange: boolean
  homes: string
  busy: boolean
  problem: string | null
  onClose(): void
  onConfirm(): unknown
}

/** Every choice said once more, before it cannot be changed. */
export const ConfirmSheet = ({ open, items, chosen, mayChange, homes, ...rest }: ConfirmSheetProps) => (
  <Sheet
    id="ballot"
    open={open}
    title="您是这样选的"
    confirm="投出去"
    cancel="再想想"
    busy={rest.busy}
    onClose={rest.onClose}
    onConfirm={rest.onConfirm}
  >
    <Stack gap={4}>
      {items.map((item, at) => (
        <Stack key={item.id} gap={0}>
          <Body>{`${at + 1}. ${item.title}`}</Body>
          <Title big>{markWords(chosen[item.id] ?? null, item.options)}</Title>
        </Stack>
      ))}
      <Small>{`代表 ${homes}`}</Small>
      <Body strong>{mayChange ? '截止之前可以改，以最后一次为准。' : '投后不能改。'}</Body>
      {rest.problem && <Notice tone="warn">{rest.problem}</Notice>}
    </Stack>
  </Sheet>
)
