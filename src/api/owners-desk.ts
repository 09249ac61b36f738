import { type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ResponseOf } from '@yishiting/domain/contract'
import { KEYS, keepVote } from './caches'
import { call } from './client'
import { useSession } from './session-store'
import { useWrite } from './use-write'

// The committee's and the scrutineers' side of an owners' vote. What every owner sees is in owners.ts.

const ROLL = ['roll']
const rollKey = (part: string, about?: unknown) => [...ROLL, part, about]
const voteKey = (voteId: string, part: string, about?: unknown) => [...KEYS.vote(voteId), part, about]

const useSignedIn = (): boolean => useSession().token !== null

/** The roll in figures, its versions, what is strange in it. */
export function useRoll() {
  const enabled = useSignedIn()
  return useQuery({ queryKey: rollKey('overview'), queryFn: () => call('owners.roll'), enabled })
}

export interface RollSearch {
  building?: string
  code?: string
  only?: 'without_area' | 'without_owner' | 'special'
}

/** Units of the roll, as filtered; nothing is asked while `search` is null. */
export function useRollUnits(search: RollSearch | null) {
  const signedIn = useSignedIn()
  return useInfiniteQuery({
    queryKey: rollKey('units', search),
    queryFn: ({ pageParam }) => call('owners.rollUnits', { query: { ...search, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: signedIn && search !== null,
  })
}

/** What owners say is wrong with the roll, and nobody has answered. */
export function useRollRequests() {
  const enabled = useSignedIn()
  return useInfiniteQuery({
    queryKey: rollKey('requests'),
    queryFn: ({ pageParam }) => call('owners.requests', { query: { state: 'open', cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled,
  })
}

const rollChanged = (client: QueryClient) => client.invalidateQueries({ queryKey: ROLL })

export const useCheckImport = () => useWrite('owners.checkImport', { quiet: true })
export const useApplyImport = () => useWrite('owners.applyImport', { quiet: true, done: rollChanged })
export const useCorrect = () => useWrite('owners.correct', { quiet: true, done: rollChanged })
export const useAnswerRequest = () => useWrite('owners.answerRequest', { quiet: true, done: rollChanged })

export const useDraftVote = () => useWrite('owners.draft', { quiet: true, done: keepVote })
export const useEditDraft = () => useWrite('owners.editDraft', { quiet: true, done: keepVote })
export const useNoticeVote = () => useWrite('owners.notice', { quiet: true, done: keepVote })
export const useCancelVote = () => useWrite('owners.cancelVote', { quiet: true, done: keepVote })
export const useExtendVote = () => useWrite('owners.extend', { quiet: true, done: keepVote })
export const useRemind = () => useWrite('owners.remind')
export const usePublishVote = () => useWrite('owners.publish', { done: keepVote })
export const useCertifyVote = () => useWrite('owners.certify', { done: keepVote })
export const useAnswerObjection = () => useWrite('owners.answerObjection', { quiet: true, done: keepVote })

const voteChanged = (client: QueryClient, _answer: unknown, ask: { params: { voteId: string } }) =>
  client.invalidateQueries({ queryKey: KEYS.vote(ask.params.voteId) })

export const useTransfer = () => useWrite('owners.transfer', { quiet: true, done: voteChanged })

// The same answers, and the same places in the cache, as the owners' pages have.
export { useOwnersVote as useDeskVote, useOwnersVotes as useDeskVotes } from './owners'

/** Who has not voted yet, door by door. Never how anyone voted. */
export function useDoors(voteId: string, building: string | null) {
  const signedIn = useSignedIn()
  return useInfiniteQuery({
    queryKey: voteKey(voteId, 'doors', building),
    queryFn: ({ pageParam }) =>
      call('owners.doors', {
        params: { voteId },
        query: { building: building ?? undefined, cursor: pageParam, limit: 50 },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: signedIn && voteId !== '',
  })
}

export const useDeliver = () => useWrite('owners.deliver', { done: voteChanged })

export type PaperState = ResponseOf<'owners.papers'>['papers'][number]['state']

/** Papers that were entered, without their marks. */
export function usePapers(voteId: string, state?: PaperState) {
  const signedIn = useSignedIn()
  return useInfiniteQuery({
    queryKey: voteKey(voteId, 'papers', state),
    queryFn: ({ pageParam }) =>
      call('owners.papers', { params: { voteId }, query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: signedIn && voteId !== '',
  })
}

export const useEnterPaper = () => useWrite('owners.enterPaper', { quiet: true, done: voteChanged })

/** Ballots that contradict each other; the server shows marks only after close. */
export function useConflicts(voteId: string, enabled = true) {
  const signedIn = useSignedIn()
  return useQuery({
    queryKey: voteKey(voteId, 'conflicts'),
    queryFn: () => call('owners.conflicts', { params: { voteId } }),
    enabled: enabled && signedIn && voteId !== '',
  })
}

export const useRule = () => useWrite('owners.rule', { quiet: true, done: voteChanged })
