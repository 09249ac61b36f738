import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { MeView } from '@yishiting/domain/contract/people'
import { KEYS } from './caches'
import { call } from './client'
import { chooseCompound, dropSession, knowPerson, readSession, useSession } from './session-store'
import { useWrite } from './use-write'

/** Who I am; keeps the current compound among those I belong to. */
async function askMe(): Promise<MeView> {
  const me = await call('people.me')
  knowPerson(me.id)
  const { compoundId } = readSession()
  const first = me.compounds[0]
  if (first && !me.compounds.some((compound) => compound.id === compoundId)) chooseCompound(first.id)
  return me
}

const useSignedIn = (): boolean => useSession().token !== null

export function useMe() {
  return useQuery({ queryKey: KEYS.me, queryFn: askMe, enabled: useSignedIn(), staleTime: 30_000 })
}

export type MyPlace = MeView['compounds'][number]

/** Me in the compound I am looking at: label, roles, what I can do. undefined until known. */
export function useMyPlace(): MyPlace | undefined {
  const { compoundId } = useSession()
  const me = useMe().data
  return me?.compounds.find((compound) => compound.id === compoundId) ?? me?.compounds[0]
}

/** The server's time in epoch ms, which the demo may have moved forward. The phone's own until it is known. */
export function useNow(): number {
  const me = useMe()
  if (!me.data) return Date.now()
  return Date.parse(me.data.now) + (Date.now() - me.dataUpdatedAt)
}

export function useHome() {
  return useQuery({ queryKey: KEYS.home, queryFn: () => call('people.home'), enabled: useSignedIn() })
}

/** Buildings, telephone numbers: they hardly ever change. */
export function useCompound() {
  return useQuery({
    queryKey: KEYS.compound,
    queryFn: () => call('people.compound'),
    enabled: useSignedIn(),
    staleTime: 60 * 60_000,
    gcTime: 60 * 60_000,
  })
}

/** Those who can be made answerable; only for who may choose one. */
export function useLeads(enabled = true) {
  const signedIn = useSignedIn()
  return useQuery({
    queryKey: KEYS.leads,
    queryFn: () => call('people.leads'),
    enabled: enabled && signedIn,
    staleTime: 60_000,
  })
}

/** Residents by name or room, for a helper who writes for somebody. Nothing is asked for an empty search. */
export function useResidents(q: string) {
  const words = q.trim()
  return useQuery({
    queryKey: ['residents', words],
    queryFn: () => call('people.residents', { body: { q: words } }),
    enabled: words.length > 0,
  })
}

export function useInbox() {
  return useInfiniteQuery({
    queryKey: KEYS.inbox,
    queryFn: ({ pageParam }) => call('people.inbox', { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: useSignedIn(),
  })
}

/** Marks these messages as read, or all when `ids` is left out. */
export const useReadInbox = () =>
  useWrite('people.readInbox', {
    quiet: true,
    done: (client) => {
      for (const queryKey of [KEYS.inbox, KEYS.home, KEYS.me]) void client.invalidateQueries({ queryKey })
    },
  })

export const usePreferences = () =>
  useWrite('people.preferences', { quiet: true, done: (client, me) => client.setQueryData(KEYS.me, me) })

/** Ends the session here in any case, and on the server when it can be reached. */
export function useSignOut(): () => Promise<void> {
  return async () => {
    await call('people.signOut').catch(() => undefined)
    dropSession()
  }
}
