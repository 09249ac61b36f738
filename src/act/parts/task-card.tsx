import type { TaskView } from '@yishiting/domain/contract/act'
import type { Instant } from '@yishiting/domain/matter/instant'
import type { State } from '@yishiting/domain/matter/states'
import { STATES } from '@yishiting/domain/matter/states'
import { Card, Icon, Row, Small, Stack, StandingLine, Tag, Title, useCare } from '@/ui'
import { dueWords, myPart, whoWords } from '../task-words'
import { Contact } from './contact'

export interface TaskCardProps {
  task: TaskView
  now: Instant
  /** On my own list: what my part is, and whom to call. */
  mine: boolean
  onOpen(): void
}

const stateName = (state: string): string => STATES[state as State].name

/** One thing to do: late or not first, then what, where, who, by when. */
export function TaskCard({ task, now, mine, onOpen }: TaskCardProps) {
  const { care } = useCare()
  const { route } = task
  const late = route.overdueText
  return (
    <Card id={`task-${route.id}`} onPress={onOpen} label={`${late}${task.title}，${stateName(route.state)}`}>
      <Stack gap={2}>
        <Row between>
          {late ? <Small late>{late}</Small> : <Small>{stateName(route.state)}</Small>}
          {mine && <Tag tone="act">{myPart(route)}</Tag>}
        </Row>
        <Title>{task.title}</Title>
        <StandingLine room="act" line={whoWords(route)} due={dueWords(route, now)} />
        <Row>
          <Icon name="place" size="small" />
          <Small>{[task.placeLabel, !care && task.receipt].filter(Boolean).join(' · ')}</Small>
        </Row>
        {mine && (task.reporter.phone || task.reporter.name) && <Contact reporter={task.reporter} />}
      </Stack>
    </Card>
  )
}
