import { useMe, useMyPlace } from '@/api/people'
import { asProblem } from '@/api/problem'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { useUnreadOnTab } from '@/api/unread'
import { Gate } from '@/session/gate'
import { ErrorState, OfflineBar, PageFrame, Skeleton } from '@/ui'
import { MineBody } from './parts/mine-body'

export default function Mine() {
  const me = useMe()
  const place = useMyPlace()
  useFreshOnShow(me)
  usePullToRefresh(me)
  useUnreadOnTab(place?.unread ?? 0)
  return (
    <PageFrame title="我的" tab banner={<OfflineBar />}>
      <Gate>
        {me.data && <MineBody me={me.data} place={place} />}
        {!me.data && !me.error && <Skeleton kind="list" count={4} />}
        {!me.data && me.error && <ErrorState text={asProblem(me.error).message} onRetry={me.refetch} />}
      </Gate>
    </PageFrame>
  )
}
