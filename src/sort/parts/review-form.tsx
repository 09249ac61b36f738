import type { BodyOf } from '@yishiting/domain/contract'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { Button, Choice, confirm, Field, Notice, PageFrame, Stack, TextArea } from '@/ui'
import type { DecisionFormProps } from './form-props'
import { MatterBrief } from './matter-brief'

/** 复核: somebody else looks at the decision that the reporter objects to. */
export function ReviewForm({ matter, now, send, problem }: DecisionFormProps<BodyOf<'sort.review'>>) {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const [reason, setReason] = useState('')
  // Newest first; meanwhile only an emergency may have gone on, and that is entered under `act`.
  const [objection, decided] = matter.timeline.filter((entry) => entry.room === 'sort')
  const { errors, isFine } = useErrors({
    answer: answer === null ? '请选一个。' : undefined,
    reason: wordsError(reason, 'reason_required', '请写明复核的理由，报事的人会看到。'),
  })
  const submit = async () => {
    if (!isFine()) return
    const sure = await confirm({
      title: answer === 'yes' ? '改正，重新分类？' : '维持原来的决定？',
      text: '每件事只复核一次，定了不能再改。',
      ok: '定了',
    })
    if (sure) await send({ upheld: answer === 'yes', reason })
  }
  return (
    <PageFrame
      title="复核"
      actions={
        <Stack gap={2}>
          {problem && <Notice tone="warn">{problem}</Notice>}
          <Button id="review-submit" onPress={submit}>
            复核完了
          </Button>
        </Stack>
      }
    >
      <MatterBrief matter={matter} now={now} />
      {decided && (
        <Notice title={`原来的决定：${decided.title}`}>{`${decided.text}（${decided.who}）`}</Notice>
      )}
      {objection && (
        <Notice tone="warn" title="报事人说哪里不对">
          {objection.text}
        </Notice>
      )}
      <Field label="报事人说得对吗？" error={errors.answer}>
        <Choice
          id="review"
          label="报事人说得对吗？"
          options={[
            { value: 'yes', label: '说得对', sub: '改正，这件事重新分类' },
            { value: 'no', label: '原来的决定没有错', sub: '维持，照原来的办' },
          ]}
          value={answer}
          onChange={setAnswer}
        />
      </Field>
      <Field label="理由" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea id="review-reason" label="理由" value={reason} onChange={setReason} />
      </Field>
    </PageFrame>
  )
}
