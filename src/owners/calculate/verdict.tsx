import { decide } from '@yishiting/domain/owners/decide'
import { missingWords, outcomeInWords } from '@yishiting/domain/owners/in-words'
import { type ProofLine, proofOf } from '@yishiting/domain/owners/proof'
import type { Totals } from '@yishiting/domain/owners/totals'
import { Card, Heading, Row, Small, Stack, Stamp, Title } from '@/ui'
import { TestBars } from '../result/test-bars'
import type { DrawnTest, Which } from '../result/tests'
import { VERDICTS } from '../words'
import { checkShares, type NoticeForm } from './notice'
import { answerOf, SIDE_NAMES, shareWords, sidesOf } from './words'

const TONES = { PASS: 'ok', FAIL: 'late', CANNOT_CERTIFY: 'plain', NOT_HELD: 'plain' } as const

const drawn = ({ side, part, whole, need, test, holds }: ProofLine): DrawnTest[] =>
  part === null || whole === null || need === null
    ? []
    : [{ side, part, whole, need, mark: [test.of, test.times], isMet: holds ?? undefined }]

const QUESTIONS: { which: Which; question: string; what: string }[] = [
  { which: 'quorum', question: '参加够不够？', what: '参加' },
  { which: 'majority', question: '同意够不够？', what: '同意' },
]

function TestCard({ lines, question, what }: { lines: ProofLine[]; question: string; what: string }) {
  return (
    <Card>
      <Stack>
        <TestBars question={question} what={what} tests={lines.flatMap(drawn)} />
        <Small>{`${lines[0]?.words}：`}</Small>
        {lines.map((line) => (
          <Stack key={line.code} gap={0}>
            <Small strong>{`${SIDE_NAMES[line.side]}：${answerOf(line)}`}</Small>
            {sidesOf(line).map((words) => (
              <Small key={words}>{words}</Small>
            ))}
          </Stack>
        ))}
      </Stack>
    </Card>
  )
}

/** What the engine says of a notice: the word, why, each test with both its sides, and its percentages one by one. */
export function Verdict({ form, totals }: { form: NoticeForm; totals: Totals }) {
  const outcome = decide(totals)
  const proof = proofOf(totals)
  const shares = checkShares(form, totals)
  return (
    <>
      <Card id="calc-verdict">
        <Stack gap={2}>
          <Row between top>
            <Small>照公告上的数</Small>
            <Stamp tone={TONES[outcome.verdict]}>{VERDICTS[outcome.verdict]}</Stamp>
          </Row>
          <Title big>{outcomeInWords(outcome)}</Title>
          {outcome.missing.length > 0 && (
            <Small>{`要再知道：${outcome.missing.map(missingWords).join('、')}`}</Small>
          )}
          {outcome.strict !== outcome.verdict && (
            <Small>{`没投的都不算的话：${VERDICTS[outcome.strict]}`}</Small>
          )}
          {outcome.otherReading && (
            <Small>
              {`废票${outcome.otherReading.invalidParticipates ? '也算参加' : '不算参加'}的话：${VERDICTS[outcome.otherReading.verdict]}`}
            </Small>
          )}
          {outcome.notes.map((note) => (
            <Small key={note}>{note}</Small>
          ))}
        </Stack>
      </Card>
      {QUESTIONS.map(({ which, question, what }) => {
        const lines = proof.filter((line) => line.which === which)
        return lines.length > 0 && <TestCard key={which} lines={lines} question={question} what={what} />
      })}
      {shares.length > 0 && (
        <>
          <Heading>公告的百分比对不对</Heading>
          <Card>
            <Stack gap={2}>
              {shares.map((share) => (
                <Small key={`${share.share}-${share.side}`} late={share.verdict !== 'right'}>
                  {shareWords(share)}
                </Small>
              ))}
            </Stack>
          </Card>
        </>
      )}
      <Small center>
        依据：民法典第 278、279 条。比的是参加表决的人，不是全体业主；百分比只用来看，不用来比。
      </Small>
    </>
  )
}
