import type { VoteCardView } from '@yishiting/domain/contract/owners'
import { Card, Empty, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { useRead } from '../api/queries'
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
  const votes = useRead('owners.votes', { query: { limit: 50 } })
  return (
    <>
      <PageHead title="业主表决" />
      <Loaded query={votes}>
        {(page) => (
          <Card styles={{ body: { padding: 0 } }}>
            <Table
              rowKey="id"
              columns={COLUMNS}
              dataSource={page.votes}
              pagination={false}
              locale={{ emptyText: <Empty description="还没有表决。由业委会在小程序“业主表决”里发起。" /> }}
            />
          </Card>
        )}
      </Loaded>
    </>
  )
}
