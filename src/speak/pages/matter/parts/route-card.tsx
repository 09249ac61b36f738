import type { RouteView } from '@yishiting/domain/contract/speak'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { STATES, type State } from '@yishiting/domain/matter/states'
import { ROUTES, WHISTLE_GROUNDS, type WhistleGround } from '@yishiting/domain/sort/routes'
import { useNow } from '@/api/people'
import { go, PAGES } from '@/session/go'
import { Body, Card, Cell, Row, Small, Stack, Tag, Title } from '@/ui'
import { routeDue, whoHas } from '../words'

const groundName = (ground: string): string => WHISTLE_GROUNDS[ground as WhistleGround] ?? ground

function Rating({ rating }: { rating: NonNullable<RouteView['rating']> }) {
  if (rating.n === 0) return <Small>还没有人评</Small>
  const { reporterSolved } = rating
  return (
    <Stack gap={0}>
      <Small>{`联系了 ${rating.contacted} · 解决了 ${rating.solved} · 满意 ${rating.satisfied}`}</Small>
      {reporterSolved !== null && <Small strong>{`报事人说：${reporterSolved ? '解决了' : '没解决'}`}</Small>}
    </Stack>
  )
}

const meetingWords = (at: string | null, now: Instant): string =>
  at ? speakTime(Date.parse(at), now) : '看会议'

/** One of the ways this matter goes: who has it, what is to be done, by when. */
export function RouteCard({ route }: { route: RouteView }) {
  const now = useNow()
  const state = STATES[route.state as State]
  const due = routeDue(route, now)
  const meetingId = route.meetingId
  return (
    <Card>
      <Stack gap={2}>
        <Row between>
          <Title>{ROUTES[route.code].name}</Title>
          <Tag tone={state.room}>{state.name}</Tag>
        </Row>
        {whoHas(route) && <Body>{`${whoHas(route)}${route.isMine ? '（就是您）' : ''}`}</Body>}
        {due && <Small>{due}</Small>}
        {route.overdueText && <Small late>{route.overdueText}</Small>}
        {route.task && <Small>{`要办：${route.task}`}</Small>}
        {route.ground && <Small>{`吹哨理由：${groundName(route.ground)}`}</Small>}
        {route.whereTo && <Small>{`去处：${route.whereTo}`}</Small>}
        {route.checkerLabel && <Small>{`由${route.checkerLabel}查验`}</Small>}
        {route.failures > 0 && <Small late>{`${route.failures} 次没办好`}</Small>}
        {route.rating && <Rating rating={route.rating} />}
        {meetingId && (
          <Cell
            icon="calendar"
            label="会议"
            value={meetingWords(route.meetingAt, now)}
            onPress={() => go(PAGES.meeting(meetingId))}
          />
        )}
      </Stack>
    </Card>
  )
}
