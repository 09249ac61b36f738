import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { Body, Card, Icon, Num, Row, Small, Stack, Tag, Title } from '@/ui'
import { meetingPlace, meetingTime, StateTag } from './meeting-card'

/** What, when, where: before everything else on a meeting's page. */
export function MeetingHead({ meeting, now }: { meeting: MeetingView; now: Instant }) {
  const place = meetingPlace(meeting)
  return (
    <Card>
      <Stack>
        <Stack gap={1}>
          <Row>
            <Tag tone="deliberate">{MEETING_KINDS[meeting.kind].name}</Tag>
            <StateTag state={meeting.state} />
          </Row>
          <Title big>{meeting.title}</Title>
        </Stack>
        <Row>
          <Icon name="clock" />
          <Body strong>{meetingTime(meeting.startsAt, now)}</Body>
        </Row>
        {place && (
          <Row top>
            <Icon name="place" />
            <Body>{place}</Body>
          </Row>
        )}
        {meeting.notice && <Body>{meeting.notice}</Body>}
        <Small>
          {`${speakTime(Date.parse(meeting.noticedAt), now)} 通知 · `}
          <Num>{meeting.going}</Num>
          {' 人说要来'}
        </Small>
        {meeting.forecast && <Small>{`议事员：${meeting.forecast}`}</Small>}
        {meeting.mapNote && <Small>{`怎么走：${meeting.mapNote}`}</Small>}
      </Stack>
    </Card>
  )
}
