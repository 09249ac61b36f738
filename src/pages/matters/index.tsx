import { useReachBottom } from '@tarojs/taro'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { useMatters } from '@/api/speak'
import { Gate } from '@/session/gate'
import { useFilter } from '@/speak/filter'
import { OfflineBar, PageFrame } from '@/ui'
import { FilterBar } from './parts/filter-bar'
import { MatterList } from './parts/matter-list'

export default function Matters() {
  const filter = useFilter()
  const matters = useMatters(filter)
  useFreshOnShow(matters)
  usePullToRefresh(matters)
  useReachBottom(() => {
    if (matters.hasNextPage && !matters.isFetchingNextPage && !matters.isFetchNextPageError)
      void matters.fetchNextPage()
  })
  return (
    <PageFrame title="事项" tab banner={<OfflineBar />}>
      <Gate>
        <FilterBar filter={filter} />
        <MatterList query={matters} isFiltered={Object.keys(filter).length > 0} />
      </Gate>
    </PageFrame>
  )
}
