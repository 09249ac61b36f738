import { useInfiniteQuery } from '@tanstack/react-query'
import { KEYS, keepMatter } from './caches'
import { call } from './client'
import { useSession } from './session-store'
import { useWrite } from './use-write'

/** The branch's queue, longest waiting first. */
export function useQueue() {
  return useInfiniteQuery({
    queryKey: KEYS.queue,
    queryFn: ({ pageParam }) => call('sort.queue', { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: useSession().token !== null,
  })
}

export const useAcknowledge = () => useWrite('sort.acknowledge', { done: keepMatter })
export const useSort = () => useWrite('sort.sort', { quiet: true, done: keepMatter })
export const useReturn = () => useWrite('sort.return', { quiet: true, done: keepMatter })
export const useMerge = () => useWrite('sort.merge', { quiet: true, done: keepMatter })
export const useSplit = () => useWrite('sort.split', { quiet: true, done: keepMatter })
export const useReview = () => useWrite('sort.review', { quiet: true, done: keepMatter })
