import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { QueryOf } from '@yishiting/domain/contract'
import { KEYS, keepMatter, patchCards } from './caches'
import { call } from './client'
import { useSession } from './session-store'
import { useWrite } from './use-write'

export type MatterFilter = Omit<QueryOf<'speak.list'>, 'cursor' | 'limit'>

const useSignedIn = (): boolean => useSession().token !== null

// Two screens of a phone at first, so that the tab opens with few bytes; whoever scrolls on wants more at a time.
const AT_FIRST = 5
const LATER = 15

/** Matters by latest stir, page after page. */
export function useMatters(filter: MatterFilter, atFirst = AT_FIRST) {
  return useInfiniteQuery({
    queryKey: [...KEYS.matters, filter],
    queryFn: ({ pageParam }) =>
      call('speak.list', {
        query: { ...filter, cursor: pageParam, limit: pageParam === undefined ? atFirst : LATER },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: useSignedIn(),
  })
}

export function useMatter(id: string) {
  const signedIn = useSignedIn()
  return useQuery({
    queryKey: KEYS.matter(id),
    queryFn: () => call('speak.read', { params: { matterId: id } }),
    enabled: signedIn && id !== '',
    staleTime: 3_000,
  })
}

export function useComments(matterId: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: KEYS.comments(matterId),
    queryFn: ({ pageParam }) =>
      call('speak.comments', { params: { matterId }, query: { cursor: pageParam, limit: 20 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: enabled && matterId !== '',
  })
}

export const useRaise = () =>
  useWrite('speak.raise', { quiet: true, done: (client, answer) => keepMatter(client, answer.matter) })

export const useEdit = () => useWrite('speak.edit', { quiet: true, done: keepMatter })
export const useResubmit = () => useWrite('speak.resubmit', { quiet: true, done: keepMatter })
export const useWithdraw = () => useWrite('speak.withdraw', { quiet: true, done: keepMatter })
export const useObject = () => useWrite('speak.object', { quiet: true, done: keepMatter })
export const useReopen = () => useWrite('speak.reopen', { quiet: true, done: keepMatter })

/** 我也遇到. The page may show it at once; the answer's count is the true one. */
export const useSupport = () =>
  useWrite('speak.support', {
    done: (client, answer, ask) => patchCards(client, ask.params.matterId, answer),
  })

export const useFollow = () =>
  useWrite('speak.follow', {
    done: (client, answer, ask) => patchCards(client, ask.params.matterId, answer),
  })

export const useComment = () =>
  useWrite('speak.comment', {
    quiet: true,
    done: (client, _answer, ask) => {
      for (const queryKey of [KEYS.matter(ask.params.matterId), KEYS.comments(ask.params.matterId)])
        void client.invalidateQueries({ queryKey })
    },
  })

export const useHideComment = () =>
  useWrite('speak.hideComment', {
    done: (client, _answer, ask) => {
      for (const queryKey of [KEYS.matter(ask.params.matterId), KEYS.comments(ask.params.matterId)])
        void client.invalidateQueries({ queryKey })
    },
  })
