import type { VoteView } from '@yishiting/domain/contract/owners'
import { parseArea } from '@yishiting/domain/owners/area'
import { Progress, Space, Typography } from 'antd'

/** Display only: whether two thirds are reached is said by the server. */
const percent = (part: number | null, whole: number | null): number =>
  part === null || !whole ? 0 : Math.floor((part * 1000) / whole) / 10

/** How many take part, in people and ㎡, against the two thirds of 民法典 278; never how they vote. */
export function Participation({ of }: { of: NonNullable<VoteView['participation']> }) {
  const area = (text: string | null) => (text === null ? null : parseArea(text))
  return (
    <Space direction="vertical" size={12} style={{ width: '100%' }}>
      <div>
        <Typography.Text strong>
          {of.voted.people ?? '—'} 人 / {of.roll.people ?? '—'} 人
        </Typography.Text>
        <Progress percent={percent(of.voted.people, of.roll.people)} status="normal" />
        <Typography.Text type="secondary">
          {of.shortPeople ? `离三分之二还差 ${of.shortPeople} 人` : '人数已到三分之二'}
        </Typography.Text>
      </div>
      <div>
        <Typography.Text strong>
          {of.voted.area ?? '—'} ㎡ / {of.roll.area ?? '—'} ㎡
        </Typography.Text>
        <Progress percent={percent(area(of.voted.area), area(of.roll.area))} status="normal" />
        <Typography.Text type="secondary">
          {of.shortArea && of.shortArea !== '0.00' ? `离三分之二还差 ${of.shortArea} ㎡` : '面积已到三分之二'}
        </Typography.Text>
      </div>
    </Space>
  )
}
