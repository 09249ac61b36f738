import { Row, Small, Stack, ThresholdBar, Title } from '@/ui'
import { allMet, type DrawnTest, UNITS, writtenAs } from './tests'

interface TestBarsProps {
  /** “参加够不够？” */
  question: string
  /** “参加”, “同意”: before each figure. */
  what: string
  tests: readonly DrawnTest[]
}

/** One question of the law as a picture: people and ㎡, each against its mark, and the answer in a word. */
export function TestBars({ question, what, tests }: TestBarsProps) {
  const isEnough = allMet(tests)
  return (
    <Stack gap={2}>
      <Row>
        <Title>{question}</Title>
        {isEnough !== undefined && (
          <Title tone={isEnough ? 'ok' : 'late'}>{isEnough ? '够 ✓' : '不够 ✗'}</Title>
        )}
      </Row>
      {tests.map(({ side, part, whole, need, mark, isMet, short }) => (
        <ThresholdBar
          key={side}
          label={what}
          count={part}
          total={whole}
          unit={UNITS[side]}
          need={need}
          marks={[{ of: mark }]}
          met={isMet}
          // Where all are enough the heading has said so.
          words={isEnough ? '' : short}
          show={writtenAs(side)}
        />
      ))}
      {tests.length === 0 && <Small>数字不全，画不出来。</Small>}
    </Stack>
  )
}
