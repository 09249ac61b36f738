import type { VoteCardView } from '@yishiting/domain/contract/owners'
import { Card, Empty, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { useList } from '../api/queries'
import { More } from '../frame/more'
import { Loaded, PageHead } from '../frame/page'
import { StateTag } from './state-tag'
import { deskTime } from './times'

const COLUMNS: TableColumnsType<VoteCardView> = [
  { title: '编号', dataIndex: 'receipt', width: 150 },
  {
    title: '表决',
    render: (_, vote) => <Link to={`/votes/${vote.id}`}>{vote.title}</Link>,
  },
  { title: '事项', render: (_, vote) => vote.itemTitles.join('；') },
  { title: '状态', width: 140, render: (_, vote) => <StateTag state={vote.state} /> },
  { title: '开始', width: 170, render: (_, vote) => deskTime(vote.opensAt) },
  { title: '截止', width: 170, render: (_, vote) => deskTime(vote.closesAt) },
]

/** Every joint decision of the compound. */
export function VotesPage() {
  const votes = useList('owners.votes')
  return (
    <>
      <PageHead title="业主表决" />
      <Loaded query={votes}>
        {({ pages }) => (
          <Card styles={{ body: { padding: 0 } }}>
            <Table
              rowKey="id"
              columns={COLUMNS}
              dataSource={pages.flatMap(({ votes }) => votes)}
              pagination={false}
              locale={{ emptyText: <Empty description="还没有表决。由业委会在小程序“业主表决”里发起。" /> }}
            />
            <More of={votes} />
          </Card>
        )}
      </Loaded>
    </>
  )
}
