import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { confirm, Field, Notice, TextArea } from '@/ui'

const WORDS_MAX = 2000

export interface WordsFormProps {
  title: string
  about: { title: string; text?: string }
  /** What cannot be undone, above the question. */
  warning?: string
  ask: string
  placeholder?: string
  missing: string
  button: string
  danger?: boolean
  sure: { title: string; text: string }
  send(words: string): Promise<unknown>
  problem: string | null
}

/** One act on a vote that needs a reason or an answer: extend, cancel, answer an objection. */
export function WordsForm(props: WordsFormProps) {
  const [words, setWords] = useState('')
  const { errors, isFine } = useErrors({ words: words.trim() === '' ? props.missing : undefined })
  const submit = async () => {
    if (!isFine()) return
    const yes = await confirm({ ...props.sure, ok: props.button, danger: props.danger })
    if (yes) await props.send(words.trim())
  }
  return (
    <FormFrame
      title={props.title}
      about={props.about}
      main={{ id: 'words-submit', text: props.button, danger: props.danger, onPress: submit }}
      problem={props.problem}
    >
      {props.warning && <Notice>{props.warning}</Notice>}
      <Field label={props.ask} error={errors.words} value={words} max={WORDS_MAX}>
        <TextArea
          id="words"
          label={props.ask}
          placeholder={props.placeholder}
          value={words}
          onChange={setWords}
        />
      </Field>
    </FormFrame>
  )
}
