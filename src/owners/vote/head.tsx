import type { VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { VOTE_STATES } from '@yishiting/domain/owners/vote'
import { Body, Card, Row, Small, Stack, Tag, Title } from '@/ui'
import { windowWords } from '../vote-words'

/** What the vote is, where it stands, until when. */
export const Head = ({ vote, now }: { vote: VoteView; now: Instant }) => (
  <Card>
    <Stack gap={2}>
      <Row between top>
        <Title big>{vote.title}</Title>
        <Tag tone={vote.state === 'open' ? 'deliberate' : 'plain'}>{VOTE_STATES[vote.state]}</Tag>
      </Row>
      <Body strong>{vote.line}</Body>
      {(vote.state === 'noticed' || vote.state === 'open') && <Small>{windowWords(vote, now)}</Small>}
      {vote.extension && (
        <Small>{`延过期，原来 ${speakTime(Date.parse(vote.extension.firstClosesAt), now)} 截止。原因：${vote.extension.reason}`}</Small>
      )}
      {vote.cancelReason && <Small>{`取消的原因：${vote.cancelReason}`}</Small>}
      {vote.isExtraordinary && <Small>这是临时会议</Small>}
      <Small>{vote.receipt}</Small>
    </Stack>
  </Card>
)
