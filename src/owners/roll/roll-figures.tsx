import type { RollView } from '@yishiting/domain/contract/owners'
import { Card, Notice, Row, Small, Stack, Title } from '@/ui'
import { areaWords } from '../words'
import { registryLine } from './words'

const Figure = ({ figure, words }: { figure: string; words: string }) => (
  <Stack gap={0}>
    <Title big>{figure}</Title>
    <Small>{words}</Small>
  </Stack>
)

/** The whole roll in three figures, and what the registry or the rules find strange in it. */
export function RollFigures({ roll }: { roll: RollView }) {
  const difference = registryLine(roll)
  return (
    <>
      <Card>
        <Stack>
          <Row between wrap gap={4}>
            <Figure figure={String(roll.units)} words="户" />
            <Figure figure={String(roll.people)} words="人" />
            <Figure figure={areaWords(roll.area)} words="面积合计" />
          </Row>
          <Small>几个人共有一户算 1 人，一个人有几户也算 1 人，开发商全部算 1 人。</Small>
          {roll.registry.units !== null && <Small>{`登记机构的总数：${roll.registry.units} 户`}</Small>}
          {roll.registry.area !== null && (
            <Small>{`登记机构的总面积：${areaWords(roll.registry.area)}`}</Small>
          )}
        </Stack>
      </Card>
      {difference && (
        <Notice tone="warn" title="和登记的总数对不上">
          {difference}
        </Notice>
      )}
      {roll.flags.map((flag) => (
        <Notice key={flag}>{flag}</Notice>
      ))}
    </>
  )
}
