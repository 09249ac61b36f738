import { type QueryClient, useQuery } from '@tanstack/react-query'
import { KEYS } from './caches'
import { call } from './client'
import { useSession } from './session-store'
import { useWrite } from './use-write'

const useSignedIn = (): boolean => useSession().token !== null

const keys = {
  statements: (id: string) => ['statements', id],
  opinionMap: (id: string) => ['opinion-map', id],
  moderatorLog: (id: string) => ['moderator-log', id],
  hearing: (id: string) => ['hearing', id],
  minutes: (id: string) => ['minutes', id],
  submissions: (id: string) => ['submissions', id],
  petitions: ['petitions'],
} as const

/** The answer is the newest there is; the meeting's own page counts some of it. */
const keepAs =
  (key: (id: string) => readonly string[]) =>
  (client: QueryClient, answer: unknown, ask: { params: { meetingId: string } }): void => {
    client.setQueryData(key(ask.params.meetingId), answer)
    void client.invalidateQueries({ queryKey: KEYS.meeting(ask.params.meetingId) })
  }

export function useStatements(meetingId: string) {
  return useQuery({
    queryKey: keys.statements(meetingId),
    queryFn: () => call('deliberate.statements', { params: { meetingId } }),
    enabled: useSignedIn() && meetingId !== '',
  })
}

export function useOpinionMap(meetingId: string, enabled: boolean) {
  const signedIn = useSignedIn()
  return useQuery({
    queryKey: keys.opinionMap(meetingId),
    queryFn: () => call('deliberate.opinionMap', { params: { meetingId } }),
    enabled: enabled && signedIn && meetingId !== '',
  })
}

export function useModeratorLog(meetingId: string, enabled: boolean) {
  const signedIn = useSignedIn()
  return useQuery({
    queryKey: keys.moderatorLog(meetingId),
    queryFn: () => call('deliberate.moderatorLog', { params: { meetingId } }),
    enabled: enabled && signedIn && meetingId !== '',
  })
}

const keepStatements = (
  client: QueryClient,
  answer: unknown,
  ask: { params: { meetingId: string } },
): void => {
  keepAs(keys.statements)(client, answer, ask)
  void client.invalidateQueries({ queryKey: keys.opinionMap(ask.params.meetingId) })
}

export const useStateOpinion = () => useWrite('deliberate.state', { quiet: true, done: keepStatements })
export const useSettleStatement = () => useWrite('deliberate.settleStatement', { done: keepStatements })
export const useAnswerStatement = () =>
  useWrite('deliberate.answer', {
    done: (client, _answer, ask) =>
      client.invalidateQueries({ queryKey: keys.opinionMap(ask.params.meetingId) }),
  })

export function useHearing(meetingId: string) {
  return useQuery({
    queryKey: keys.hearing(meetingId),
    queryFn: () => call('deliberate.hearing', { params: { meetingId } }),
    enabled: useSignedIn() && meetingId !== '',
  })
}

const hearing = { quiet: true, done: keepAs(keys.hearing) } as const
export const useAddParty = () => useWrite('deliberate.addParty', hearing)
export const useInviteParty = () => useWrite('deliberate.inviteParty', hearing)
export const useRecordView = () => useWrite('deliberate.recordView', hearing)
export const useAskParty = () => useWrite('deliberate.askParty', hearing)
export const useAnswerQuestion = () => useWrite('deliberate.answerQuestion', hearing)
export const useDemand = () => useWrite('deliberate.demand', hearing)
export const useAnswerDemand = () => useWrite('deliberate.answerDemand', hearing)
export const useSignRecord = () => useWrite('deliberate.signRecord', hearing)

export function useMinutes(meetingId: string) {
  return useQuery({
    queryKey: keys.minutes(meetingId),
    queryFn: () => call('deliberate.minutes', { params: { meetingId } }),
    enabled: useSignedIn() && meetingId !== '',
  })
}

const minutes = { quiet: true, done: keepAs(keys.minutes) } as const
export const useDraftMinutes = () => useWrite('deliberate.draftMinutes', minutes)
export const useEditMinutes = () => useWrite('deliberate.editMinutes', minutes)
export const useShowMinutes = () => useWrite('deliberate.showMinutes', minutes)
export const useObjectToMinutes = () => useWrite('deliberate.objectToMinutes', minutes)
export const useAnswerMinutesObjection = () => useWrite('deliberate.answerMinutesObjection', minutes)
export const useSignMinutes = () => useWrite('deliberate.signMinutes', minutes)
export const usePublishMinutes = () => useWrite('deliberate.publishMinutes', minutes)

export function useSubmissions(meetingId: string) {
  return useQuery({
    queryKey: keys.submissions(meetingId),
    queryFn: () => call('deliberate.submissions', { params: { meetingId } }),
    enabled: useSignedIn() && meetingId !== '',
  })
}

export const useSubmit = () =>
  useWrite('deliberate.submit', {
    quiet: true,
    done: (client, _answer, ask) =>
      client.invalidateQueries({ queryKey: keys.submissions(ask.params.meetingId) }),
  })

export function usePetitions() {
  return useQuery({
    queryKey: keys.petitions,
    queryFn: () => call('deliberate.petitions'),
    enabled: useSignedIn(),
  })
}

const petitions = {
  quiet: true,
  done: (client: QueryClient) => client.invalidateQueries({ queryKey: keys.petitions }),
} as const
export const usePetition = () => useWrite('deliberate.petition', petitions)
export const useSignPetition = () => useWrite('deliberate.signPetition', petitions)
