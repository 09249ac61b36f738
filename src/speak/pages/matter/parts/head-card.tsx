import type { MatterView } from '@yishiting/domain/contract/speak'
import { ROUTES } from '@yishiting/domain/sort/routes'
import { TOPICS } from '@yishiting/domain/sort/topics'
import { useNow } from '@/api/people'
import { go, PAGES } from '@/session/go'
import { Card, Cell, FiveMattersBar, Row, Small, Stack, StandingLine, Tag, Title } from '@/ui'
import { dueWords } from '../words'

/** What it is, where it stands, who has it, by when: in that order, without scrolling. */
export function HeadCard({ matter }: { matter: MatterView }) {
  const now = useNow()
  const { standing } = matter
  return (
    <Card>
      <Stack>
        <Title big>{matter.title}</Title>
        <Row wrap>
          {matter.isPrivate && <Tag tone="late">不公开</Tag>}
          {matter.topic && <Tag>{TOPICS[matter.topic]}</Tag>}
          {matter.routes.map((code) => (
            <Tag key={code}>{ROUTES[code].name}</Tag>
          ))}
          <Small>{matter.placeLabel}</Small>
        </Row>
        <FiveMattersBar steps={standing.steps} />
        <StandingLine
          room={standing.room}
          line={standing.line}
          due={dueWords(matter, now)}
          overdueText={standing.overdueText}
        />
        {matter.mergedInto && (
          <Cell
            id="merged-into"
            label="并到了"
            value={matter.mergedInto.title}
            onPress={() => go(PAGES.matter(matter.mergedInto?.id ?? ''))}
          />
        )}
        {matter.parts.map((part) => (
          <Cell
            key={part.id}
            label={part.receipt}
            value={part.title}
            onPress={() => go(PAGES.matter(part.id))}
          />
        ))}
      </Stack>
    </Card>
  )
}
