import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { KEYS, keepMeeting, keepVoted } from './caches'
import { call } from './client'
import { laterView } from './live/merge'
import { useSession } from './session-store'
import { useWrite } from './use-write'

export function useMeetings(when: 'coming' | 'past') {
  return useInfiniteQuery({
    queryKey: [...KEYS.meetings, when],
    queryFn: ({ pageParam }) => call('deliberate.meetings', { query: { when, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: useSession().token !== null,
  })
}

/**
 * @param every read again every so many ms
 * @param whileTrue only as long as what was read last says so
 */
export function useMeeting(
  id: string,
  every?: number,
  whileTrue: (meeting: MeetingView) => boolean = () => true,
) {
  const client = useQueryClient()
  const signedIn = useSession().token !== null
  return useQuery({
    queryKey: KEYS.meeting(id),
    queryFn: async () => {
      const read = await call('deliberate.read', { params: { meetingId: id } })
      return laterView(client.getQueryData<MeetingView>(KEYS.meeting(id)), read)
    },
    enabled: signedIn && id !== '',
    staleTime: 3_000,
    refetchInterval: ({ state }) => (every && state.data && whileTrue(state.data) ? every : false),
  })
}

export function useAgendaCandidates(enabled = true) {
  return useQuery({
    queryKey: KEYS.agendaCandidates,
    queryFn: () => call('deliberate.agendaCandidates'),
    enabled,
  })
}

export const useConvene = () => useWrite('deliberate.convene', { quiet: true, done: keepMeeting })
export const useCancelMeeting = () => useWrite('deliberate.cancel', { quiet: true, done: keepMeeting })
export const useRsvp = () => useWrite('deliberate.rsvp', { done: keepMeeting })
export const useCheckIn = () => useWrite('deliberate.checkIn', { quiet: true, done: keepMeeting })
export const useCheckInOther = () => useWrite('deliberate.checkInOther', { done: keepMeeting })
export const useOpenMeeting = () => useWrite('deliberate.open', { done: keepMeeting })
export const useCloseMeeting = () => useWrite('deliberate.close', { done: keepMeeting })
export const useSetMotion = () => useWrite('deliberate.setMotion', { quiet: true, done: keepMeeting })
export const useOpenPoll = () => useWrite('deliberate.openPoll', { done: keepMeeting })
/** A poll asked from a form of its own, which shows what was refused. */
export const useAskPoll = () => useWrite('deliberate.openPoll', { quiet: true, done: keepMeeting })
export const useVote = () =>
  useWrite('deliberate.vote', {
    done: (client, voted, { params }) => keepVoted(client, params?.meetingId ?? '', voted),
  })
export const useClosePoll = () => useWrite('deliberate.closePoll', { done: keepMeeting })
export const useResolve = () => useWrite('deliberate.resolve', { quiet: true, done: keepMeeting })
export const useDecline = () => useWrite('deliberate.decline', { quiet: true, done: keepMeeting })
export const useRefer = () => useWrite('deliberate.refer', { quiet: true, done: keepMeeting })
export const useTakeOver = () => useWrite('deliberate.takeOver', { done: keepMeeting })
export const useGoToItem = () => useWrite('deliberate.goTo', { done: keepMeeting })
export const useAskToSpeak = () => useWrite('deliberate.askToSpeak', { done: keepMeeting })
export const useWithdrawSpeech = () => useWrite('deliberate.withdrawSpeech', { done: keepMeeting })
export const useCallSpeaker = () => useWrite('deliberate.callSpeaker', { done: keepMeeting })
export const useEndSpeech = () => useWrite('deliberate.endSpeech', { done: keepMeeting })
export const usePropose = () => useWrite('deliberate.propose', { quiet: true, done: keepMeeting })
export const useSecond = () => useWrite('deliberate.second', { done: keepMeeting })
export const useSettleMotion = () => useWrite('deliberate.settleMotion', { quiet: true, done: keepMeeting })
export const useNameTellers = () => useWrite('deliberate.nameTellers', { quiet: true, done: keepMeeting })
export const useTell = () => useWrite('deliberate.tell', { quiet: true, done: keepMeeting })
export const useAddGuest = () => useWrite('deliberate.addGuest', { quiet: true, done: keepMeeting })
export const useChangeMeeting = () => useWrite('deliberate.change', { quiet: true, done: keepMeeting })
