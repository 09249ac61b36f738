import type { MeetingView, SpeechView } from '@yishiting/domain/contract/deliberate'
import { SPEECH_KINDS, type SpeechKind } from '@yishiting/domain/deliberate/floor'
import { useState } from 'react'
import { useAskToSpeak, useWithdrawSpeech } from '@/api/deliberate'
import { Button, Card, Row, Small, Stack, Tag, Title, toast } from '@/ui'
import { SpeechTimer } from './speech-timer'

/** “第 2 位 · 3 号楼居民 · 说过 1 次” */
export const SpeechLine = ({ speech, place }: { speech: SpeechView; place: number }) => (
  <Row between>
    <Small>{`第 ${place} 位　${speech.label}`}</Small>
    <Row>
      {speech.spokenBefore > 0 && <Small>{`说过 ${speech.spokenBefore} 次`}</Small>}
      {speech.kind !== 'speech' && <Tag tone="plain">{SPEECH_KINDS[speech.kind]}</Tag>}
    </Row>
  </Row>
)

const OTHER_KINDS: { kind: SpeechKind; sub: string }[] = [
  { kind: 'reply', sub: '就刚才的话插一句' },
  { kind: 'order', sub: '会议怎么开，有意见' },
]

/** The floor as somebody in the room sees it: who speaks, where he stands in the queue, and the one button. */
export function Speakers({ meeting, itemId }: { meeting: MeetingView; itemId: string }) {
  const [isMore, setIsMore] = useState(false)
  const ask = useAskToSpeak()
  const withdraw = useWithdrawSpeech()
  const params = { meetingId: meeting.id }
  const { queue, speaking, mySpeechId } = meeting
  const place = queue.findIndex(({ id }) => id === mySpeechId) + 1
  const isMine = speaking !== null && speaking.id === mySpeechId
  const want = async (kind: SpeechKind) => {
    setIsMore(false)
    if (await ask.send({ params, body: { itemId, kind } })) toast('举手了，轮到会叫您', 'ok')
  }
  return (
    <Card>
      <Stack gap={3}>
        <SpeechTimer meeting={meeting} />
        {isMine && <Title>轮到您了，请说</Title>}
        {!speaking && queue.length === 0 && <Small>没有人在发言。想说就举手，没说过的先说。</Small>}
        {queue.slice(0, 3).map((speech, index) => (
          <SpeechLine key={speech.id} speech={speech} place={index + 1} />
        ))}
        {queue.length > 3 && <Small>{`后面还有 ${queue.length - 3} 位`}</Small>}
        {place > 0 && mySpeechId && (
          <Button
            id="speech-withdraw"
            kind="plain"
            onPress={() => withdraw.send({ params: { ...params, speechId: mySpeechId } })}
          >
            {`您排第 ${place} 位 · 不说了`}
          </Button>
        )}
        {place === 0 && !isMine && meeting.can.speak && (
          <>
            <Button id="speech-ask" kind="plain" onPress={() => want('speech')}>
              举手发言
            </Button>
            {isMore ? (
              OTHER_KINDS.map(({ kind, sub }) => (
                <Button key={kind} id={`speech-${kind}`} kind="quiet" onPress={() => want(kind)}>
                  {`${SPEECH_KINDS[kind]}：${sub}`}
                </Button>
              ))
            ) : (
              <Button id="speech-more" kind="quiet" onPress={() => setIsMore(true)}>
                插一句、提程序
              </Button>
            )}
          </>
        )}
      </Stack>
    </Card>
  )
}
