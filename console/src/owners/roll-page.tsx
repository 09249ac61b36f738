import { UploadOutlined } from '@ant-design/icons'
import type { RollUnitView, RollView } from '@yishiting/domain/contract/owners'
import { AREA_SOURCES, UNIT_USES } from '@yishiting/domain/owners/roll'
import {
  Alert,
  Button,
  Card,
  Empty,
  Flex,
  Input,
  Select,
  Statistic,
  Table,
  type TableColumnsType,
  Tag,
} from 'antd'
import { useState } from 'react'
import { useList, useRead } from '../api/queries'
import { More } from '../frame/more'
import { Loaded, PageHead } from '../frame/page'
import { ImportDrawer } from './import-drawer'

const COLUMNS: TableColumnsType<RollUnitView> = [
  { title: '房号', dataIndex: 'code', width: 130 },
  { title: '楼栋', dataIndex: 'building', width: 90 },
  { title: '单元', dataIndex: 'stairwell', width: 80 },
  { title: '用途', width: 90, render: (_, unit) => UNIT_USES[unit.use] },
  {
    title: '面积（㎡）',
    width: 120,
    align: 'right',
    render: (_, unit) => unit.area ?? <Tag color="orange">缺面积</Tag>,
  },
  {
    title: '面积来源',
    width: 130,
    render: (_, unit) => (unit.areaSource ? AREA_SOURCES[unit.areaSource] : ''),
  },
  {
    title: '业主',
    render: (_, unit) =>
      unit.isDevelopers
        ? '开发商'
        : unit.owners.map(({ id, maskedName, isLinked }) => (
            <Tag key={id} color={isLinked ? 'green' : 'default'}>
              {maskedName}
              {isLinked ? ' 已认领' : ''}
            </Tag>
          )),
  },
]

function Figures({ roll }: { roll: RollView }) {
  return (
    <Flex gap={48} wrap>
      <Statistic title="房屋" value={roll.units} />
      <Statistic title="业主（人）" value={roll.people} />
      <Statistic title="面积（㎡）" value={roll.area} />
      <Statistic title="缺面积" value={roll.withoutArea} />
      <Statistic title="版本" value={roll.version ?? '—'} />
    </Flex>
  )
}

function Units({ roll }: { roll: RollView }) {
  const [building, setBuilding] = useState<string | undefined>()
  const [code, setCode] = useState('')
  const units = useList('owners.rollUnits', { query: { building, code: code || undefined } })
  return (
    <Card
      title="房屋"
      extra={
        <Flex gap={8}>
          <Input.Search placeholder="房号" allowClear onSearch={setCode} style={{ width: 180 }} />
          <Select
            allowClear
            placeholder="全部楼栋"
            style={{ width: 200 }}
            value={building}
            onChange={setBuilding}
            options={roll.buildings.map((each) => ({
              value: each.building,
              label: `${each.building}：${each.units} 套，${each.area} ㎡`,
            }))}
          />
        </Flex>
      }
      styles={{ body: { padding: 0 } }}
    >
      <Loaded query={units}>
        {({ pages }) => (
          <>
            <Table
              rowKey="unitId"
              size="middle"
              columns={COLUMNS}
              dataSource={pages.flatMap((page) => page.units)}
              pagination={false}
              scroll={{ y: 560 }}
              locale={{ emptyText: <Empty description="没有这样的房屋" /> }}
            />
            <More of={units} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

/** 业主名册: what the count stands on. */
export function RollPage() {
  const roll = useRead('owners.roll')
  const [isImporting, setImporting] = useState(false)
  return (
    <>
      <PageHead
        title="业主名册"
        extra={
          <Button type="primary" icon={<UploadOutlined />} onClick={() => setImporting(true)}>
            导入名册
          </Button>
        }
      />
      <Loaded query={roll}>
        {(data) => (
          <Flex vertical gap={16}>
            <Card>
              <Figures roll={data} />
            </Card>
            {data.flags.map((flag) => (
              <Alert key={flag} type="warning" showIcon title={flag} />
            ))}
            {data.version === null ? (
              <Card>
                <Empty description="还没有名册。先导入一份，再发起表决。" />
              </Card>
            ) : (
              <Units roll={data} />
            )}
          </Flex>
        )}
      </Loaded>
      <ImportDrawer open={isImporting} onClose={() => setImporting(false)} />
    </>
  )
}
