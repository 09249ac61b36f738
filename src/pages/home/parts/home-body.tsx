import type { MyPlace, useHome } from '@/api/people'
import { useCompound } from '@/api/people'
import { asProblem } from '@/api/problem'
import { go, MATTERS, MEETINGS, PAGES } from '@/session/go'
import { MatterCard } from '@/speak/card/matter-card'
import { Button, Cell, call, EmptyState, ErrorState, Heading, Skeleton, useCare } from '@/ui'
import { ComingMeeting } from './coming-meeting'
import { SayCard } from './say-card'
import { UnsentCard } from './unsent-card'
import { WaitingCard } from './waiting-card'

/** In care mode one sees fewer neighbours' matters at once; all of them are a tap away. */
const NEARBY_IN_CARE = 2

const CallBranch = () => {
  const phone = useCompound().data?.branchPhone
  if (!phone) return null
  return (
    <Button id="call-branch" kind="plain" icon="phone" onPress={() => call(phone)}>
      打电话给支部
    </Button>
  )
}

/** In the mini-program WeChat draws the bar, where no bell fits: a line says it instead. */
const UnreadLine = ({ unread }: { unread: number }) =>
  process.env.TARO_ENV === 'weapp' && unread > 0 ? (
    <Cell id="inbox" icon="bell" label="消息" value={`${unread} 条未读`} onPress={() => go(PAGES.inbox())} />
  ) : null

/** What waits for me, what is coming, what goes on around me. */
export function HomeBody({ home, place }: { home: ReturnType<typeof useHome>; place: MyPlace | undefined }) {
  const { care } = useCare()
  const { data, error, refetch } = home
  const canSupport = place?.can.support ?? false
  // A meeting that already waits for an answer is not shown a second time.
  const meetings =
    data?.meetings.filter((meeting) => !data.waiting.some(({ meetingId }) => meetingId === meeting.id)) ?? []
  return (
    <>
      <SayCard />
      {care && <CallBranch />}
      <UnsentCard />
      {!data && !error && <Skeleton count={2} />}
      {!data && error && <ErrorState text={asProblem(error).message} onRetry={refetch} />}
      {data && (
        <>
          <UnreadLine unread={data.unread} />
          {data.waiting.length > 0 && (
            <Heading aside={`${data.waiting.length} 件`}>{care ? '等您办' : '等我办'}</Heading>
          )}
          {data.waiting.map((item, at) => (
            <WaitingCard
              key={`${item.kind}${item.routeId}${item.matterId}${item.meetingId}${item.voteId}`}
              item={item}
              isFirst={at === 0}
            />
          ))}
          {meetings.length > 0 && (
            <Heading aside="全部会议" onMore={() => go(MEETINGS)}>
              要开的会
            </Heading>
          )}
          {meetings.map((meeting) => (
            <ComingMeeting key={meeting.id} meeting={meeting} />
          ))}
          <Heading aside={`全部 ${data.openCount} 件`} onMore={() => go(MATTERS)}>
            身边的事
          </Heading>
          {data.nearby.slice(0, care ? NEARBY_IN_CARE : undefined).map((matter) => (
            <MatterCard key={matter.id} matter={matter} canSupport={canSupport} />
          ))}
          {data.nearby.length === 0 && (
            <EmptyState title="身边还没有事" text="有事就说，说了就有编号，有人接。" />
          )}
        </>
      )}
    </>
  )
}
