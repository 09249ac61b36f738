import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { INTENTS } from '@yishiting/domain/matter/intents'
import { STATES, type State } from '@yishiting/domain/matter/states'
import { ROUTES, WHISTLE_GROUNDS, type WhistleGround } from '@yishiting/domain/sort/routes'
import { gridPhotos } from '@/api/photo-url'
import { go, PAGES } from '@/parts/go'
import {
  Body,
  Button,
  Card,
  Cell,
  FiveMattersBar,
  Heading,
  OfflineBar,
  PageFrame,
  PhotoGrid,
  Row,
  Small,
  Stack,
  StandingLine,
  Tag,
  Timeline,
  Title,
  useCare,
} from '@/ui'
import { dueWords, type FormAct, mainAct, otherActs, whoWords } from '../task-words'
import { Contact } from './contact'

const MAIN_WORDS: Record<FormAct | 'start', string> = {
  start: '开始办',
  check: '去查验',
  claimDone: '办完了',
  assign: '派人办',
  answer: '答复后办结',
  progress: '报进展',
  extend: '申请延期',
  escalate: '上报一级',
}

interface TaskViewProps {
  matter: MatterView
  route: RouteView
  now: Instant
  onStart(): Promise<unknown>
}

/** Who else is in it: helpers, checker, the ground of a whistle, where it was referred to. */
function Others({ route }: { route: RouteView }) {
  const lines = [
    route.helperLabels.length > 0 && `帮手：${route.helperLabels.join('、')}`,
    route.checkerLabel && `查验人：${route.checkerLabel}`,
    route.ground && `吹哨理由：${WHISTLE_GROUNDS[route.ground as WhistleGround]}`,
    route.whereTo && `去处：${route.whereTo}`,
    route.failures > 0 && `已经返工 ${route.failures} 次`,
  ].filter((line) => typeof line === 'string')
  return (
    <>
      {lines.map((line) => (
        <Small key={line}>{line}</Small>
      ))}
    </>
  )
}

/** A task as whoever does it sees it: what to do, by when, whom to call, and the one thing to do next. */
export function TaskViewPage({ matter, route, now, onStart }: TaskViewProps) {
  const { care } = useCare()
  const main = mainAct(route.can)
  const others = otherActs(route.can)
  const open = (act: FormAct) => go(PAGES.task(matter.id, route.id, act))
  const path = matter.timeline.filter((entry) => entry.room === 'act').slice(0, care ? 2 : 6)
  const isRated = route.state === 'being_rated' || route.rating !== null
  return (
    <PageFrame
      title="要办的事"
      banner={<OfflineBar />}
      actions={
        main && (
          <Row>
            {others.includes('progress') && (
              <Button id="progress" kind="plain" grow={1} onPress={() => open('progress')}>
                报进展
              </Button>
            )}
            <Button id={main} grow={1.4} onPress={main === 'start' ? onStart : () => open(main)}>
              {MAIN_WORDS[main]}
            </Button>
          </Row>
        )
      }
    >
      <Card>
        <Stack>
          <Stack gap={1}>
            <Title big>{matter.title}</Title>
            <Row wrap>
              <Tag tone="act">{ROUTES[route.code].name}</Tag>
              <Small>{[matter.placeLabel, matter.receipt].filter(Boolean).join(' · ')}</Small>
            </Row>
          </Stack>
          <FiveMattersBar steps={matter.standing.steps} />
          <StandingLine
            room={STATES[route.state as State].room}
            line={whoWords(route)}
            due={route.state === 'closed' ? '' : dueWords(route, now)}
            overdueText={route.overdueText}
          />
        </Stack>
      </Card>
      <Card>
        <Stack gap={2}>
          <Small strong>要办什么</Small>
          <Body>{route.task ?? matter.text}</Body>
          <Others route={route} />
        </Stack>
      </Card>
      {(matter.reporter.name || matter.reporter.phone) && (
        <Card tight>
          <Contact reporter={matter.reporter} />
        </Card>
      )}
      {route.task && !care && (
        <Card>
          <Stack gap={2}>
            <Small strong>原话</Small>
            <Body>{matter.text}</Body>
            <PhotoGrid photos={gridPhotos(matter.photos)} />
          </Stack>
        </Card>
      )}
      {isRated && (
        <Cell
          id="see-rating"
          label="大家怎么评"
          value="看评价"
          onPress={() => go(PAGES.rate(matter.id, route.id))}
        />
      )}
      {path.length > 0 && (
        <>
          <Heading>办到哪里了</Heading>
          <Card>
            <Timeline
              items={path.map((entry) => ({
                key: entry.id,
                room: entry.room,
                text: [entry.title, entry.text].filter(Boolean).join('：'),
                sub: `${entry.who} · ${speakTime(Date.parse(entry.at), now)}`,
                photos: gridPhotos(entry.photos),
              }))}
            />
          </Card>
        </>
      )}
      {others
        .filter((act) => act !== 'progress' || !main)
        .map((act) => (
          <Cell key={act} id={act} label={MAIN_WORDS[act] ?? INTENTS[act].name} onPress={() => open(act)} />
        ))}
      <Cell label="看这件事的全程" onPress={() => go(PAGES.matter(matter.id))} />
    </PageFrame>
  )
}
