import type { PollView } from '@yishiting/domain/contract/deliberate'
import { CHOICES } from '@yishiting/domain/deliberate/meeting'
import { useState } from 'react'
import { Button, Card, Field, Notice, Small, Stack, TextInput, Title } from '@/ui'

const WORDS = {
  none: '两位计票人还没有报',
  one: '一位报了，等另一位',
  agreed: '两位数的一样',
  differ: '两位数的不一样，请再数一遍',
} as const

/** Where the show of hands stands, in a line; nothing where everybody votes on a phone. */
export function HandsState({ poll }: { poll: PollView }) {
  if (poll.hands === null) return null
  const words = `${poll.handsMax} 位举手表决：${WORDS[poll.hands]}`
  return poll.hands === 'differ' ? <Notice tone="warn">{words}</Notice> : <Small center>{words}</Small>
}

interface TellProps {
  poll: PollView
  problem: string | null
  onTell(counts: Record<string, number>): Promise<unknown>
}

const DIGITS = /^\d{1,4}$/

/** What a teller counted in the room: one figure for each choice, 0 where no hand was raised. */
export function TellCard({ poll, problem, onTell }: TellProps) {
  const lines =
    poll.method === 'yes_no' ? Object.entries(CHOICES).map(([id, title]) => ({ id, title })) : poll.options
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [error, setError] = useState('')
  const tell = () => {
    const isWhole = lines.every(({ id }) => DIGITS.test(typed[id] ?? ''))
    setError(isWhole ? '' : '每一行都要填，没有人举手就填 0。')
    if (!isWhole) return undefined
    return onTell(Object.fromEntries(lines.map(({ id }) => [id, Number(typed[id])])))
  }
  return (
    <Card>
      <Stack gap={3}>
        <Title>请您数举手</Title>
        <Small>{`会场里 ${poll.handsMax} 位举手表决。另一位计票人也在数，两位一样才算。`}</Small>
        {lines.map(({ id, title }) => (
          <Field key={id} label={title}>
            <TextInput
              id={`hands-${id}`}
              type="number"
              label={title}
              placeholder="0"
              value={typed[id] ?? ''}
              onChange={(value) => setTyped((old) => ({ ...old, [id]: value }))}
            />
          </Field>
        ))}
        {(error || problem) && <Notice tone="warn">{error || problem}</Notice>}
        <Button id="hands-tell" onPress={tell}>
          报数
        </Button>
        <HandsState poll={poll} />
      </Stack>
    </Card>
  )
}
