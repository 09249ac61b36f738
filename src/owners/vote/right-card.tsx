import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { CHANNELS } from '@yishiting/domain/owners/ballot'
import { go, PAGES } from '@/parts/go'
import { Button, Card, Small, Stack, Title } from '@/ui'
import { homesOf, weightOf } from './rights'

interface RightCardProps {
  vote: VoteView
  right: RightView
  now: Instant
  /** With several rights each has its own way in: the main button leads to the first. */
  hasWay: boolean
}

const mandateLine = ({ state, proxyLabel }: NonNullable<RightView['mandate']>): string =>
  state === 'offered' ? '委托写好了，等受托人输入六位码' : `委托了 ${proxyLabel} 投；您自己投了，以您的为准`

/** One right of mine: which homes, what it weighs, whether it was used, who votes in my place. */
export function RightCard({ vote, right, now, hasWay }: RightCardProps) {
  const { keyNo, receipt, mandate, mayVote, whyNot, capacity } = right
  const isGoing = vote.state === 'noticed' || vote.state === 'open'
  const mayMandate = isGoing && capacity !== 'proxy' && receipt === null && vote.rules.mandatesPerProxy > 0
  return (
    <Card id={`right-${keyNo}`}>
      <Stack gap={2}>
        <Stack gap={0}>
          <Title>{`您代表 ${homesOf(right)}`}</Title>
          <Small>{weightOf(right)}</Small>
        </Stack>
        {receipt && (
          <Small tone="ok">
            {`投过了 ✓ ${speakTime(Date.parse(receipt.at), now)}，${CHANNELS[receipt.channel]}`}
          </Small>
        )}
        {!receipt && !mayVote && whyNot && <Small>{whyNot}</Small>}
        {capacity !== 'proxy' && mandate && !receipt && <Small>{mandateLine(mandate)}</Small>}
        {hasWay && (mayVote || receipt) && (
          <Button id={`ballot-${keyNo}`} kind="plain" onPress={() => go(PAGES.ballot(vote.id, keyNo))}>
            {receipt ? '看这一票的回执' : '投这一票'}
          </Button>
        )}
        {mayMandate && (
          <Button id={`mandate-${keyNo}`} kind="quiet" onPress={() => go(PAGES.mandate(vote.id, keyNo))}>
            {mandate ? '看委托' : '委托别人投'}
          </Button>
        )}
      </Stack>
    </Card>
  )
}
