import type { BodyOf } from '@yishiting/domain/contract'
import { REASON_MAX, TEXT_MAX, TITLE_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { Button, Card, confirm, Field, Row, Stack, TextArea, TextInput, Title } from '@/ui'
import type { DecisionFormProps } from './form-props'

interface Part {
  title: string
  text: string
}

const PARTS_MAX = 5
const EMPTY: Part = { title: '', text: '' }

/** 拆分: one text that speaks of several things becomes several matters. */
export function SplitForm({ matter, send, problem }: DecisionFormProps<BodyOf<'sort.split'>>) {
  const [parts, setParts] = useState<readonly Part[]>([
    { title: matter.title, text: matter.text },
    { title: '', text: matter.text },
  ])
  const [reason, setReason] = useState('')
  const change = (at: number, with_: Partial<Part>) =>
    setParts((all) => all.map((part, index) => (index === at ? { ...part, ...with_ } : part)))

  const found: Record<string, string | undefined> = {
    reason: wordsError(reason, 'reason_required', '拆分要写明原因，报事的人会看到。'),
  }
  parts.forEach((part, at) => {
    found[`title-${at}`] = wordsError(part.title, 'text_required', '每一件都要有标题。', TITLE_MAX)
    found[`text-${at}`] = wordsError(part.text, 'text_required', '每一件都要写清楚是什么事。', TEXT_MAX)
  })
  const { errors, isFine } = useErrors(found)
  const submit = async () => {
    if (!isFine()) return
    const sure = await confirm({
      title: `拆成 ${parts.length} 件？`,
      text: '每一件有自己的编号，分开办；原来这件就到此为止。',
      ok: '拆分',
    })
    if (sure) await send({ parts: [...parts], reason })
  }
  return (
    <FormFrame
      title="拆分"
      about={{ title: matter.title, text: '一段话里说了几件事，分开办' }}
      main={{ id: 'split-submit', text: `拆成 ${parts.length} 件`, onPress: submit }}
      problem={problem}
    >
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are only added and removed at the end.
        <Card key={at}>
          <Stack>
            <Row between>
              <Title>{`第 ${at + 1} 件`}</Title>
              {at >= 2 && at === parts.length - 1 && (
                <Button kind="quiet" small onPress={() => setParts(parts.slice(0, -1))}>
                  去掉
                </Button>
              )}
            </Row>
            <Field label="标题" error={errors[`title-${at}`]} value={part.title} max={TITLE_MAX}>
              <TextInput
                id={`split-title-${at}`}
                label={`第 ${at + 1} 件的标题`}
                value={part.title}
                onChange={(title) => change(at, { title })}
              />
            </Field>
            <Field label="是什么事" error={errors[`text-${at}`]} value={part.text} max={TEXT_MAX}>
              <TextArea
                id={`split-text-${at}`}
                label={`第 ${at + 1} 件是什么事`}
                rows={3}
                value={part.text}
                onChange={(text) => change(at, { text })}
              />
            </Field>
          </Stack>
        </Card>
      ))}
      {parts.length < PARTS_MAX && (
        <Button id="split-add" kind="plain" icon="plus" onPress={() => setParts([...parts, EMPTY])}>
          再加一件
        </Button>
      )}
      <Field label="为什么拆开？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea id="split-reason" label="为什么拆开？" rows={2} value={reason} onChange={setReason} />
      </Field>
    </FormFrame>
  )
}
