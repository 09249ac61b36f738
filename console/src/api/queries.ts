import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '@yishiting/domain/contract'
import type { OperationId } from '@yishiting/domain/contract/paths'
import { App } from 'antd'
import { useRef } from 'react'
import { type Ask, call } from './client'
import { ApiProblem, sentenceOf } from './problem'
import { useSession } from './session'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
    },
  },
})

/** What the server says now. `every`: asked again every so many ms. */
export function useRead<Id extends OperationId>(id: Id, ask: Ask<Id> = {}, every?: number) {
  const session = useSession()
  return useQuery({
    queryKey: [session?.token, id, ask.params ?? null, ask.query ?? null],
    queryFn: () => call(id, ask),
    enabled: session !== null,
    refetchInterval: every ?? false,
  })
}

type Listed = { next: string | null }
type ListId = { [Id in OperationId]: ResponseOf<Id> extends Listed ? Id : never }[OperationId]

/** A list that goes on: `pages` so far, `fetchNextPage` while `hasNextPage`. */
export function useList<Id extends ListId>(id: Id, ask: Ask<Id> = {}) {
  const session = useSession()
  return useInfiniteQuery({
    queryKey: [session?.token, id, 'list', ask.params ?? null, ask.query ?? null],
    queryFn: ({ pageParam }) =>
      call(id, { ...ask, query: { limit: 50, ...(ask.query as object), cursor: pageParam } as never }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as Listed).next ?? undefined,
    enabled: session !== null,
  })
}

/**
 * A write as a page uses it: one key per intention until it has worked, its sentence shown when it has not, everything read
 * again when it has. @returns the answer, or null when it did not work
 */
export function useWrite<Id extends OperationId>(id: Id) {
  const client = useQueryClient()
  const { message } = App.useApp()
  const intent = useRef<{ words: string; key: string } | null>(null)
  const mutation = useMutation({
    mutationFn: (ask: Ask<Id>) => {
      const words = JSON.stringify(ask)
      if (intent.current?.words !== words) intent.current = { words, key: crypto.randomUUID() }
      return call(id, { ...ask, key: intent.current.key })
    },
    onSuccess: async () => {
      intent.current = null
      await client.invalidateQueries()
    },
  })
  return {
    busy: mutation.isPending,
    problem: mutation.error,
    send: async (ask: Ask<Id> = {}): Promise<ResponseOf<Id> | null> => {
      try {
        return await mutation.mutateAsync(ask)
      } catch (error) {
        message.error(sentenceOf(error))
        return null
      }
    },
  }
}
