import type { ItemResultView } from '@yishiting/domain/contract/owners'
import { Body, Card, Row, Small, Stack, Stamp, Title } from '@/ui'
import { figureWords, VERDICTS } from '../words'
import { Counts } from './counts'
import { OptionResults } from './option-results'
import { OtherReadings } from './other-readings'
import { TestBars } from './test-bars'
import { drawnTests } from './tests'

const TONES = { PASS: 'ok', FAIL: 'late', CANNOT_CERTIFY: 'plain', NOT_HELD: 'plain' } as const

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
      {(failed.length > 0 || !isOneOfMany) && (
        <Card>
          <Stack>
            {!isOneOfMany && <Counts item={item} />}
            {isOneOfMany && <Small>{`弃权 ${figureWords(item.abstain)}`}</Small>}
            {failed.map((each) => (
              <Small key={each.code}>{`没达到：${each.words}${shortOf(each)}`}</Small>
            ))}
          </Stack>
        </Card>
      )}
    </>
  )
}

const shortOf = ({ shortPeople, shortArea }: ItemResultView['failed'][number]): string =>
  shortPeople !== null ? `，差 ${shortPeople} 人` : shortArea !== null ? `，差 ${shortArea} ㎡` : ''
