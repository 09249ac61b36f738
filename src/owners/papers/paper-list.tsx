import type { PaperLineView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { CHANNELS } from '@yishiting/domain/owners/ballot'
import { usePapers } from '@/api/owners-desk'
import { Answer } from '@/parts/loaded'
import { More } from '@/parts/more'
import { Button, Card, Heading, Row, Small, Stack, Title } from '@/ui'
import { WideGrid } from '../wide-grid'

interface PaperListProps {
  voteId: string
  now: Instant
  onSecond(paper: PaperLineView): void
}

/** Papers that wait for their second reading: which home, how it came, when. Never what it says. */
export function PaperList({ voteId, now, onSecond }: PaperListProps) {
  const papers = usePapers(voteId, 'waits_for_second')
  return (
    <Answer skeleton="list" query={papers}>
      {({ pages }) => {
        const waiting = pages.flatMap((page) => page.papers)
        return (
          <>
            <Heading aside={`${pages[0]?.waiting ?? waiting.length} 张`}>等第二遍的</Heading>
            {waiting.length === 0 && <Small>没有在等的。</Small>}
            <WideGrid>
              {waiting.map((paper) => (
                <Card key={paper.ballotId} tight>
                  <Row between>
                    <Stack gap={0}>
                      <Title>{paper.unitCodes.join('、')}</Title>
                      <Small>{`${CHANNELS[paper.channel]} · ${speakTime(Date.parse(paper.at), now)}`}</Small>
                      {paper.isMine && <Small>第一遍是您录的，等另一位监票人</Small>}
                    </Stack>
                    {!paper.isMine && (
                      <Button
                        id={`second-${paper.ballotId}`}
                        kind="plain"
                        small
                        label={`${paper.unitCodes.join('、')} 录第二遍`}
                        onPress={() => onSecond(paper)}
                      >
                        录第二遍
                      </Button>
                    )}
                  </Row>
                </Card>
              ))}
            </WideGrid>
            <More query={papers} />
          </>
        )
      }}
    </Answer>
  )
}
