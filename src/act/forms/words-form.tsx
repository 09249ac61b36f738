import type { BodyOf } from '@yishiting/domain/contract'
import { REASON_MAX, TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { confirm, Field, Notice, TextArea } from '@/ui'
import type { TaskFormProps } from './form-props'

const WORDS = {
  escalate: {
    title: '上报一级',
    note: '上报以后由街道来派人，责任人不能自己再办。',
    ask: '为什么要上报？',
    missing: '上报要写明原因。',
    text: '上报',
    sure: '真的要上报一级吗？',
    max: REASON_MAX,
  },
  answer: {
    title: '答复后办结',
    note: '写明谁在办、办得怎么样、还能去哪里。“已转交”“不属于本部门”不算答复。',
    ask: '怎么答复？',
    missing: '请写明答复，报事的人会看到。',
    text: '答复并办结',
    sure: '答复后这件事就办结了，好吗？',
    max: TEXT_MAX,
  },
} as const

interface WordsFormProps extends TaskFormProps<BodyOf<'act.answer'>> {
  act: keyof typeof WORDS
}

/** 上报、答复: a few words that everybody will read, asked once more before they go out. */
export function WordsForm({ act, matter, send, problem }: WordsFormProps) {
  const words = WORDS[act]
  const [reason, setReason] = useState('')
  const { errors, isFine } = useErrors({
    reason: wordsError(reason, 'reason_required', words.missing, words.max),
  })
  const submit = async () => {
    if (!isFine()) return
    if (await confirm({ title: words.sure, ok: words.text })) await send({ reason })
  }
  return (
    <FormFrame
      title={words.title}
      about={{ title: matter.title, text: matter.placeLabel }}
      main={{ id: `${act}-submit`, text: words.text, onPress: submit }}
      problem={problem}
    >
      <Notice>{words.note}</Notice>
      <Field label={words.ask} error={errors.reason} value={reason} max={words.max}>
        <TextArea id={`${act}-reason`} label={words.ask} value={reason} onChange={setReason} />
      </Field>
    </FormFrame>
  )
}
