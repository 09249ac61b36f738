import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useRef } from 'react'

interface Refetchable {
  isStale: boolean
  isFetched: boolean
  refetch(): Promise<unknown>
}

/** Pages of the tab bar stay alive behind others: what they show is read again when they come to the front and it is old. */
export function useFreshOnShow(...queries: Refetchable[]): void {
  const isFirst = useRef(true)
  useDidShow(() => {
    if (isFirst.current) {
      isFirst.current = false
      return
    }
    for (const query of queries) if (query.isStale && query.isFetched) void query.refetch()
  })
}

/** Pulling the page down reads it again. The page's config must say `enablePullDownRefresh: true`. */
export function usePullToRefresh(...queries: Pick<Refetchable, 'refetch'>[]): void {
  usePullDownRefresh(async () => {
    await Promise.all(queries.map((query) => query.refetch()))
    Taro.stopPullDownRefresh()
  })
}
