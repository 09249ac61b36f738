import type { WaitingView } from '@yishiting/domain/contract/people'
import { go, HOME, PAGES } from '@/session/go'
import { Button, Card, Small, Stack, Title } from '@/ui'

/** Which page opens for what waits. */
function pageFor({ kind, matterId, routeId, meetingId, voteId }: WaitingView): string {
  if (kind === 'sort' || (kind === 'review' && !matterId)) return PAGES.queue()
  if (kind === 'rate' && matterId && routeId) return PAGES.rate(matterId, routeId)
  if ((kind === 'task' || kind === 'check') && matterId && routeId) return PAGES.task(matterId, routeId)
  if (meetingId) return PAGES.meeting(meetingId)
  if (voteId) return PAGES.vote(voteId)
  return matterId ? PAGES.matter(matterId) : HOME
}

/** One thing that waits for me: what, by when, and the one thing to do. Only the first is red. */
export function WaitingCard({ item, isFirst }: { item: WaitingView; isFirst: boolean }) {
  const ref = item.routeId ?? item.matterId ?? item.meetingId ?? item.voteId ?? 'queue'
  return (
    <Card>
      <Stack>
        <Stack gap={0}>
          <Title>{item.title}</Title>
          <Small>{item.text}</Small>
          {item.overdueText && <Small late>{item.overdueText}</Small>}
        </Stack>
        <Button
          id={`waiting-${item.kind}-${ref}`}
          kind={isFirst ? 'primary' : 'plain'}
          label={`${item.action}：${item.title}`}
          onPress={() => go(pageFor(item))}
        >
          {item.action}
        </Button>
      </Stack>
    </Card>
  )
}
