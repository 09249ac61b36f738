import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { Body, Card, Small, Stack, Tag, Title } from '@/ui'

/** What was changed after the notice, beside what it was, and why: nobody comes to the old place. */
export function Changes({ meeting, now }: { meeting: MeetingView; now: Instant }) {
  if (meeting.changes.length === 0) return null
  return (
    <Card>
      <Stack gap={3}>
        <Title>通知以后改过</Title>
        {meeting.changes.map(({ at, field, before, after, reason }) => (
          <Stack key={`${at}-${field}`} gap={1}>
            <Tag tone="late">{field}</Tag>
            <Body strong>{`现在：${after || '（空）'}`}</Body>
            <Small>{`原来：${before || '（空）'}`}</Small>
            <Small>{`${speakTime(Date.parse(at), now)}改，因为：${reason}`}</Small>
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}
