import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { Body, Button, Card, Num, Row, Small, Stack, Title, View } from '@/ui'
import { openPoll, phaseOf } from '../item-phase'
import { AgendaItem } from './agenda-item'
import { HandsState } from './hands'
import './moderated-item.scss'

export type Outcome = 'resolve' | 'decline' | 'refer'

// Every item leaves the meeting with an outcome, also one that could not be voted on.
const OTHERWISE = {
  motion: '不表决，也要有个结果：',
  ready: '不表决，也要有个结果：',
  polling: '',
  counted: '请给个结果，写明原因：',
  done: '',
} as const

interface ModeratedItemProps {
  meeting: MeetingView
  item: ItemView
  onMatter(): void
  onEditMotion(): void
  onOutcome(outcome: Outcome): void
}

/** The item before the meeting, as whoever moderates sees it: motion, votes coming in, count, outcome. */
export function ModeratedItem({ meeting, item, onMatter, onEditMotion, onOutcome }: ModeratedItemProps) {
  const phase = phaseOf(item, MEETING_KINDS[meeting.kind].decides)
  const poll = openPoll([item])
  if (poll) {
    return (
      <Card>
        <Stack gap={2}>
          <Title>{item.matterTitle}</Title>
          <Body>{poll.question}</Body>
          <View className="votes-cast">
            <View id="votes-cast" className="votes-cast__figure">
              {poll.cast}
            </View>
            <Small center>
              {'人投了 · 到会 '}
              <Num>{meeting.present}</Num>
              {' 人'}
            </Small>
          </View>
          <HandsState poll={poll} />
          <Small center>结束前谁也看不到怎么投的，您也看不到</Small>
        </Stack>
      </Card>
    )
  }
  return (
    <Stack>
      <AgendaItem item={item} onMatter={onMatter} />
      {phase === 'ready' && (
        <Button id="motion-edit" kind="plain" icon="edit" onPress={onEditMotion}>
          改动议
        </Button>
      )}
      {phase !== 'done' && (
        <Stack gap={2}>
          <Small>{item.adopted ? '通过了，请形成决议；不然：' : OTHERWISE[phase]}</Small>
          <Row>
            {!item.adopted && (
              <Button id="decline" kind="plain" grow={1} onPress={() => onOutcome('decline')}>
                不采纳
              </Button>
            )}
            <Button id="refer" kind="plain" grow={1} onPress={() => onOutcome('refer')}>
              转办
            </Button>
          </Row>
        </Stack>
      )}
    </Stack>
  )
}
