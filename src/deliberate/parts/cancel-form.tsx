import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { confirm, Field, TextArea } from '@/ui'

interface CancelFormProps {
  meeting: MeetingView
  send(body: { reason: string }): Promise<unknown>
  problem: string | null
}

/** 取消会议: everybody who was told is told why. */
export function CancelForm({ meeting, send, problem }: CancelFormProps) {
  const [reason, setReason] = useState('')
  const { errors, isFine } = useErrors({
    reason: wordsError(reason, 'reason_required', '取消要写明原因，说要来的人会看到。'),
  })
  const submit = async () => {
    if (!isFine()) return
    const sure = await confirm({
      title: '取消这次会议？',
      text: '会告诉所有人；议程上的事退回待排，另定日子。',
      ok: '取消会议',
      cancel: '不取消',
      danger: true,
    })
    if (sure) await send({ reason })
  }
  return (
    <FormFrame
      title="取消会议"
      about={{ title: meeting.title }}
      main={{ id: 'cancel-submit', text: '取消会议', danger: true, onPress: submit }}
      problem={problem}
    >
      <Field label="为什么取消？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea id="cancel-reason" label="为什么取消？" value={reason} onChange={setReason} />
      </Field>
    </FormFrame>
  )
}
