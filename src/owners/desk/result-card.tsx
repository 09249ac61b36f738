import type { ItemResultView } from '@yishiting/domain/contract/owners'
import { Body, Card, Row, Small, Stack, Stamp, Title } from '@/ui'
import { figureWords, VERDICTS } from '../words'

const TONES = { PASS: 'ok', FAIL: 'late', CANNOT_CERTIFY: 'plain', NOT_HELD: 'plain' } as const

/** One item as it was counted, for those who are about to publish it. The owners' page shows it whole. */
export const ResultCard = ({ item }: { item: ItemResultView }) => (
  <Card>
    <Stack gap={2}>
      <Row between top>
        <Title>{item.title}</Title>
        <Stamp tone={TONES[item.verdict]}>{VERDICTS[item.verdict]}</Stamp>
      </Row>
      <Body>{item.words}</Body>
      <Small>{`参加 ${figureWords(item.participating)}，同意 ${figureWords(item.agree)}`}</Small>
      {item.failed.map((each) => (
        <Small key={each.code}>{each.words}</Small>
      ))}
      {item.openConflicts > 0 && <Small late>{`还有 ${item.openConflicts} 张对不上的票没有认定`}</Small>}
      {item.verdictWithoutRulings !== item.verdict && (
        <Small>{`不算监票人的认定：${VERDICTS[item.verdictWithoutRulings]}`}</Small>
      )}
      {item.strict !== item.verdict && <Small>{`没投的都不算：${VERDICTS[item.strict]}`}</Small>}
    </Stack>
  </Card>
)
