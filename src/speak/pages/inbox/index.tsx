import { useReachBottom } from '@tarojs/taro'
import { useInbox, useReadInbox } from '@/api/people'
import { asProblem } from '@/api/problem'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { More } from '@/parts/more'
import { Gate } from '@/session/gate'
import { Button, EmptyState, ErrorState, Heading, OfflineBar, PageFrame, Skeleton } from '@/ui'
import { NoticeCard } from './parts/notice-card'

function List({ inbox }: { inbox: ReturnType<typeof useInbox> }) {
  const { data, error } = inbox
  if (!data && error) return <ErrorState text={asProblem(error).message} onRetry={inbox.refetch} />
  if (!data) return <Skeleton kind="list" count={4} />
  const notices = data.pages.flatMap((page) => page.notices)
  if (notices.length === 0)
    return <EmptyState title="还没有消息" text="您说的事、关注的事有了动静，会在这里告诉您。" />
  const fresh = notices.filter((notice) => !notice.read)
  const seen = notices.filter((notice) => notice.read)
  return (
    <>
      {fresh.length > 0 && <Heading aside={`${data.pages[0]?.unread ?? fresh.length} 条`}>没看的</Heading>}
      {fresh.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      {seen.length > 0 && <Heading>看过的</Heading>}
      {seen.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
      <More query={inbox} end="到底了" />
    </>
  )
}

/** 消息: what is unread first, each leading to its matter or meeting. */
export default function Inbox() {
  const inbox = useInbox()
  const read = useReadInbox()
  useFreshOnShow(inbox)
  usePullToRefresh(inbox)
  useReachBottom(() => {
    if (inbox.hasNextPage && !inbox.isFetchingNextPage) void inbox.fetchNextPage()
  })
  const unread = inbox.data?.pages[0]?.unread ?? 0
  return (
    <PageFrame
      title="消息"
      banner={<OfflineBar />}
      actions={
        unread > 0 ? (
          <Button id="read-all" kind="plain" onPress={() => read.send({ body: {} })}>
            {`${unread} 条都看过了`}
          </Button>
        ) : undefined
      }
    >
      <Gate>
        <List inbox={inbox} />
      </Gate>
    </PageFrame>
  )
}
