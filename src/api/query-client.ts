import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { onNetwork } from '@/ui/network'
import { ApiProblem } from './problem'
import { onSession, readSession } from './session-store'

const FRESH_MS = 10_000
const KEPT_MS = 5 * 60_000

/** Only what may pass by itself is tried again; a refusal stays a refusal, and 503 has been waited out already. */
const worthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 1 && error instanceof ApiProblem && (error.code === 'offline' || error.status >= 500)

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        gcTime: KEPT_MS,
        retry: worthAnotherTry,
        retryDelay: 600,
        // Without a network a query fails at once with a sentence, instead of waiting behind a skeleton.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** The whole app's cache. */
export const queryClient = makeQueryClient()

/** Tells TanStack Query when the app is in front and when there is a network, as the phone says it. */
export function listenToPhone(): void {
  onlineManager.setEventListener(onNetwork)
  // A browser's own visibilitychange is what TanStack Query listens to by itself.
  if (process.env.TARO_ENV !== 'weapp') return
  focusManager.setEventListener((setFocused) => {
    const shown = () => setFocused(true)
    const hidden = () => setFocused(false)
    Taro.onAppShow(shown)
    Taro.onAppHide(hidden)
    return () => {
      Taro.offAppShow(shown)
      Taro.offAppHide(hidden)
    }
  })
}

/** What one person has seen in one compound is never shown to the next, nor in another. */
export function forgetOnChange(client: QueryClient): () => void {
  let before = readSession()
  return onSession(() => {
    const now = readSession()
    const moved = before.compoundId !== null && before.compoundId !== now.compoundId
    const isOther = now.token !== before.token || moved
    before = now
    if (!isOther) return
    void client.cancelQueries()
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'personas' })
  })
}
