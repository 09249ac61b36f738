import type { ItemView } from '@yishiting/domain/contract/deliberate'
import { CHOICES, POLL_STATES } from '@yishiting/domain/deliberate/meeting'
import { Body, Card, Icon, Press, ResultBars, Row, Small, Stack, Stamp, Tag, Title, View } from '@/ui'
import './agenda-item.scss'

const OUTCOMES = { resolved: '形成决议', declined: '没有采纳', referred: '转办' } as const

/** The count, when the poll is over: the three figures, and whether more than half agreed. */
function Count({ item }: { item: ItemView }) {
  if (item.counts === null) return null
  const { agree, against, abstain } = item.counts
  const all = agree + against + abstain
  return (
    <Stack gap={2}>
      <Row between>
        <Small strong>{`${all} 人投票`}</Small>
        {item.adopted !== null && (
          <Stamp tone={item.adopted ? 'ok' : 'plain'}>{item.adopted ? '通过' : '没通过'}</Stamp>
        )}
      </Row>
      <ResultBars
        unit="人"
        rows={[
          { label: CHOICES.agree, count: agree },
          { label: CHOICES.against, count: against },
          { label: CHOICES.abstain, count: abstain },
        ]}
        note={`过半数同意才算通过：${all} 人投票，要 ${Math.floor(all / 2) + 1} 人同意`}
      />
    </Stack>
  )
}

export interface AgendaItemProps {
  item: ItemView
  onMatter(): void
  /** Fewer words: the motion and the count stand elsewhere on the screen. */
  brief?: boolean
}

/** One item of the agenda: the matter, its motion, and what became of it. */
export function AgendaItem({ item, onMatter, brief }: AgendaItemProps) {
  return (
    <Card>
      <Stack>
        <Press className="agenda-item__matter" label={`看这件事：${item.matterTitle}`} onPress={onMatter}>
          <Row between top>
            <View>
              <Title>{`${item.position + 1}. ${item.matterTitle}`}</Title>
              <Small>{item.matterReceipt}</Small>
            </View>
            <Icon name="right" size="small" />
          </Row>
        </Press>
        {item.motion && !brief && (
          <Stack gap={0}>
            <Small>{item.proposerLabel ? `动议（${item.proposerLabel}提的）` : '动议'}</Small>
            <Body>{item.motion}</Body>
          </Stack>
        )}
        {item.poll === 'open' && (
          <Row>
            <Tag tone="deliberate">{POLL_STATES.open}</Tag>
            <Small>{`已有 ${item.votesCast} 人投了`}</Small>
          </Row>
        )}
        {!brief && <Count item={item} />}
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
