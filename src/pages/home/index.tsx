import { useCompound, useHome, useMe, useMyPlace } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { useSession } from '@/api/session-store'
import { useUnreadOnTab } from '@/api/unread'
import { Gate } from '@/session/gate'
import { OfflineBar, PageFrame } from '@/ui'
import { Bell } from './parts/bell'
import { HomeBody } from './parts/home-body'

export default function Home() {
  const { token } = useSession()
  const home = useHome()
  const place = useMyPlace()
  useFreshOnShow(home)
  usePullToRefresh(home, useMe(), useCompound())
  useUnreadOnTab(home.data?.unread ?? 0)
  return (
    <PageFrame
      title={place ? `${place.name} · 议事厅` : '议事厅'}
      tab
      banner={<OfflineBar />}
      aside={token && process.env.TARO_ENV !== 'weapp' ? <Bell unread={home.data?.unread ?? 0} /> : undefined}
    >
      <Gate>
        <HomeBody home={home} place={place} />
      </Gate>
    </PageFrame>
  )
}
