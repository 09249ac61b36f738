import type { DoorLineView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { Button, Card, Row, Small, Stack, Title } from '@/ui'
import { type DoorOutcome, OUTCOME_CODES, OUTCOMES, triesLine } from './words'

interface DoorCardProps {
  line: DoorLineView
  now: Instant
  /** Left out for who may only look. */
  onOutcome?: (outcome: DoorOutcome) => Promise<unknown>
}

/** One door: which homes, whose (masked), what came of the last visit, and one tap for this one. */
export const DoorCard = ({ line, now, onOutcome }: DoorCardProps) => (
  <Card id={`door-${line.keyNo}`} tight>
    <Stack gap={2}>
      <Stack gap={0}>
        <Title>{line.unitCodes.join('、')}</Title>
        <Small>{line.maskedNames.join('、') || '没有登记业主'}</Small>
        <Small>{triesLine(line, now)}</Small>
      </Stack>
      {onOutcome && (
        <Row>
          {OUTCOME_CODES.map((outcome) => (
            <Button
              key={outcome}
              id={`door-${outcome}-${line.keyNo}`}
              kind="plain"
              small
              grow={1}
              label={`${line.unitCodes.join('、')}：${OUTCOMES[outcome]}`}
              onPress={() => onOutcome(outcome)}
            >
              {OUTCOMES[outcome]}
            </Button>
          ))}
        </Row>
      )}
    </Stack>
  </Card>
)
