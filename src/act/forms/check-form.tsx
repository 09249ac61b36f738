import type { BodyOf } from '@yishiting/domain/contract'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { gridPhotos } from '@/api/photo-url'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { Body, Card, Choice, Field, PhotoGrid, Small, Stack, TextArea } from '@/ui'
import type { TaskFormProps } from './form-props'

/** 查验: somebody else goes and looks, and says what he saw. */
export function CheckForm({ matter, send, problem }: TaskFormProps<BodyOf<'act.check'>>) {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const [reason, setReason] = useState('')
  const claim = matter.timeline.find((entry) => entry.room === 'act' && entry.photos.length > 0)
  const { errors, isFine } = useErrors({
    answer: answer === null ? '请选办好了没有。' : undefined,
    reason: wordsError(reason, 'reason_required', '请写一句看到了什么。'),
  })
  const submit = () => (isFine() ? send({ passed: answer === 'yes', reason }) : undefined)
  return (
    <FormFrame
      title="查验"
      about={{ title: matter.title, text: matter.placeLabel }}
      main={{ id: 'check-submit', text: '查验完了', onPress: submit }}
      problem={problem}
    >
      {claim && (
        <Card>
          <Stack gap={2}>
            <Small>{`${claim.who}说`}</Small>
            <Body>{claim.text}</Body>
            <PhotoGrid photos={gridPhotos(claim.photos)} />
          </Stack>
        </Card>
      )}
      <Field label="您去看了，办好了吗？" error={errors.answer}>
        <Choice
          id="check"
          label="您去看了，办好了吗？"
          options={[
            { value: 'yes', label: '办好了', sub: '接着请大家评' },
            { value: 'no', label: '没办好', sub: '退回去接着办' },
          ]}
          value={answer}
          onChange={setAnswer}
        />
      </Field>
      <Field label="看到了什么？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea id="check-reason" label="看到了什么？" value={reason} onChange={setReason} />
      </Field>
    </FormFrame>
  )
}
