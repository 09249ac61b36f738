import type { MeetingCard } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { speakTime } from '@yishiting/domain/matter/instant'
import { useNow } from '@/api/people'
import { go, PAGES } from '@/session/go'
import { Card, Row, Small, Stack, Tag, Title } from '@/ui'

/** A meeting to come, on the first screen. */
export function ComingMeeting({ meeting }: { meeting: MeetingCard }) {
  const now = useNow()
  const title = meeting.title || MEETING_KINDS[meeting.kind].name
  const when = `${speakTime(Date.parse(meeting.startsAt), now)}${meeting.place ? `，${meeting.place}` : ''}`
  const items = meeting.itemTitles.length
  return (
    <Card
      id={`meeting-${meeting.id}`}
      label={`${title}，${when}`}
      onPress={() => go(PAGES.meeting(meeting.id))}
    >
      <Stack gap={1}>
        <Row between gap={3}>
          <Title>{title}</Title>
          {meeting.state === 'open' && <Tag tone="deliberate">正在开</Tag>}
          {meeting.state !== 'open' && meeting.myRsvp === 'yes' && <Tag tone="ok">我要去</Tag>}
        </Row>
        <Small strong>{when}</Small>
        {items > 0 && <Small clamp={2}>{`商量 ${items} 件：${meeting.itemTitles.join('；')}`}</Small>}
      </Stack>
    </Card>
  )
}
