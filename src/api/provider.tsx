import { QueryClientProvider } from '@tanstack/react-query'
import { type PropsWithChildren, useEffect } from 'react'
import { forgetOnChange, listenToPhone, queryClient } from './query-client'

listenToPhone()

/** Around the whole app: the cache of answers, emptied whenever somebody else comes in. */
export function ApiProvider({ children }: PropsWithChildren) {
  useEffect(() => forgetOnChange(queryClient), [])
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
