import type { VoteCardView } from '@yishiting/domain/contract/owners'
import { VOTE_STATES } from '@yishiting/domain/owners/vote'
import { Body, Button, Card, Row, Small, Stack, Tag, Title } from '@/ui'

/** A joint decision on the list: where it stands, what is decided, and whether my ballot is still to come. */
export function VoteCard({ vote, onOpen }: { vote: VoteCardView; onOpen(): void }) {
  const { id, title, state, line, itemTitles, waitsForMe } = vote
  return (
    <Card id={`vote-${id}`} onPress={onOpen} label={`${title}，${line}`}>
      <Stack gap={2}>
        <Stack gap={1}>
          <Row between top>
            <Title>{title}</Title>
            <Tag tone={state === 'open' ? 'deliberate' : 'plain'}>{VOTE_STATES[state]}</Tag>
          </Row>
          <Small strong>{line}</Small>
        </Stack>
        {itemTitles.length > 1 && <Body clamp={2}>{itemTitles.join('；')}</Body>}
        {waitsForMe && (
          <Button id={`vote-go-${id}`} label={`去投票：${title}`} onPress={onOpen}>
            去投票
          </Button>
        )}
      </Stack>
    </Card>
  )
}
