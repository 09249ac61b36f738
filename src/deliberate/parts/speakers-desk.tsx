import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { useState } from 'react'
import { useCallSpeaker, useEndSpeech } from '@/api/deliberate'
import { Button, Card, Field, Press, Row, Small, Stack, TextInput } from '@/ui'
import { SpeechLine } from './speakers'
import { SpeechTimer } from './speech-timer'

/** The floor in the moderator's hand: who speaks, one button for the next, a tap on anybody to call him first. */
export function SpeakersDesk({ meeting }: { meeting: MeetingView }) {
  const [call, end] = [useCallSpeaker(), useEndSpeech()]
  const [note, setNote] = useState('')
  const params = { meetingId: meeting.id }
  const { speaking, queue } = meeting
  const finish = async () => {
    if (!speaking) return
    if (await end.send({ params: { ...params, speechId: speaking.id }, body: { note } })) setNote('')
  }
  const next = async (speechId: string | null) => {
    if (speaking && note.trim() !== '') await finish()
    if (await call.send({ params, body: { speechId } })) setNote('')
  }
  return (
    <Card>
      <Stack gap={3}>
        <SpeechTimer meeting={meeting} />
        {speaking && (
          <Field label="记一句要点" hint="写进纪要">
            <TextInput id="speech-note" label="记一句要点" value={note} onChange={setNote} />
          </Field>
        )}
        {queue.length === 0 && <Small>{speaking ? '后面没有人排队' : '没有人在排队发言'}</Small>}
        {queue.map((speech, index) => (
          <Press
            key={speech.id}
            id={`call-${speech.id}`}
            label={`请${speech.label}发言`}
            onPress={() => void next(speech.id)}
          >
            <SpeechLine speech={speech} place={index + 1} />
          </Press>
        ))}
        {(speaking || queue.length > 0) && (
          <Row>
            {speaking && (
              <Button id="speech-end" kind="plain" grow={1} onPress={finish}>
                说完了
              </Button>
            )}
            {queue.length > 0 && (
              <Button id="speech-next" kind="plain" grow={1} onPress={() => next(null)}>
                请下一位
              </Button>
            )}
          </Row>
        )}
      </Stack>
    </Card>
  )
}
