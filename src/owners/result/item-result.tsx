import type { ItemResultView } from '@yishiting/domain/contract/owners'
import { Body, Card, Row, Small, Stack, Stamp, Title } from '@/ui'
import { figureWords, VERDICTS } from '../words'
import { Counts } from './counts'
import { OptionResults } from './option-results'
import { OtherReadings } from './other-readings'
import { TestBars } from './test-bars'
import { drawnTests } from './tests'

const TONES = { PASS: 'ok', FAIL: 'late', CANNOT_CERTIFY: 'plain', NOT_HELD: 'plain' } as const

/** The bars say what is short, and where; a test whose figures are not known has none. */
const hasNoBar = ({ shortPeople, shortArea }: ItemResultView['failed'][number]): boolean =>
  shortPeople === null && shortArea === null

/** What came of one item: the word, one sentence, and the picture that shows why. */
export function ItemResult({ item, at }: { item: ItemResultView; at: number }) {
  const { roll, participating, agree, failed, options } = item
  const isOneOfMany = options.length > 0
  return (
    <>
      <Card id={`result-${item.itemId}`}>
        <Stack gap={2}>
          <Row between top>
            <Title big>{`${at}. ${item.title}`}</Title>
            <Stamp tone={TONES[item.verdict]}>{VERDICTS[item.verdict]}</Stamp>
          </Row>
          <Body strong>{item.words}</Body>
          <OtherReadings item={item} />
        </Stack>
      </Card>
      <Card>
        <TestBars
          question="参加够不够？"
          what="参加"
          tests={drawnTests(item, 'quorum', participating, roll)}
        />
      </Card>
      <Card>
        {isOneOfMany ? (
          <OptionResults item={item} />
        ) : (
          <TestBars
            question="同意够不够？"
            what="同意"
            tests={drawnTests(item, 'majority', agree, participating)}
          />
        )}
      </Card>
      <Card>
        <Stack>
          {isOneOfMany ? <Small>{`弃权 ${figureWords(item.abstain)}`}</Small> : <Counts item={item} />}
          {failed.filter(hasNoBar).map((each) => (
            <Small key={each.code}>{`没达到：${each.words}`}</Small>
          ))}
        </Stack>
      </Card>
    </>
  )
}
