import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { StandingInRoll } from '@yishiting/domain/contract/owners'
import { KEYS, keepVote } from './caches'
import { call } from './client'
import { useSession } from './session-store'
import { useWrite } from './use-write'

// What every owner sees of joint decisions. The committee's and the scrutineers' side is in owners-desk.ts.

const useSignedIn = (): boolean => useSession().token !== null

/** Joint decisions, those that are open first. */
export function useOwnersVotes(wanted = true) {
  const signedIn = useSignedIn()
  return useInfiniteQuery({
    queryKey: KEYS.votes,
    queryFn: ({ pageParam }) => call('owners.votes', { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: wanted && signedIn,
  })
}

/** The whole page of one joint decision, with my rights in it. */
export function useOwnersVote(voteId: string) {
  const signedIn = useSignedIn()
  return useQuery({
    queryKey: KEYS.vote(voteId),
    queryFn: () => call('owners.read', { params: { voteId } }),
    enabled: signedIn && voteId !== '',
  })
}

/** Whether the ballot of this receipt is there, and where; nothing is asked while `code` is null. */
export function useReceipt(voteId: string, code: string | null) {
  const signedIn = useSignedIn()
  return useQuery({
    queryKey: [...KEYS.vote(voteId), 'receipt', code],
    queryFn: () => call('owners.findReceipt', { params: { voteId }, query: { code: code ?? '' } }),
    enabled: signedIn && code !== null,
  })
}

/** Sixty-four figures each: more than a screen takes at once. */
const DIGESTS_AT_ONCE = 50

/** The digests of all ballots by order of receipt, a page at a time; only after close. */
export function useDigests(voteId: string) {
  return useInfiniteQuery({
    queryKey: [...KEYS.vote(voteId), 'digests'],
    queryFn: ({ pageParam }) =>
      call('owners.digests', { params: { voteId }, query: { from: pageParam, limit: DIGESTS_AT_ONCE } }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((sum, { digests }) => sum + digests.length, 0)
      return read < total ? read : undefined
    },
    enabled: useSignedIn(),
  })
}

const castNow = (client: QueryClient, _answer: unknown, ask: { params: { voteId: string } }) => {
  const changed = [KEYS.vote(ask.params.voteId), KEYS.votes, KEYS.home]
  return Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })))
}

/** Tried again after a broken line, the same choices carry the same key: they count once. */
export const useCast = () => useWrite('owners.cast', { quiet: true, done: castNow })
export const useGrantMandate = () => useWrite('owners.grantMandate', { quiet: true, done: keepVote })
export const useAcceptMandate = () => useWrite('owners.acceptMandate', { quiet: true, done: keepVote })
export const useRevokeMandate = () => useWrite('owners.revokeMandate', { done: keepVote })
export const useObject = () => useWrite('owners.object', { quiet: true, done: keepVote })

const STANDING = ['standing']

/** 我能投票吗: my homes as the roll has them. */
export function useStanding() {
  const enabled = useSignedIn()
  return useQuery({ queryKey: STANDING, queryFn: () => call('owners.mine'), enabled })
}

/** What changes the roll for me may change every right to vote that I have. */
const keepStanding = (client: QueryClient, standing: StandingInRoll) => {
  client.setQueryData(STANDING, standing)
  for (const queryKey of [KEYS.votes, ['vote'], KEYS.home]) void client.invalidateQueries({ queryKey })
}

export const useClaim = () => useWrite('owners.claim', { quiet: true, done: keepStanding })
export const useRollRequest = () => useWrite('owners.request', { quiet: true, done: keepStanding })
