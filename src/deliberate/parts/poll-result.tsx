import type { PollView } from '@yishiting/domain/contract/deliberate'
import { POLL_METHODS } from '@yishiting/domain/deliberate/polls/poll'
import { useState } from 'react'
import { Body, Button, ResultBars, Row, Small, Stack, Stamp } from '@/ui'

const UNITS: Record<PollView['method'], string> = {
  yes_no: '人',
  choose_one: '人',
  choose_several: '人',
  ranking: '名',
  scoring: '分',
}

/** What a poll came to: the sentence, the bars, and on demand how it was counted and, where it was named, who voted what. */
export function PollResult({ poll }: { poll: PollView }) {
  const [isOpen, setIsOpen] = useState(false)
  const { result, method } = poll
  if (!result) return null
  const rows = result.lines.map(({ title, count }) => ({ label: title, count }))
  return (
    <Stack gap={2}>
      {poll.about !== 'motion' && <Body strong>{poll.question}</Body>}
      <Row between>
        <Small strong>{`${POLL_METHODS[method]} · ${result.cast} 人投票`}</Small>
        {result.adopted !== null && (
          <Stamp tone={result.adopted ? 'ok' : 'plain'}>{result.adopted ? '通过' : '没通过'}</Stamp>
        )}
      </Row>
      {method === 'ranking' ? (
        <Stack gap={0}>
          {[...result.lines]
            .sort((a, b) => a.count - b.count)
            .map(({ id, title, count }) => (
              <Body key={id} strong={count === 1}>{`第 ${count} 名　${title}`}</Body>
            ))}
        </Stack>
      ) : (
        <ResultBars unit={UNITS[method]} rows={rows} note={result.words} />
      )}
      {method === 'ranking' && <Body>{result.words}</Body>}
      {result.hands > 0 && <Small>{`其中 ${result.hands} 人举手，两位计票人数的一样`}</Small>}
      <Button id={`steps-${poll.id}`} kind="quiet" onPress={() => setIsOpen(!isOpen)}>
        {isOpen ? '收起' : '怎么算的'}
      </Button>
      {isOpen && (
        <Stack gap={1}>
          {result.steps.map((step) => (
            <Small key={step}>{step}</Small>
          ))}
          {result.voices.map(({ label, marks }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: neighbours of one building carry the same label
            <Small key={index}>{`${label}：${marks}`}</Small>
          ))}
          {poll.isSecret && <Small>不记名：谁也查不到哪一票是谁投的。</Small>}
        </Stack>
      )}
    </Stack>
  )
}
