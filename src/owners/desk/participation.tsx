import type { VoteView } from '@yishiting/domain/contract/owners'
import { Card, Small, Stack, ThresholdBar } from '@/ui'
import { areaToDraw, formatArea } from '../words'

const TWO_THIRDS = [{ of: [2, 3] as const }]

/** How many take part, in people and ㎡, and how far it is to two thirds. Never the direction. */
export function Participation({ participation }: Pick<VoteView, 'participation'>) {
  if (participation === null) return null
  const { roll, voted, shortPeople, shortArea } = participation
  const areaShort = shortArea === null ? null : areaToDraw(shortArea)
  return (
    <Card>
      <Stack>
        <ThresholdBar
          label="人数参与"
          count={voted.people ?? 0}
          total={roll.people ?? 0}
          unit="人"
          marks={TWO_THIRDS}
          met={shortPeople === 0}
          words={shortPeople ? `还差 ${shortPeople} 人` : undefined}
        />
        <ThresholdBar
          label="面积参与"
          count={areaToDraw(voted.area)}
          total={areaToDraw(roll.area)}
          unit="㎡"
          marks={TWO_THIRDS}
          met={areaShort === 0}
          words={areaShort ? `还差 ${shortArea} ㎡` : undefined}
          show={formatArea}
        />
        <Small>只看得到参加了多少；截止之前，谁也看不到怎么投。</Small>
      </Stack>
    </Card>
  )
}
