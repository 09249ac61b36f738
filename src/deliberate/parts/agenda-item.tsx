import type { ItemView } from '@yishiting/domain/contract/deliberate'
import { POLL_STATES } from '@yishiting/domain/deliberate/meeting'
import { Body, Card, Icon, Press, Row, Small, Stack, Tag, Title, View } from '@/ui'
import { openPoll } from '../item-phase'
import { PollResult } from './poll-result'
import './agenda-item.scss'

const OUTCOMES = { resolved: '形成决议', declined: '没有采纳', referred: '转办', heard: '评过了' } as const

export interface AgendaItemProps {
  item: ItemView
  onMatter(): void
  /** Fewer words: the motion and the count stand elsewhere on the screen. */
  brief?: boolean
}

/** One item of the agenda: the matter, its motion, and what became of it. */
export function AgendaItem({ item, onMatter, brief }: AgendaItemProps) {
  const open = openPoll([item])
  return (
    <Card>
      <Stack>
        {item.matterId ? (
          <Press className="agenda-item__matter" label={`看这件事：${item.matterTitle}`} onPress={onMatter}>
            <Row between top>
              <View>
                <Title>{`${item.position + 1}. ${item.matterTitle}`}</Title>
                <Small>{item.matterReceipt}</Small>
              </View>
              <Icon name="right" size="small" />
            </Row>
          </Press>
        ) : (
          <Title>{`${item.position + 1}. ${item.matterTitle}`}</Title>
        )}
        {item.scores && <Body>{item.scores}</Body>}
        {item.motion && !brief && (
          <Stack gap={0}>
            <Small>{item.proposerLabel ? `动议（${item.proposerLabel}提的）` : '动议'}</Small>
            <Body>{item.motion}</Body>
          </Stack>
        )}
        {open && (
          <Row>
            <Tag tone="deliberate">{POLL_STATES.open}</Tag>
            <Small>{`已有 ${open.cast} 人投了`}</Small>
          </Row>
        )}
        {!brief && item.polls.map((poll) => <PollResult key={poll.id} poll={poll} />)}
        {item.outcome && (
          <Stack gap={2}>
            <Row>
              <Tag tone={item.outcome === 'resolved' ? 'ok' : 'plain'}>{OUTCOMES[item.outcome]}</Tag>
            </Row>
            <Body>{item.outcomeText}</Body>
            {item.minorityViews && (
              <Stack gap={0}>
                <Small strong>少数意见</Small>
                <Body>{item.minorityViews}</Body>
              </Stack>
            )}
          </Stack>
        )}
      </Stack>
    </Card>
  )
}
