import type { VoteView } from '@yishiting/domain/contract/owners'
import { Card, Col, Descriptions, Row, Tabs, type TabsProps, Typography } from 'antd'
import { useParams } from 'react-router'
import { useRead } from '../api/queries'
import { Loaded, PageHead } from '../frame/page'
import { VoteActs } from './acts'
import { ConflictsTab } from './conflicts-tab'
import { DoorsTab } from './doors-tab'
import { Files } from './files'
import { PapersTab } from './papers-tab'
import { Participation } from './participation'
import { ResultTab } from './result-tab'
import { StateTag } from './state-tag'
import { deskTime } from './times'

const WHILE_OPEN_MS = 10_000

function Overview({ vote }: { vote: VoteView }) {
  return (
    <Row gutter={16}>
      <Col span={15}>
        <Card title="表决什么">
          {vote.items.map((item) => (
            <div key={item.id} style={{ marginBottom: 16 }}>
              <Typography.Text strong>
                {item.position + 1}. {item.title}
              </Typography.Text>
              <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{item.body}</Typography.Paragraph>
              <Typography.Text type="secondary">{item.passesWhen}</Typography.Text>
            </div>
          ))}
        </Card>
        <Card title="怎么算" style={{ marginTop: 16 }}>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {vote.rulesInWords.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
      </Col>
      <Col span={9}>
        {vote.participation && (
          <Card title="参加了多少" style={{ marginBottom: 16 }}>
            <Participation of={vote.participation} />
          </Card>
        )}
        <Card title="日子">
          <Descriptions
            column={1}
            items={[
              {
                key: 'notice',
                label: '公告',
                children: vote.noticedAt ? deskTime(vote.noticedAt) : '还没有公告',
              },
              { key: 'open', label: '开始', children: deskTime(vote.opensAt) },
              { key: 'close', label: '截止', children: deskTime(vote.closesAt) },
              ...(vote.publishedAt
                ? [{ key: 'published', label: '公布', children: deskTime(vote.publishedAt) }]
                : []),
              ...(vote.objectionsUntil
                ? [{ key: 'objections', label: '异议到', children: deskTime(vote.objectionsUntil) }]
                : []),
            ]}
          />
        </Card>
        <Files vote={vote} />
      </Col>
    </Row>
  )
}

function tabsOf(vote: VoteView): TabsProps['items'] {
  const { can, result } = vote
  return [
    { key: 'overview', label: '概况', children: <Overview vote={vote} /> },
    ...(can.seeDoors
      ? [{ key: 'doors', label: '上门单', children: <DoorsTab voteId={vote.id} mayDeliver={can.deliver} /> }]
      : []),
    ...(can.enterPapers ? [{ key: 'papers', label: '纸质票', children: <PapersTab vote={vote} /> }] : []),
    ...(can.rule ? [{ key: 'conflicts', label: '对不上的票', children: <ConflictsTab vote={vote} /> }] : []),
    ...(result ? [{ key: 'result', label: '结果', children: <ResultTab result={result} /> }] : []),
  ]
}

/** One joint decision at the desk. */
export function VotePage() {
  const { voteId = '' } = useParams()
  const vote = useRead('owners.read', { params: { voteId } }, WHILE_OPEN_MS)
  return (
    <Loaded query={vote}>
      {(data) => (
        <>
          <PageHead
            title={
              <>
                {data.title} <StateTag state={data.state} />
              </>
            }
            extra={<VoteActs vote={data} />}
          />
          <Tabs items={tabsOf(data)} />
        </>
      )}
    </Loaded>
  )
}
