import Taro from '@tarojs/taro'
import type { PaperLineView, VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { go, PAGES } from '@/parts/go'
import { Body, Button, Card, Cell, OfflineBar, PageFrame, Row, Small, Stack, Title } from '@/ui'
import type { ByHand } from '../vote-words'
import type { Paper } from './paper'
import { SAVED } from './paper'
import { PaperForm, type Saved } from './paper-form'
import { PaperList } from './paper-list'

type Doing =
  | { is: 'list'; saved: { answer: Saved; unitCode: string } | null }
  | { is: 'reading'; start: Pick<Paper, 'unitCode' | 'channel'> | null }

const byHand = ({ channel }: PaperLineView): ByHand | null => (channel === 'online' ? null : channel)

function SavedCard({ answer, unitCode }: { answer: Saved; unitCode: string }) {
  const { title, text } = SAVED[answer.state]
  return (
    <Card id="paper-saved">
      <Stack gap={1}>
        <Title>{`${unitCode}：${title}`}</Title>
        <Body>{text}</Body>
        <Row between>
          <Small>{`第 ${answer.entry} 遍`}</Small>
          <Small>{`回执码 ${answer.receipt.code}`}</Small>
        </Row>
      </Stack>
    </Card>
  )
}

/** 录纸质票: read one paper after another; what waits for somebody else's eyes below. */
export function PapersPage({ vote, now }: { vote: VoteView; now: Instant }) {
  const [doing, setDoing] = useState<Doing>({ is: 'list', saved: null })
  const turn = (next: Doing) => {
    setDoing(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const frame = { title: '录纸质票', banner: <OfflineBar /> }
  if (doing.is === 'reading') {
    return (
      <PageFrame {...frame}>
        <Row between>
          <Small>{vote.title}</Small>
          <Button id="paper-leave" kind="quiet" small onPress={() => turn({ is: 'list', saved: null })}>
            不录了
          </Button>
        </Row>
        <PaperForm
          vote={vote}
          start={doing.start}
          onSaved={(answer, unitCode) => turn({ is: 'list', saved: { answer, unitCode } })}
        />
      </PageFrame>
    )
  }
  return (
    <PageFrame
      {...frame}
      wide
      actions={
        vote.can.enterPapers && (
          <Button id="paper-new" onPress={() => turn({ is: 'reading', start: null })}>
            {doing.saved ? '录下一张' : '录一张'}
          </Button>
        )
      }
    >
      {doing.saved ? (
        <SavedCard {...doing.saved} />
      ) : (
        <Card tight>
          <Stack gap={0}>
            <Title>{vote.title}</Title>
            <Small>{vote.line}</Small>
            <Small>每张纸票由两位监票人各录一遍，两遍一样才算数。</Small>
          </Stack>
        </Card>
      )}
      {!vote.can.enterPapers && <Small>现在不能录票。</Small>}
      <PaperList
        voteId={vote.id}
        now={now}
        onSecond={(paper) =>
          turn({
            is: 'reading',
            start: { unitCode: paper.unitCodes[0] ?? '', channel: byHand(paper) },
          })
        }
      />
      {vote.can.rule && (
        <Cell
          id="conflicts"
          label="对不上的票"
          value="截止后认定"
          onPress={() => go(PAGES.conflicts(vote.id))}
        />
      )}
    </PageFrame>
  )
}
