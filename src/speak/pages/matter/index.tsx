import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { asProblem } from '@/api/problem'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { useSession } from '@/api/session-store'
import { useMatter } from '@/api/speak'
import { Gate } from '@/session/gate'
import { go, HOME, PAGES } from '@/session/go'
import { EmptyState, ErrorState, OfflineBar, PageFrame, Skeleton } from '@/ui'
import { MatterBody } from './parts/matter-body'

/** Not there, or not for this reader: the server says the same of both, and so does the page. */
const Gone = () => (
  <EmptyState
    title="没有找到这件事"
    text="可能不公开，只给支部和办事的人看；也可能不在这个小区，或链接不完整。"
    action={{ text: '回首页', onPress: () => go(HOME) }}
  />
)

function Waiting({ query }: { query: ReturnType<typeof useMatter> }) {
  const problem = query.error && asProblem(query.error)
  if (!problem) return <Skeleton kind="page" />
  if (problem.status === 404 || problem.status === 403) return <Gone />
  return <ErrorState text={problem.message} onRetry={query.refetch} />
}

export default function Matter() {
  const { id = '' } = useRouter().params
  const isIn = useSession().token !== null
  const matter = useMatter(id)
  useFreshOnShow(matter)
  usePullToRefresh(matter)
  useShareAppMessage(() => ({
    title: matter.data && !matter.data.isPrivate ? matter.data.title : '小区的事，大家来议',
    path: matter.data?.isPrivate ? HOME : PAGES.matter(id),
  }))
  if (isIn && matter.data && !isGone(matter.error)) return <MatterBody matter={matter.data} />
  return (
    <PageFrame title="事项" banner={<OfflineBar />}>
      <Gate>{id === '' ? <Gone /> : <Waiting query={matter} />}</Gate>
    </PageFrame>
  )
}

const isGone = (error: Error | null): boolean => error !== null && asProblem(error).status === 404
