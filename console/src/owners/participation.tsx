import type { VoteView } from '@yishiting/domain/contract/owners'
import { parseArea } from '@yishiting/domain/owners/area'
import { Space } from 'antd'
import { ThresholdBar } from '../frame/threshold-bar'

const TWO_THIRDS = 6_667

/** For the drawing only: whether two thirds are reached is said by the server. */
const shareOf = (part: number | null, whole: number | null): number =>
  part === null || !whole ? 0 : Math.floor((part * 10_000) / whole)

const areaOf = (text: string | null): number | null => (text === null ? null : parseArea(text))
const isShort = (text: string | null): boolean => (areaOf(text) ?? 0) > 0

/** How many take part, in people and ㎡, against the two thirds of 民法典 278; never how they vote. */
export function Participation({ of }: { of: NonNullable<VoteView['participation']> }) {
  const { roll, voted, shortPeople, shortArea } = of
  return (
    <Space orientation="vertical" size={16} style={{ width: '100%' }}>
      <ThresholdBar
        label={`${voted.people ?? '—'} / ${roll.people ?? '—'} 人`}
        share={shareOf(voted.people, roll.people)}
        mark={TWO_THIRDS}
        markWords="三分之二"
        words={shortPeople ? `离三分之二还差 ${shortPeople} 人` : '人数已到三分之二'}
      />
      <ThresholdBar
        label={`${voted.area ?? '—'} / ${roll.area ?? '—'} ㎡`}
        share={shareOf(areaOf(voted.area), areaOf(roll.area))}
        mark={TWO_THIRDS}
        markWords="三分之二"
        words={isShort(shortArea) ? `离三分之二还差 ${shortArea} ㎡` : '面积已到三分之二'}
      />
    </Space>
  )
}
