import type { BodyOf } from '@yishiting/domain/contract'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { confirm, Field, Notice, TextArea } from '@/ui'
import type { DecisionFormProps } from './form-props'

/** 退回: why, and where to go instead. Never without either. */
export function ReturnForm({ matter, send, problem }: DecisionFormProps<BodyOf<'sort.return'>>) {
  const [reason, setReason] = useState('')
  const [whereTo, setWhereTo] = useState('')
  const { errors, isFine } = useErrors({
    reason: wordsError(reason, 'reason_required', '退回要写明原因，报事的人会看到。'),
    whereTo: wordsError(whereTo, 'where_to_required', '退回要写明该去哪里办、怎么办。'),
  })
  const submit = async () => {
    if (!isFine()) return
    const sure = await confirm({
      title: '退回给报事的人？',
      text: '他会收到原因和去处，可以补充后重提，也可以申请复核一次。',
      ok: '退回',
      danger: true,
    })
    if (sure) await send({ reason, whereTo })
  }
  return (
    <FormFrame
      title="退回"
      about={{ title: matter.title, text: matter.placeLabel }}
      main={{ id: 'return-submit', text: '退回', danger: true, onPress: submit }}
      problem={problem}
    >
      <Notice>没说清楚的、不归小区管的才退回。话要说得让报事的人看得懂。</Notice>
      <Field label="为什么退回？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea
          id="return-reason"
          label="为什么退回？"
          placeholder="例如：没写是哪个单元，我们找不到地方"
          value={reason}
          onChange={setReason}
        />
      </Field>
      <Field label="该去哪里、怎么办？" error={errors.whereTo} value={whereTo} max={REASON_MAX}>
        <TextArea
          id="return-where"
          label="该去哪里、怎么办？"
          placeholder="例如：补上楼号后再提交，或打物业电话"
          value={whereTo}
          onChange={setWhereTo}
        />
      </Field>
    </FormFrame>
  )
}
