import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { ResponseOf } from '@yishiting/domain/contract'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import type { VoteView } from '@yishiting/domain/contract/owners'
import type { MatterCard, MatterView } from '@yishiting/domain/contract/speak'
import { laterView, withVote } from './live/merge'

/** The first word of every cache key, room by room. */
export const KEYS = {
  me: ['me'],
  compound: ['compound'],
  home: ['home'],
  inbox: ['inbox'],
  leads: ['leads'],
  matters: ['matters'],
  matter: (id: string) => ['matter', id],
  comments: (id: string) => ['comments', id],
  queue: ['queue'],
  tasks: ['tasks'],
  meetings: ['meetings'],
  meeting: (id: string) => ['meeting', id],
  agendaCandidates: ['agenda-candidates'],
  votes: ['votes'],
  vote: (id: string) => ['vote', id],
  clock: ['clock'],
} as const

/** Everything that lists matters or counts them: read again when next looked at. */
const LISTS = [KEYS.home, KEYS.matters, KEYS.queue, KEYS.tasks, KEYS.inbox, KEYS.agendaCandidates]

const stale = (client: QueryClient, keys: readonly (readonly string[])[]): Promise<unknown> =>
  Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))

/** A write answered with the matter's page: it is the newest there is. The lists are read again by themselves. */
export function keepMatter(client: QueryClient, matter: MatterView): void {
  client.setQueryData(KEYS.matter(matter.id), matter)
  void stale(client, [...LISTS, KEYS.comments(matter.id)])
}

/** A write answered with the meeting's page; matters on its agenda have moved too. */
export function keepMeeting(client: QueryClient, meeting: MeetingView): void {
  client.setQueryData<MeetingView>(KEYS.meeting(meeting.id), (known) => laterView(known, meeting))
  void stale(client, [...LISTS, KEYS.meetings, ['matter']])
}

/** His vote is in: said at once, whenever the next picture comes. */
export function keepVoted(
  client: QueryClient,
  meetingId: string,
  voted: ResponseOf<'deliberate.vote'>,
): void {
  client.setQueryData<MeetingView>(KEYS.meeting(meetingId), (view) => view && withVote(view, voted))
}

/** A write answered with the page of an owners' vote; the matter it came from has moved too. */
export function keepVote(client: QueryClient, vote: VoteView): void {
  client.setQueryData(KEYS.vote(vote.id), vote)
  void stale(client, [...LISTS, KEYS.votes, ['matter']])
}

type Pages = InfiniteData<{ matters: MatterCard[]; next: string | null }>
type Home = { nearby: MatterCard[] }

/** Changes one card wherever it is shown, leaving every other object as it was so that nothing else is drawn again. */
export function patchCards(client: QueryClient, id: string, patch: Partial<MatterCard>): void {
  const inList = (cards: MatterCard[]): MatterCard[] =>
    cards.some((card) => card.id === id)
      ? cards.map((card) => (card.id === id ? { ...card, ...patch } : card))
      : cards
  client.setQueriesData<Pages>(
    { queryKey: KEYS.matters },
    (pages) => pages && { ...pages, pages: pages.pages.map((page) => withCards(page, inList(page.matters))) },
  )
  client.setQueryData<Home>(KEYS.home, (home) => {
    const nearby = home && inList(home.nearby)
    return home && nearby && nearby !== home.nearby ? { ...home, nearby } : home
  })
  client.setQueryData<MatterView>(KEYS.matter(id), (matter) => matter && { ...matter, ...patch })
}

const withCards = <P extends { matters: MatterCard[] }>(page: P, matters: MatterCard[]): P =>
  matters === page.matters ? page : { ...page, matters }
