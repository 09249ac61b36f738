import { outcomeInWords } from '@yishiting/domain/owners/in-words'
import type { Outcome, Verdict } from '@yishiting/domain/owners/outcome'
import type { Totals } from '@yishiting/domain/owners/totals'
import { Body, Card, Row, Small, Stack, Stamp, Title } from '@/ui'
import { VERDICTS } from '../words'
import type { Notice } from './figures'
import { percentChecks } from './percents'
import { type Step, stepsOf, written } from './steps'

const TONES = { PASS: 'ok', FAIL: 'late', CANNOT_CERTIFY: 'plain', NOT_HELD: 'plain' } as const
const OTHER: Record<Verdict, string> = { ...VERDICTS, PASS: '就通过了', FAIL: '就没通过' }

const figureOf = (side: Step['side'], figure: number | null): string =>
  figure === null ? '没有写' : written(side, figure)

function StepLine({ step }: { step: Step }) {
  const { words, side, part, need, sum, isMet, short } = step
  const answer =
    isMet === null ? '缺数字' : isMet ? '够 ✓' : short > 0 ? `差 ${written(side, short)}` : '不够 ✗'
  return (
    <Stack gap={0}>
      <Row between top>
        <Body strong>{words}</Body>
        <Small strong tone={isMet === null ? undefined : isMet ? 'ok' : 'late'}>
          {answer}
        </Small>
      </Row>
      <Small>{`有 ${figureOf(side, part)}${need === null ? '' : `，要 ${written(side, need)}`}`}</Small>
      {sum && <Small>{sum}</Small>}
    </Stack>
  )
}

interface AnswerProps {
  notice: Notice
  totals: Totals
  outcome: Outcome
}

/** What the law says to these figures, with every step in whole numbers. */
export function Answer({ notice, totals, outcome }: AnswerProps) {
  const percents = percentChecks(notice, totals, outcome)
  const { otherReading } = outcome
  return (
    <>
      <Card id="calc-answer">
        <Stack gap={2}>
          <Row between top>
            <Title big>算下来</Title>
            <Stamp tone={TONES[outcome.verdict]}>{VERDICTS[outcome.verdict]}</Stamp>
          </Row>
          <Body strong>{outcomeInWords(outcome)}</Body>
          {otherReading && (
            <Small>{`废票${otherReading.invalidParticipates ? '也算' : '不算'}参加的话，${OTHER[otherReading.verdict]}。`}</Small>
          )}
          {outcome.notes.map((note) => (
            <Small key={note} late>
              {note}
            </Small>
          ))}
        </Stack>
      </Card>
      <Card>
        <Stack>
          <Title>一步一步</Title>
          {stepsOf(totals, outcome).map((step) => (
            <StepLine key={step.code} step={step} />
          ))}
        </Stack>
      </Card>
      {percents.length > 0 && (
        <Card id="calc-percents">
          <Stack gap={2}>
            <Title>印的百分数对不对</Title>
            {percents.map(({ key, words, isRight }) => (
              <Body key={key} tone={isRight === null ? undefined : isRight ? 'ok' : 'late'}>
                {`${isRight === null ? '' : isRight ? '✓ ' : '✗ '}${words}`}
              </Body>
            ))}
            <Small>百分数只是看看，算不算通过只看人数和面积本身。</Small>
          </Stack>
        </Card>
      )}
    </>
  )
}
