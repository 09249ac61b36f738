import type { QueueItem } from '@yishiting/domain/contract/sort'
import { photoUrl } from '@/api/photo-url'
import { Body, Button, Card, FiveMattersBar, Image, Row, Small, Stack, Tag, Title, useCare, View } from '@/ui'
import './queue-card.scss'

export interface QueueCardProps {
  matter: QueueItem
  onOpen(): void
  /** Left out for who may only look. */
  onAcknowledge?: () => Promise<unknown>
}

/** One waiting matter: what it is, how long it has waited, and to take it on with one tap. */
export function QueueCard({ matter, onOpen, onAcknowledge }: QueueCardProps) {
  const { care } = useCare()
  const { standing } = matter
  const isNew = !matter.isReview && !matter.acknowledged
  return (
    <Card onPress={onOpen} label={`${matter.title}，${matter.waitingText}${standing.overdueText}`}>
      <Stack>
        <Row between top>
          <Title>{matter.title}</Title>
          {standing.overdueText ? (
            <Tag tone="late">{standing.overdueText}</Tag>
          ) : (
            matter.isReview && <Tag tone="sort">复核</Tag>
          )}
        </Row>
        <Row top>
          <View className="queue-card__words">
            <Body clamp={2}>{matter.text}</Body>
          </View>
          {matter.thumbUrl && !care && (
            <Image className="queue-card__photo" src={photoUrl(matter.thumbUrl)} mode="aspectFill" lazyLoad />
          )}
        </Row>
        <FiveMattersBar steps={standing.steps} compact />
        <Row between wrap>
          <Small strong late={standing.overdueText !== ''}>
            {matter.waitingText}
          </Small>
          <Small>{`${matter.placeLabel} · ${matter.supports} 人也遇到`}</Small>
        </Row>
        {standing.overdueText && matter.isReview && <Tag tone="sort">复核</Tag>}
        <Row>
          {isNew && onAcknowledge && (
            <Button id={`acknowledge-${matter.id}`} kind="plain" grow={1} onPress={onAcknowledge}>
              接件
            </Button>
          )}
          <Button id={`decide-${matter.id}`} kind={isNew ? 'plain' : 'primary'} grow={1} onPress={onOpen}>
            {matter.isReview ? '去复核' : '去分类'}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
