import type { ConflictLineView, VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { CAPACITIES, CHANNELS } from '@yishiting/domain/owners/ballot'
import { gridPhotos } from '@/api/photo-url'
import { Body, Button, Card, PhotoGrid, Row, Small, Stack, Tag, Title } from '@/ui'
import { areaWords, markWords } from '../words'

type Options = VoteView['items'][number]['options']

/** What each ballot of the conflict says, with how it came and its photos. Seen only after close. */
export function BallotsInConflict({
  conflict,
  options,
  now,
}: {
  conflict: ConflictLineView
  options: Options
  now: Instant
}) {
  return (
    <>
      {conflict.ballots.map((ballot, at) => (
        <Card key={ballot.ballotId} tight>
          <Stack gap={1}>
            <Small>
              {[
                `第 ${at + 1} 张`,
                CHANNELS[ballot.channel],
                CAPACITIES[ballot.capacity],
                speakTime(Date.parse(ballot.at), now),
              ].join(' · ')}
            </Small>
            <Body strong>{markWords(ballot.mark, options)}</Body>
            {ballot.secondMark !== null && (
              <Body>{`第二遍录的：${markWords(ballot.secondMark, options)}`}</Body>
            )}
            {ballot.photos.length > 0 && <PhotoGrid photos={gridPhotos(ballot.photos)} />}
          </Stack>
        </Card>
      ))}
    </>
  )
}

interface ConflictCardProps {
  conflict: ConflictLineView
  options: Options
  onRule?: () => void
}

/** One opinion that cannot be told from its ballots: whose, why, and what was decided. */
export const ConflictCard = ({ conflict, options, onRule }: ConflictCardProps) => (
  <Card tight>
    <Stack gap={2}>
      <Row between top>
        <Stack gap={0}>
          <Title>{conflict.unitCodes.join('、')}</Title>
          <Small>{`${conflict.itemTitle} · 1 人、${areaWords(conflict.area)}`}</Small>
        </Stack>
        <Tag tone={conflict.ruling ? 'ok' : 'late'}>{conflict.ruling ? '认定了' : '等认定'}</Tag>
      </Row>
      <Body>{conflict.why}</Body>
      {conflict.ruling && (
        <Small>{`认定：${markWords(conflict.ruling.mark, options)}。理由：${conflict.ruling.reason}`}</Small>
      )}
      {onRule && (
        <Button
          id={`rule-${conflict.keyNo}-${conflict.itemId}`}
          kind="plain"
          label={`认定 ${conflict.unitCodes.join('、')}`}
          onPress={onRule}
        >
          看票、认定
        </Button>
      )}
    </Stack>
  </Card>
)
