import type { BodyOf } from '@yishiting/domain/contract'
import type { MotionKind } from '@yishiting/domain/deliberate/floor'
import { POLL_METHODS, type PollMethod } from '@yishiting/domain/deliberate/polls/poll'
import { checkQuestion } from '@yishiting/domain/deliberate/polls/question'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { Button, Choice, confirm, Field, Notice, Picker, Stack, Switch, TextArea, TextInput } from '@/ui'
import type { ItemFormProps } from './form-props'

type Body = BodyOf<'deliberate.openPoll'>

const METHODS: Record<PollMethod, string> = {
  yes_no: '同意还是不同意',
  choose_one: '几个办法里选一个',
  choose_several: '几个里最多选几个',
  ranking: '排出先后，两个两个地比',
  scoring: '每个打 0 到 5 分',
}
const METHOD_OPTIONS = (Object.keys(POLL_METHODS) as PollMethod[]).map((value) => ({
  value,
  label: POLL_METHODS[value],
  sub: METHODS[value],
}))
/** A motion proposed as another main motion is taken up, not asked about. */
const ABOUT: Record<MotionKind, 'amendment' | 'order'> = {
  motion: 'amendment',
  amendment: 'amendment',
  order: 'order',
}

/** 摸个底, or a vote on what was proposed from the floor: the question, how, and whether it is named. */
export function AskForm({ item, send, problem }: ItemFormProps<Body>) {
  const [motionId, setMotionId] = useState<string | null>(null)
  const [question, setQuestion] = useState('')
  const [method, setMethod] = useState<PollMethod>('yes_no')
  const [titles, setTitles] = useState(['', ''])
  const [picksMax, setPicksMax] = useState('2')
  const [isNamed, setIsNamed] = useState(false)
  const [error, setError] = useState('')
  const proposals = item.motions.filter(({ state }) => state === 'proposed')
  const motion = proposals.find(({ id }) => id === motionId)
  const options = titles
    .map((title, index) => ({ id: `o${index + 1}`, title: title.trim() }))
    .filter(({ title }) => title !== '')

  const submit = async () => {
    const checked = checkQuestion({
      method: motion ? 'yes_no' : method,
      options,
      picksMax: Number(picksMax) || 0,
    })
    const isEmpty = !motion && question.trim() === ''
    setError(isEmpty ? '请写要问大家什么。' : checked.ok ? '' : checked.refusal.message)
    if (isEmpty || !checked.ok) return
    const sure = await confirm({
      title: '问大家？',
      text: isNamed ? '记名：结束后大家看得到谁怎么投的。' : '不记名：谁也查不到哪一票是谁投的。',
      ok: '开始表决',
    })
    if (!sure) return
    await send({
      about: motion ? ABOUT[motion.kind] : 'other',
      motionId: motion?.id ?? null,
      question: motion ? '' : question,
      method: checked.value.method,
      options: [...checked.value.options],
      picksMax: checked.value.picksMax,
      isSecret: !isNamed,
    })
  }
  return (
    <FormFrame
      title="摸个底"
      about={{ title: item.matterTitle }}
      main={{ id: 'ask-submit', text: '问大家', onPress: submit }}
      problem={problem}
    >
      <Stack gap={4}>
        {proposals.length > 0 && (
          <Picker
            id="ask-motion"
            label="问会上的提议"
            placeholder="不问提议，另外问一句"
            options={proposals.map(({ id, text }) => ({ value: id, label: text }))}
            value={motionId}
            onChange={setMotionId}
          />
        )}
        {!motion && (
          <>
            <Field label="问什么？" value={question} max={500}>
              <TextArea
                id="ask-question"
                label="问什么？"
                placeholder="例如：先修哪一栋？"
                value={question}
                onChange={setQuestion}
              />
            </Field>
            <Field label="怎么答？">
              <Choice
                id="ask-method"
                label="怎么答？"
                options={METHOD_OPTIONS}
                value={method}
                onChange={setMethod}
              />
            </Field>
            {method !== 'yes_no' && (
              <Field label="有哪些选项？">
                <Stack gap={2}>
                  {titles.map((title, index) => (
                    <TextInput
                      // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
                      key={index}
                      id={`ask-option-${index + 1}`}
                      label={`选项 ${index + 1}`}
                      placeholder={`选项 ${index + 1}`}
                      value={title}
                      onChange={(next) => setTitles(titles.map((each, at) => (at === index ? next : each)))}
                    />
                  ))}
                  <Button id="ask-option-add" kind="quiet" onPress={() => setTitles([...titles, ''])}>
                    再加一个
                  </Button>
                </Stack>
              </Field>
            )}
            {method === 'choose_several' && (
              <Field label="最多选几个？">
                <TextInput
                  id="ask-picks"
                  type="number"
                  label="最多选几个？"
                  value={picksMax}
                  onChange={setPicksMax}
                />
              </Field>
            )}
          </>
        )}
        <Switch
          id="ask-named"
          label="记名"
          sub="结束后大家看得到谁怎么投的；开始前会在每张票上写明"
          checked={isNamed}
          onChange={setIsNamed}
        />
        {error && <Notice tone="warn">{error}</Notice>}
      </Stack>
    </FormFrame>
  )
}
