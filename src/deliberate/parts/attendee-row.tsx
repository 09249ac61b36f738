import { Body, Button, Card, Row, Small, Tag, View } from '@/ui'

export interface AttendeeRowProps {
  personId: string
  name: string
  /** What else tells him from the others: his house, his room, what he answered. */
  sub: string
  isMember: boolean
  checkedIn: boolean
  /** Left out for who may only look. */
  onCheckIn?: (personId: string) => Promise<unknown>
}

/** One person who may be here: one tap checks him in. */
export const AttendeeRow = ({ personId, name, sub, isMember, checkedIn, onCheckIn }: AttendeeRowProps) => (
  <Card tight>
    <Row between>
      <View>
        <Body strong>{name}</Body>
        <Row wrap>
          {isMember && <Tag tone="deliberate">议事员</Tag>}
          {sub && <Small>{sub}</Small>}
        </Row>
      </View>
      {checkedIn ? (
        <Tag tone="ok">已到 ✓</Tag>
      ) : (
        onCheckIn && (
          <Button
            id={`here-${personId}`}
            kind="plain"
            small
            label={`给${name}签到`}
            onPress={() => onCheckIn(personId)}
          >
            签到
          </Button>
        )
      )}
    </Row>
  </Card>
)
