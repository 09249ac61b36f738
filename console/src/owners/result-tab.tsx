import type { FigureView, ItemResultView, VoteResultView } from '@yishiting/domain/contract/owners'
import { Alert, Card, Flex, Table, type TableColumnsType, Typography } from 'antd'

const VERDICTS = {
  PASS: { text: '通过', type: 'success' },
  FAIL: { text: '没有通过', type: 'error' },
  CANNOT_CERTIFY: { text: '还不能认定', type: 'warning' },
  NOT_HELD: { text: '没有人参加，不成立', type: 'warning' },
} as const

interface Line {
  name: string
  figure: FigureView
  share: string | null
  areaShare: string | null
}

const COLUMNS: TableColumnsType<Line> = [
  { title: '', dataIndex: 'name', width: 160 },
  { title: '人数', align: 'right', render: (_, { figure }) => figure.people ?? '—' },
  { title: '占比', align: 'right', render: (_, { share }) => (share === null ? '' : `${share}%`) },
  { title: '面积（㎡）', align: 'right', render: (_, { figure }) => figure.area ?? '—' },
  {
    title: '占比',
    align: 'right',
    render: (_, { areaShare }) => (areaShare === null ? '' : `${areaShare}%`),
  },
]

function linesOf(item: ItemResultView): Line[] {
  const line = (
    name: string,
    key: 'roll' | 'participating' | 'agree' | 'against' | 'abstain' | 'invalid',
  ): Line => ({
    name,
    figure: item[key],
    share: item.percentages[`${key}.people`] ?? null,
    areaShare: item.percentages[`${key}.area`] ?? null,
  })
  return [
    line('全体', 'roll'),
    line('参加表决', 'participating'),
    line('同意', 'agree'),
    line('不同意', 'against'),
    line('弃权', 'abstain'),
    line('废票', 'invalid'),
  ]
}

/** What was counted: figures side by side, what failed and by how much, and the digest anyone can compare. */
export function ResultTab({ result }: { result: VoteResultView }) {
  return (
    <Flex vertical gap={16}>
      {result.items.map((item) => (
        <Card key={item.itemId} title={item.title}>
          <Alert
            type={VERDICTS[item.verdict].type}
            showIcon
            title={VERDICTS[item.verdict].text}
            description={[item.words, ...item.failed.map(({ words }) => words), ...item.notes].join(' ')}
            style={{ marginBottom: 16 }}
          />
          <Table rowKey="name" size="small" columns={COLUMNS} dataSource={linesOf(item)} pagination={false} />
          {item.openConflicts > 0 && (
            <Typography.Paragraph type="warning" style={{ marginTop: 12 }}>
              还有 {item.openConflicts} 张票没有认定
              {item.conflictsToFlip === null
                ? '，无论怎么认定结果都不变。'
                : `，其中 ${item.conflictsToFlip} 张就可能改变结果。`}
            </Typography.Paragraph>
          )}
        </Card>
      ))}
      <Typography.Text type="secondary">
        结果摘要 <Typography.Text code>{result.digest}</Typography.Text>
      </Typography.Text>
    </Flex>
  )
}
