import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '@yishiting/domain/contract'
import type { OperationId } from '@yishiting/domain/contract/paths'
import { toast } from '@/ui'
import { type Ask, call } from './client'
import { useIntentKey } from './key'
import { type ApiProblem, asProblem } from './problem'

export interface Write<Id extends OperationId> {
  /** The answer, or null when it did not work: the sentence has been shown and is in `problem`. */
  send(ask: Ask<Id>): Promise<ResponseOf<Id> | null>
  busy: boolean
  problem: ApiProblem | null
}

interface WriteOptions<Id extends OperationId> {
  /** Brings the caches up to date with the answer, before `send` returns. */
  done?: (client: QueryClient, answer: ResponseOf<Id>, ask: Ask<Id>) => unknown
  /** The page shows `problem` itself: no toast. */
  quiet?: boolean
}

/** A write as a page uses it: one key per intention, busy while it runs, its problem said in a sentence. */
export function useWrite<Id extends OperationId>(id: Id, options: WriteOptions<Id> = {}): Write<Id> {
  const client = useQueryClient()
  const intent = useIntentKey()
  const mutation = useMutation<ResponseOf<Id>, Error, Ask<Id>>({
    mutationFn: (ask) => {
      const withKey = { ...ask, key: ask.key ?? intent.for(ask) }
      return (call as (id: Id, ask: Ask<Id>) => Promise<ResponseOf<Id>>)(id, withKey)
    },
    onSuccess: async (answer, ask) => {
      intent.done()
      await options.done?.(client, answer, ask)
    },
  })
  return {
    busy: mutation.isPending,
    problem: mutation.error && asProblem(mutation.error),
    send: async (ask) => {
      try {
        return await mutation.mutateAsync(ask)
      } catch (error) {
        if (!options.quiet) toast(asProblem(error).message, 'late')
        return null
      }
    },
  }
}
