import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { asProblem } from '@/api/problem'
import { useSession } from '@/api/session-store'
import { Gate } from '@/session/gate'
import { ErrorState, OfflineBar, PageFrame, Skeleton } from '@/ui'

interface Asked<Data> {
  data: Data | undefined
  error: Error | null
  /** `idle` without an answer: there was nothing to ask, e.g. a link without its id. */
  fetchStatus: 'fetching' | 'paused' | 'idle'
  refetch(): Promise<unknown>
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

export interface AnswerProps<Data> {
  skeleton?: 'list' | 'card' | 'page'
  query: Asked<Data>
  children(data: Data): ReactNode
}

/** A part of a page that waits for an answer: the way in, its bones, what went wrong with a way on, then the part itself. */
export function Answer<Data>({ skeleton = 'card', query, children }: AnswerProps<Data>) {
  return (
    <Gate>
      {query.data !== undefined ? (
        // What was seen before stays while a new try fails: the offline bar says why it is old.
        children(query.data)
      ) : query.error ? (
        <Failed error={query.error} onRetry={() => query.refetch()} />
      ) : query.fetchStatus === 'idle' ? (
        <ErrorState text="链接不全，打不开这一页。" onRetry={goHome} retry="回首页" />
      ) : (
        <Skeleton kind={skeleton} />
      )}
    </Gate>
  )
}

export interface LoadedProps<Data> extends AnswerProps<Data> {
  title: string
}

/** A whole page that waits for one answer; once it is there the page draws its own frame. */
export function Loaded<Data>({ title, skeleton = 'page', query, children }: LoadedProps<Data>) {
  const isIn = useSession().token !== null
  if (query.data !== undefined && isIn) return <>{children(query.data)}</>
  return (
    <PageFrame title={title} banner={<OfflineBar />}>
      <Answer skeleton={skeleton} query={query}>
        {() => null}
      </Answer>
    </PageFrame>
  )
}
