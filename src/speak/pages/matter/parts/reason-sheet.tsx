import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { type ReactNode, useState } from 'react'
import { Button, Field, Notice, Sheet, Stack, TextArea } from '@/ui'

export interface ReasonSheetProps {
  open: boolean
  title: string
  hint: string
  ok: string
  danger?: boolean
  /** What the server said no to. */
  problem?: string | null
  onClose(): void
  onSend(reason: string): Promise<unknown>
  /** More to give than words. */
  children?: ReactNode
  /** Why it cannot be sent yet, beside missing words. */
  notYet?: string | null
  max?: number
}

/** A few words that somebody else will read, and the one button that sends them. */
export function ReasonSheet(props: ReasonSheetProps) {
  const {
    open,
    title,
    hint,
    ok,
    danger,
    problem,
    onClose,
    onSend,
    children,
    notYet,
    max = REASON_MAX,
  } = props
  const [reason, setReason] = useState('')
  const blocked = reason.trim() === '' ? '请先写几个字' : notYet
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <Stack gap={4}>
        <Field label={hint} value={reason} max={max}>
          <TextArea id="reason" label={title} value={reason} rows={3} onChange={setReason} />
        </Field>
        {children}
        {problem && <Notice tone="warn">{problem}</Notice>}
        <Button
          id="reason-send"
          kind={danger ? 'danger' : 'primary'}
          disabled={Boolean(blocked)}
          reason={blocked ?? undefined}
          onPress={() => onSend(reason)}
        >
          {ok}
        </Button>
      </Stack>
    </Sheet>
  )
}
