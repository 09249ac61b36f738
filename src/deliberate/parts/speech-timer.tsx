import type { MeetingLive } from '@yishiting/domain/contract/deliberate'
import { SPEECH_KINDS } from '@yishiting/domain/deliberate/floor'
import { Num, Row, Small, Tag, Title, View } from '@/ui'
import { useSeconds } from './use-seconds'
import './speech-timer.scss'

type Floor = Pick<MeetingLive, 'speaking' | 'serverNow'>

/** Seconds left for whoever speaks, by the server's time: phones with wrong clocks show the same. Negative: over time. */
export function useSecondsLeft({ speaking, serverNow }: Floor): number {
  const ticked = useSeconds(speaking !== null)
  if (!speaking?.calledAt) return 0
  const spoken = Math.floor((Date.parse(serverNow) - Date.parse(speaking.calledAt)) / 1000)
  return speaking.seconds - spoken - ticked
}

/** “2:05”, and “超 0:12” when the time is up. */
export function inMinutes(seconds: number): string {
  const all = Math.abs(seconds)
  const clock = `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`
  return seconds < 0 ? `超 ${clock}` : clock
}

/** Who has the floor and how long still. A new picture starts the count anew, from the server's time. */
export function SpeechTimer({ meeting }: { meeting: Floor }) {
  const { speaking } = meeting
  return speaking ? <Running key={meeting.serverNow} meeting={meeting} speaking={speaking} /> : null
}

function Running({ meeting, speaking }: { meeting: Floor; speaking: NonNullable<Floor['speaking']> }) {
  const left = useSecondsLeft(meeting)
  return (
    <View className={left < 0 ? 'speech-timer speech-timer--over' : 'speech-timer'}>
      <Row between>
        <View>
          <Small>正在发言</Small>
          <Title>{speaking.label}</Title>
        </View>
        <Row>
          {speaking.kind !== 'speech' && <Tag tone="plain">{SPEECH_KINDS[speaking.kind]}</Tag>}
          <View id="speech-left" className="speech-timer__left">
            <Num>{inMinutes(left)}</Num>
          </View>
        </Row>
      </Row>
    </View>
  )
}
