import type { DoorLineView } from '@yishiting/domain/contract/owners'
import { Button, Empty, Flex, Select, Space, Table, type TableColumnsType, Typography } from 'antd'
import { useState } from 'react'
import { useList, useWrite } from '../api/queries'
import { More } from '../frame/more'
import { Loaded } from '../frame/page'
import { deskTime } from './times'

const OUTCOMES = { delivered: '送到了', nobody_home: '没人在', refused: '不收' } as const

/** Who has not voted yet, by building: for knocking at doors. Never how anyone voted. */
export function DoorsTab({ voteId, mayDeliver }: { voteId: string; mayDeliver: boolean }) {
  const [building, setBuilding] = useState<string | undefined>()
  const doors = useList('owners.doors', { params: { voteId }, query: { building } })
  const deliver = useWrite('owners.deliver')
  const columns: TableColumnsType<DoorLineView> = [
    { title: '房号', render: (_, line) => line.unitCodes.join('、'), width: 220 },
    { title: '业主', render: (_, line) => line.maskedNames.join('、') },
    { title: '去过', dataIndex: 'tries', width: 80 },
    {
      title: '上次',
      width: 220,
      render: (_, line) =>
        line.lastOutcome && line.lastAt
          ? `${OUTCOMES[line.lastOutcome]} ${deskTime(line.lastAt)}`
          : '还没去过',
    },
    {
      title: '记一次',
      width: 280,
      render: (_, line) =>
        mayDeliver && (
          <Space>
            {(Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).map((outcome) => (
              <Button
                key={outcome}
                size="small"
                disabled={deliver.busy}
                onClick={() =>
                  deliver.send({ params: { voteId }, body: { keyNo: line.keyNo, channel: 'door', outcome } })
                }
              >
                {OUTCOMES[outcome]}
              </Button>
            ))}
          </Space>
        ),
    },
  ]
  return (
    <Loaded query={doors}>
      {({ pages }) => (
        <Flex vertical gap={12}>
          <Flex gap={12} align="center">
            <Select
              allowClear
              placeholder="全部楼栋"
              style={{ width: 240 }}
              value={building}
              onChange={setBuilding}
              options={(pages[0]?.buildings ?? []).map((each) => ({
                value: each.building,
                label: `${each.building} 号楼：还有 ${each.left} / ${each.all}`,
              }))}
            />
            <Typography.Text type="secondary">只看得到投没投，看不到怎么投</Typography.Text>
          </Flex>
          <Table
            rowKey="keyNo"
            size="middle"
            columns={columns}
            dataSource={pages.flatMap(({ lines }) => lines)}
            pagination={false}
            scroll={{ y: 520 }}
            locale={{ emptyText: <Empty description="这里的都投了" /> }}
          />
          <More of={doors} />
        </Flex>
      )}
    </Loaded>
  )
}
