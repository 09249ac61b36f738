import type { NoticeView } from '@yishiting/domain/contract/people'
import { speakTime } from '@yishiting/domain/matter/instant'
import { useNow, useReadInbox } from '@/api/people'
import { go, PAGES } from '@/session/go'
import { Badge, Card, Row, Small, Stack, Title, useCare } from '@/ui'

/** One message; it leads to its matter, meeting or vote, and counts as read from then on. */
export function NoticeCard({ notice }: { notice: NoticeView }) {
  const now = useNow()
  const read = useReadInbox()
  const { care } = useCare()
  const { matterId, meetingId, voteId } = notice
  const open = () => {
    if (!notice.read) void read.send({ body: { ids: [notice.id] } })
    if (meetingId) go(PAGES.meeting(meetingId))
    else if (voteId) go(PAGES.vote(voteId))
    else if (matterId) go(PAGES.matter(matterId))
  }
  return (
    <Card
      id={`notice-${notice.id}`}
      tight
      label={`${notice.read ? '' : '未读，'}${notice.title}，${notice.text}`}
      onPress={open}
    >
      <Stack gap={1}>
        <Row between gap={3}>
          <Title clamp={care ? 3 : 2}>{notice.title}</Title>
          {!notice.read && <Badge dot label="未读" />}
        </Row>
        {notice.text && <Small clamp={3}>{notice.text}</Small>}
        <Small>{speakTime(Date.parse(notice.at), now)}</Small>
      </Stack>
    </Card>
  )
}
