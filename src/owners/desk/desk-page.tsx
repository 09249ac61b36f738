import type { VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { VOTE_STATES } from '@yishiting/domain/owners/vote'
import { openRemoteFile } from '@/api/files'
import { useMyPlace } from '@/api/people'
import { go, PAGES } from '@/parts/go'
import { Card, Cell, Heading, OfflineBar, PageFrame, Row, Small, Stack, Tag, Title } from '@/ui'
import { isOver, windowWords } from '../vote-words'
import { WideGrid } from '../wide-grid'
import { filesOf } from './files'
import { NextAct } from './next-act'
import { Objections } from './objections'
import { Participation } from './participation'
import { ResultCard } from './result-card'

const DOING = ['draft', 'noticed', 'open']

function Head({ vote, now }: { vote: VoteView; now: Instant }) {
  return (
    <Card>
      <Stack gap={1}>
        <Row between top>
          <Title big>{vote.title}</Title>
          <Tag tone={vote.state === 'open' ? 'deliberate' : 'plain'}>{VOTE_STATES[vote.state]}</Tag>
        </Row>
        <Small>{vote.line}</Small>
        {DOING.includes(vote.state) && <Small>{windowWords(vote, now)}</Small>}
        {vote.extension && <Small>{`延过期，原因：${vote.extension.reason}`}</Small>}
        {vote.objectionsUntil && (
          <Small>{`异议期到 ${speakTime(Date.parse(vote.objectionsUntil), now)}`}</Small>
        )}
        {vote.cancelReason && <Small>{`取消的原因：${vote.cancelReason}`}</Small>}
      </Stack>
    </Card>
  )
}

/** The rooms of the work: each only to whom it belongs. */
function Ways({ vote }: { vote: VoteView }) {
  const { can, id } = vote
  const act = (name: string) => go(PAGES.voteDesk(id, name))
  return (
    <WideGrid>
      <Cell id="vote-page" label="业主看到的页面" onPress={() => go(PAGES.vote(id))} />
      {can.seeDoors && (
        <Cell id="doors" label="上门单" value="谁还没投" onPress={() => go(PAGES.doors(id))} />
      )}
      {can.enterPapers && (
        <Cell id="papers" label="录纸质票" value="两个人各录一遍" onPress={() => go(PAGES.papers(id))} />
      )}
      {can.rule && (
        <Cell
          id="conflicts"
          label="对不上的票"
          value={isOver(vote) ? '认定' : '截止后认定'}
          onPress={() => go(PAGES.conflicts(id))}
        />
      )}
      {can.extend && <Cell id="extend" label="延期" value="只能一次" onPress={() => act('extend')} />}
      {can.transfer && (
        <Cell id="transfer" label="登记过户" value="表决期间卖了房" onPress={() => act('transfer')} />
      )}
      {can.cancel && <Cell id="cancel" label="取消表决" danger onPress={() => act('cancel')} />}
    </WideGrid>
  )
}

/** 表决工作台: where the vote stands, the one next step at the thumb, everything else below. */
export function DeskPage({ vote, now }: { vote: VoteView; now: Instant }) {
  const duty = useMyPlace()?.can
  // A helper knocks at doors; the papers are the committee's and the scrutineers'.
  const files = duty?.conveneVote || duty?.enterPapers ? filesOf(vote) : []
  return (
    <PageFrame title="表决工作台" wide banner={<OfflineBar />} actions={<NextAct vote={vote} />}>
      <Head vote={vote} now={now} />
      <Participation participation={vote.participation} />
      {isOver(vote) && vote.result && (
        <>
          <Heading aside={vote.state === 'closed' ? '还没公布，别人看不到' : undefined}>结果</Heading>
          <WideGrid>
            {vote.result.items.map((item) => (
              <ResultCard key={item.itemId} item={item} />
            ))}
          </WideGrid>
        </>
      )}
      <Objections vote={vote} now={now} />
      <Ways vote={vote} />
      {files.length > 0 && (
        <>
          <Heading>文件</Heading>
          <WideGrid>
            {files.map((file) => (
              <Cell
                key={file.id}
                id={`file-${file.id}`}
                icon="paper"
                label={file.label}
                value={file.value}
                onPress={() =>
                  void openRemoteFile(
                    file.operation,
                    { voteId: vote.id, kind: file.id },
                    `${vote.receipt} ${file.label}.${file.as}`,
                  )
                }
              />
            ))}
          </WideGrid>
        </>
      )}
    </PageFrame>
  )
}
