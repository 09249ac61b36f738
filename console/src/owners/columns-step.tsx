import type { ImportView } from '@yishiting/domain/contract/owners'
import { ROLL_COLUMNS, type RollColumn } from '@yishiting/domain/owners/roll-columns'
import { Button, Flex, Select, Table, Typography } from 'antd'

const ALL = Object.keys(ROLL_COLUMNS) as RollColumn[]

interface Props {
  read: ImportView
  mapping: ImportView['mapping']
  onChange(mapping: ImportView['mapping']): void
  onNext(): void
  busy: boolean
}

/** Which column of the file is which; guessed from the headings, corrected by hand. */
export function ColumnsStep({ read, mapping, onChange, onNext, busy }: Props) {
  const columns = read.header.map((title, index) => ({
    title: title || `第 ${index + 1} 列`,
    key: index,
    ellipsis: true,
    render: (_: unknown, row: string[]) => row[index] ?? '',
  }))
  const options = read.header.map((title, value) => ({ value, label: title || `第 ${value + 1} 列` }))
  return (
    <Flex vertical gap={16}>
      <Typography.Text>
        {read.fileName}，{read.lines} 行。前几行是这样（姓名、号码遮住了）：
      </Typography.Text>
      <Table
        rowKey={(row) => row.join('|')}
        size="small"
        columns={columns}
        dataSource={read.sample}
        pagination={false}
        scroll={{ x: true }}
      />
      <Flex gap={12} wrap>
        {ALL.map((column) => (
          <Flex key={column} vertical gap={4} style={{ width: 190 }}>
            <Typography.Text>{ROLL_COLUMNS[column]}</Typography.Text>
            <Select
              id={`column-${column}`}
              allowClear
              placeholder="没有这一列"
              options={options}
              value={mapping[column]}
              onChange={(value: number | undefined) => onChange({ ...mapping, [column]: value })}
            />
          </Flex>
        ))}
      </Flex>
      <Button type="primary" onClick={onNext} loading={busy} style={{ alignSelf: 'flex-start' }}>
        检查每一行
      </Button>
    </Flex>
  )
}
