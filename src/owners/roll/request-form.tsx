import type { BodyOf } from '@yishiting/domain/contract'
import type { RollRequestView } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { go, PAGES } from '@/parts/go'
import { useErrors } from '@/parts/use-errors'
import { Button, Card, Choice, Field, Small, Stack, TextArea } from '@/ui'
import { ABOUT } from './words'

const ANSWER_MAX = 2000
const STATES = [
  { value: 'accepted', label: '说得对', sub: '名册已经更正，或者马上更正' },
  { value: 'refused', label: '名册没有错', sub: '写明凭什么，业主会看到' },
] as const

interface RequestFormProps {
  request: RollRequestView
  send(body: BodyOf<'owners.answerRequest'>): Promise<unknown>
  problem: string | null
}

/** 答复名册异议: right or not, and why. Answering does not change the roll: that is a correction with its own reason. */
export function RequestForm({ request, send, problem }: RequestFormProps) {
  const [state, setState] = useState<'accepted' | 'refused' | null>(null)
  const [answer, setAnswer] = useState('')
  const { errors, isFine } = useErrors({
    state: state === null ? '请选一个。' : undefined,
    answer: answer.trim() === '' ? '请写答复。' : undefined,
  })
  const submit = async () => {
    if (isFine() && state !== null) await send({ state, answer: answer.trim() })
  }
  return (
    <FormFrame
      title="答复业主"
      about={{ title: request.text, text: `${request.unitCode || '没写房号'} · ${ABOUT[request.about]}` }}
      main={{ id: 'answer-submit', text: '答复', onPress: submit }}
      problem={problem}
    >
      {request.unitCode && (
        <Card tight>
          <Stack gap={2}>
            <Small>说得对，就先更正，再答复。</Small>
            <Button
              id="answer-correct"
              kind="plain"
              onPress={() => go(PAGES.roll('correct', { code: request.unitCode }))}
            >
              {`更正 ${request.unitCode}`}
            </Button>
          </Stack>
        </Card>
      )}
      <Field label="业主说得对吗？" error={errors.state}>
        <Choice id="answer" label="业主说得对吗？" options={STATES} value={state} onChange={setState} />
      </Field>
      <Field label="答复" error={errors.answer} value={answer} max={ANSWER_MAX}>
        <TextArea id="answer-text" label="答复" value={answer} onChange={setAnswer} />
      </Field>
    </FormFrame>
  )
}
