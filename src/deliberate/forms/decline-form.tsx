import type { BodyOf } from '@yishiting/domain/contract'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { confirm, Field, TextArea } from '@/ui'
import { countsLine, type ItemFormProps } from './form-props'
import { MINORITY_MAX, MinorityField } from './minority-field'

/** 不采纳: a reason, which whoever proposed it will read. */
export function DeclineForm({ item, send, problem }: ItemFormProps<BodyOf<'deliberate.decline'>>) {
  const [reason, setReason] = useState('')
  const [minority, setMinority] = useState(item.minorityViews)
  const { errors, isFine } = useErrors({
    reason: wordsError(reason, 'reason_required', '没有采纳也要写明原因，提的人会看到。'),
  })
  const submit = async () => {
    if (!isFine() || minority.length > MINORITY_MAX) return
    const sure = await confirm({
      title: '不采纳？',
      text: '原因会公布，这件事就此办结。',
      ok: '不采纳',
      danger: true,
    })
    if (sure) await send({ reason, minorityViews: minority })
  }
  return (
    <FormFrame
      title="不采纳"
      about={{ title: item.matterTitle, text: countsLine(item) }}
      main={{ id: 'decline-submit', text: '不采纳', danger: true, onPress: submit }}
      problem={problem}
    >
      <Field label="为什么不采纳？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea id="decline-reason" label="为什么不采纳？" value={reason} onChange={setReason} />
      </Field>
      <MinorityField value={minority} onChange={setMinority} />
    </FormFrame>
  )
}
