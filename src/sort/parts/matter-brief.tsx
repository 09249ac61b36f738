import type { MatterView } from '@yishiting/domain/contract/speak'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { ROUTES } from '@yishiting/domain/sort/routes'
import { TOPICS } from '@yishiting/domain/sort/topics'
import { gridPhotos } from '@/api/photo-url'
import {
  Body,
  Card,
  FiveMattersBar,
  Icon,
  Notice,
  PhotoGrid,
  Row,
  Small,
  Stack,
  StandingLine,
  Tag,
  Title,
} from '@/ui'

/** Who said it, as far as the reader may know; empty parts are left out. */
const reporterWords = ({ reporter, onBehalf }: MatterView): string =>
  [reporter.name ?? reporter.label, reporter.room, reporter.phone, onBehalf].filter(Boolean).join(' · ')

/** The matter in full, for whoever has to decide about it. */
export function MatterBrief({ matter, now }: { matter: MatterView; now: Instant }) {
  const { standing } = matter
  return (
    <Card>
      <Stack>
        <Stack gap={1}>
          <Title big>{matter.title}</Title>
          <Row wrap>
            {matter.topic && <Tag>{TOPICS[matter.topic]}</Tag>}
            {matter.routes.map((code) => (
              <Tag key={code} tone="sort">
                {ROUTES[code].name}
              </Tag>
            ))}
            {matter.isPrivate && <Tag>不公开</Tag>}
            <Small>{matter.receipt}</Small>
          </Row>
        </Stack>
        <FiveMattersBar steps={standing.steps} />
        <StandingLine room={standing.room} line={standing.line} overdueText={standing.overdueText} />
        <Body>{matter.text}</Body>
        <PhotoGrid photos={gridPhotos(matter.photos)} />
        <Stack gap={1}>
          <Row>
            <Icon name="place" size="small" />
            <Small>{matter.placeLabel}</Small>
          </Row>
          <Row top>
            <Icon name="people" size="small" />
            <Small>{reporterWords(matter)}</Small>
          </Row>
          <Row>
            <Icon name="clock" size="small" />
            <Small>{`${speakTime(Date.parse(matter.raisedAt), now)} 说的`}</Small>
          </Row>
          <Small>{`${matter.supports} 人也遇到 · ${matter.followers} 人关注 · ${matter.comments} 条留言`}</Small>
        </Stack>
        {matter.mergedInto && (
          <Notice title={`已并到 ${matter.mergedInto.receipt}`}>{matter.mergedInto.title}</Notice>
        )}
      </Stack>
    </Card>
  )
}
