import type { PollOption } from '@yishiting/domain/deliberate/polls/poll'
import { Card, Press, Row, Small, Stack, Tag, Title } from '@/ui'

interface RankChoiceProps {
  options: readonly PollOption[]
  /** Option ids, the best first. */
  value: readonly string[]
  onChange(value: string[]): void
}

/** Taps give the places one after another; a tap on a placed one takes it out again. Dragging is not for every hand. */
export const RankChoice = ({ options, value, onChange }: RankChoiceProps) => (
  <Stack>
    {options.map(({ id, title }) => {
      const place = value.indexOf(id) + 1
      const toggle = () => onChange(place > 0 ? value.filter((each) => each !== id) : [...value, id])
      return (
        <Press
          key={id}
          id={`rank-${id}`}
          label={
            place > 0
              ? `${title}，第 ${place} 位，点一下取消`
              : `${title}，点一下排在第 ${value.length + 1} 位`
          }
          onPress={toggle}
        >
          <Card>
            <Row between>
              <Title>{title}</Title>
              {place > 0 ? <Tag tone="deliberate">{`第 ${place} 位`}</Tag> : <Small>还没排</Small>}
            </Row>
          </Card>
        </Press>
      )
    })}
  </Stack>
)
