import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { asProblem } from '@/api/problem'
import { useSession } from '@/api/session-store'
import { EmptyState, ErrorState, OfflineBar, PageFrame, Skeleton } from '@/ui'

interface Asked<Data> {
  data: Data | undefined
  error: Error | null
  refetch(): Promise<unknown>
}

export interface LoadedProps<Data> {
  title: string
  tab?: boolean
  skeleton?: 'list' | 'card' | 'page'
  /** The page as it is given the answer, its own frame included. */
  children(data: Data): ReactNode
  query: Asked<Data>
}

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' })

/** A page that waits for one answer: its bones at first, what went wrong with a way on, then the page itself. */
export function Loaded<Data>({ title, tab, skeleton = 'page', query, children }: LoadedProps<Data>) {
  const isIn = useSession().token !== null
  // What was seen before stays while a new try fails: the offline bar says why it is old.
  if (query.data !== undefined && isIn) return <>{children(query.data)}</>
  const problem = query.error && asProblem(query.error)
  const isGone = problem?.status === 404 || problem?.status === 403
  return (
    <PageFrame title={title} tab={tab} banner={<OfflineBar />}>
      {!isIn && (
        <EmptyState
          title="请先进入小区"
          text="选好身份，就能接着看这一页。"
          action={{ text: '回首页', onPress: goHome }}
        />
      )}
      {isIn && !problem && <Skeleton kind={skeleton} />}
      {isIn && problem && (
        <ErrorState
          text={problem.message}
          hint={isGone ? '可以回首页，从列表里重新打开。' : '您填的内容没有丢。'}
          onRetry={isGone ? goHome : () => query.refetch()}
          retry={isGone ? '回首页' : undefined}
        />
      )}
    </PageFrame>
  )
}
