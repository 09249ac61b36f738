import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { asProblem } from '@/api/problem'
import { useSession } from '@/api/session-store'
import { Gate } from '@/session/gate'
import { ErrorState, OfflineBar, PageFrame, Skeleton } from '@/ui'

interface Asked<Data> {
  data: Data | undefined
  error: Error | null
  refetch(): Promise<unknown>
}

export interface LoadedProps<Data> {
  title: string
  tab?: boolean
  skeleton?: 'list' | 'card' | 'page'
  query: Asked<Data>
  /** The page as it is given the answer, its own frame included. */
  children(data: Data): ReactNode
}

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' })

function Failed({ error, onRetry }: { error: Error; onRetry(): unknown }) {
  const problem = asProblem(error)
  const isGone = problem.status === 404 || problem.status === 403
  return isGone ? (
    <ErrorState
      text={problem.message}
      hint="可以回首页，从列表里重新打开。"
      onRetry={goHome}
      retry="回首页"
    />
  ) : (
    <ErrorState text={problem.message} onRetry={onRetry} />
  )
}

/** A page that waits for one answer: the way in, its bones, what went wrong with a way on, then the page itself. */
export function Loaded<Data>({ title, tab, skeleton = 'page', query, children }: LoadedProps<Data>) {
  const isIn = useSession().token !== null
  // What was seen before stays while a new try fails: the offline bar says why it is old.
  if (query.data !== undefined && isIn) return <>{children(query.data)}</>
  return (
    <PageFrame title={title} tab={tab} banner={<OfflineBar />}>
      <Gate>
        {query.error ? (
          <Failed error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Skeleton kind={skeleton} />
        )}
      </Gate>
    </PageFrame>
  )
}
