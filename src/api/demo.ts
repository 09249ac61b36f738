import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KEYS } from './caches'
import { call } from './client'
import { asProblem } from './problem'
import { enterSession } from './session-store'
import { useWrite } from './use-write'

export type DemoState = 'asking' | 'demo' | 'not-demo' | 'unreachable'

/** The personas of demo mode; outside it the server has no such path. */
export function usePersonas(enabled = true) {
  const query = useQuery({
    queryKey: ['personas'],
    queryFn: () => call('demo.personas'),
    enabled,
    staleTime: 60 * 60_000,
    retry: (failures, error) => failures < 1 && asProblem(error).status !== 404,
  })
  const state: DemoState = query.data
    ? 'demo'
    : query.isPending
      ? 'asking'
      : asProblem(query.error).status === 404
        ? 'not-demo'
        : 'unreachable'
  return { ...query, state, personas: query.data?.personas ?? [] }
}

/** Comes in as one of the personas; whatever the one before had seen is forgotten. */
export function useEnterDemo() {
  const enter = useWrite('demo.enter')
  return async (personaId: string): Promise<boolean> => {
    const answer = await enter.send({ body: { personaId } })
    if (answer) enterSession(answer.token)
    return answer !== null
  }
}

export function useDemoClock(enabled: boolean) {
  return useQuery({ queryKey: KEYS.clock, queryFn: () => call('demo.clock'), enabled })
}

/** Moves the hall's clock forward; everything on every page may have changed. */
export function useMoveClock() {
  const client = useQueryClient()
  const move = useWrite('demo.moveClock', { done: () => client.invalidateQueries() })
  return { ...move, forward: (forwardMs: number) => move.send({ body: { forwardMs } }) }
}
