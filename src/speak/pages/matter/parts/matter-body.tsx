import type { MatterView } from '@yishiting/domain/contract/speak'
import { useState } from 'react'
import { useCompound } from '@/api/people'
import { go } from '@/session/go'
import { Button, call, Heading, OfflineBar, PageFrame, Row, Sheet, Stack, useCare } from '@/ui'
import { isOver } from '../../../card/card-words'
import { useSupportToggle } from '../../../card/use-support'
import { type Act, actsOf } from '../acts'
import { Comments } from './comments'
import { HeadCard } from './head-card'
import { ReporterSheets, type SheetName } from './reporter-sheets'
import { RouteCard } from './route-card'
import { Way } from './way'
import { WordsCard } from './words-card'

interface BarProps {
  main: Act | null
  /** A neighbour who has nothing else to do here can still say that he has met it too. */
  canJoin: boolean
  hasMore: boolean
  matter: MatterView
  onAct(act: Act): void
  onMore(): void
}

const JoinButton = ({ matter }: { matter: MatterView }) => {
  const toggle = useSupportToggle(matter)
  return (
    <Button id="support" grow={2} onPress={toggle}>
      我也遇到
    </Button>
  )
}

const Bar = ({ main, canJoin, hasMore, matter, onAct, onMore }: BarProps) => (
  <Row>
    {hasMore && (
      <Button id="more" kind="plain" grow={1} onPress={onMore}>
        {main || canJoin ? '更多' : '我还能做什么'}
      </Button>
    )}
    {main && (
      <Button id={`act-${main.key}`} grow={2} onPress={() => onAct(main)}>
        {main.label}
      </Button>
    )}
    {canJoin && <JoinButton matter={matter} />}
  </Row>
)

/** The whole page of a matter: head, words, who has it, the way it came, what neighbours say. */
export function MatterBody({ matter }: { matter: MatterView }) {
  const { care } = useCare()
  const phone = useCompound().data?.branchPhone
  const [isMoreOpen, setMoreOpen] = useState(false)
  const [sheet, setSheet] = useState<SheetName | null>(null)
  const { main, more } = actsOf(matter)
  const act = (chosen: Act) => {
    setMoreOpen(false)
    if ('url' in chosen) go(chosen.url)
    else setSheet(chosen.sheet)
  }
  const canJoin = main === null && matter.canSupport && !matter.supported && !isOver(matter)
  const hasBar = main !== null || canJoin || more.length > 0
  return (
    <PageFrame
      title={`事项 ${matter.receipt}`}
      banner={<OfflineBar />}
      actions={
        hasBar ? (
          <Bar
            main={main}
            canJoin={canJoin}
            matter={matter}
            hasMore={more.length > 0}
            onAct={act}
            onMore={() => setMoreOpen(true)}
          />
        ) : undefined
      }
    >
      <HeadCard matter={matter} />
      <WordsCard matter={matter} canJoinHere={!canJoin && matter.canSupport && !isOver(matter)} />
      {matter.routeViews.length > 0 && <Heading>谁在办</Heading>}
      {matter.routeViews.map((route) => (
        <RouteCard key={route.id} route={route} />
      ))}
      <Way entries={matter.timeline} />
      <Comments matter={matter} />
      {care && phone && (
        <Button id="call-branch" kind="plain" icon="phone" onPress={() => call(phone)}>
          打电话给支部
        </Button>
      )}
      <Sheet open={isMoreOpen} title="还能做什么" onClose={() => setMoreOpen(false)}>
        <Stack>
          {more.map((each) => (
            <Button
              key={`${each.key}${'url' in each ? each.url : ''}`}
              id={`act-${each.key}`}
              kind="plain"
              onPress={() => act(each)}
            >
              {each.label}
            </Button>
          ))}
        </Stack>
      </Sheet>
      <ReporterSheets matter={matter} open={sheet} onClose={() => setSheet(null)} />
    </PageFrame>
  )
}
