import type { RollUnitView } from '@yishiting/domain/contract/owners'
import { Button, Card, Row, Small, Stack, Tag, Title } from '@/ui'
import { ownersLine, unitLine } from './words'

/** One unit as the roll has it, with the way to put it right. */
export const UnitCard = ({ unit, onCorrect }: { unit: RollUnitView; onCorrect(): void }) => (
  <Card tight>
    <Row between top>
      <Stack gap={0}>
        <Row>
          <Title>{unit.code}</Title>
          {unit.area === null && <Tag tone="late">没有面积</Tag>}
        </Row>
        <Small>{unitLine(unit)}</Small>
        <Small>{ownersLine(unit)}</Small>
      </Stack>
      <Button
        id={`correct-${unit.unitId}`}
        kind="plain"
        small
        label={`更正 ${unit.code}`}
        onPress={onCorrect}
      >
        更正
      </Button>
    </Row>
  </Card>
)
