import type { BodyOf } from '@yishiting/domain/contract'
import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { DateTime, Field, Notice, TextArea } from '@/ui'
import { dueWords } from '../task-words'
import type { TaskFormProps } from './form-props'

/** 申请延期: a reason and a new date, once. */
export function ExtendForm({ matter, route, now, send, problem }: TaskFormProps<BodyOf<'act.extend'>>) {
  const before = route.dueAt === null ? now : Date.parse(route.dueAt)
  const earliest = Math.max(before, now)
  const [dueAt, setDueAt] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const { errors, isFine } = useErrors({
    due:
      dueAt === null
        ? '请选一个新的日期。'
        : dueAt <= earliest
          ? '新的日期要比原来的晚，也要在现在之后。'
          : undefined,
    reason: wordsError(reason, 'reason_required', '延期要写明原因，大家会看到。'),
  })
  const submit = () =>
    isFine() && dueAt !== null ? send({ dueAt: new Date(dueAt).toISOString(), reason }) : undefined
  return (
    <FormFrame
      title="申请延期"
      about={{ title: matter.title, text: dueWords(route, now) }}
      main={{ id: 'extend-submit', text: '延期', onPress: submit }}
      problem={problem}
    >
      <Notice title="延期只能一次">原因和新的日期大家都看得到。</Notice>
      <Field label="新的日期" error={errors.due}>
        <DateTime
          id="extend"
          label="新的日期"
          value={dueAt}
          onChange={setDueAt}
          min={earliest + HOUR}
          max={now + DEFAULT_RULES.dueAtMost - DAY}
        />
      </Field>
      <Field label="为什么要延期？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea
          id="extend-reason"
          label="为什么要延期？"
          placeholder="例如：配件要从厂里发，三天后才到"
          value={reason}
          onChange={setReason}
        />
      </Field>
    </FormFrame>
  )
}
