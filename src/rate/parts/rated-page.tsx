import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { go, PAGES } from '@/parts/go'
import {
  Body,
  Button,
  Card,
  confirm,
  FiveMattersBar,
  Notice,
  OfflineBar,
  PageFrame,
  Small,
  Stack,
  StandingLine,
  Title,
} from '@/ui'
import { isWaiting, verdictNow, verdictRule } from '../verdict-words'
import { Rates } from './rates'

interface RatedPageProps {
  matter: MatterView
  route: RouteView
  now: Instant
  onSettle(): Promise<unknown>
}

/** What the answers say so far; whoever adds them up sees what that will lead to before he does. */
export function RatedPage({ matter, route, now, onSettle }: RatedPageProps) {
  const mayDecide = route.can.includes('settle')
  const verdict = verdictNow(route, now)
  const settle = async () => {
    const sure = await confirm({ title: '评完了？', text: verdict, ok: '评完' })
    if (sure) await onSettle()
  }
  const closes =
    route.ratingClosesAt && route.state === 'being_rated'
      ? `评到 ${speakTime(Date.parse(route.ratingClosesAt), now)}`
      : ''
  return (
    <PageFrame
      title="评一评"
      banner={<OfflineBar />}
      actions={
        mayDecide ? (
          <Button id="settle" kind={isWaiting(route, now) ? 'plain' : 'primary'} onPress={settle}>
            评完
          </Button>
        ) : (
          <Button id="see-matter" kind="plain" onPress={() => go(PAGES.matter(matter.id))}>
            看这件事的全程
          </Button>
        )
      }
    >
      {route.rating?.rated && <Notice title="谢谢您说实话">您评过了。办事的人看不到是谁评的。</Notice>}
      <Card>
        <Stack>
          <Title big>{matter.title}</Title>
          <FiveMattersBar steps={matter.standing.steps} />
          <StandingLine room={matter.standing.room} line={matter.standing.line} due={closes} />
        </Stack>
      </Card>
      <Rates route={route} />
      {mayDecide && (
        <Notice title="评完会怎样">
          <Body>{verdict}</Body>
          <Small>{verdictRule()}</Small>
        </Notice>
      )}
      {!mayDecide && <Small>{verdictRule()}</Small>}
    </PageFrame>
  )
}
