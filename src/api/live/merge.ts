import type { ResponseOf } from '@yishiting/domain/contract'
import type { MeetingLive, MeetingView } from '@yishiting/domain/contract/deliberate'

/** What everybody sees, put over what the reader has of his own. An older picture, by its pulse, changes nothing. */
export function mergeLive(view: MeetingView | undefined, live: MeetingLive): MeetingView | undefined {
  if (!view || view.id !== live.id || live.pulse <= view.pulse) return view
  return { ...view, ...live, itemTitles: live.items.map(({ matterTitle }) => matterTitle) }
}

/** Of two pages the later one: a slow answer does not put an older picture over what the socket has brought meanwhile. */
export function laterView(known: MeetingView | undefined, read: MeetingView): MeetingView {
  if (!known || known.id !== read.id || known.pulse <= read.pulse) return read
  const {
    pulse,
    version,
    eventSeq,
    trail,
    items,
    serverNow,
    queue,
    speaking,
    present,
    presentMembers,
    hasQuorum,
  } = known
  return {
    ...read,
    pulse,
    version,
    eventSeq,
    trail,
    items,
    serverNow,
    queue,
    speaking,
    present,
    presentMembers,
    hasQuorum,
  }
}

/** The page with the reader's own vote on it. */
export function withVote(view: MeetingView, { pollId, cast }: ResponseOf<'deliberate.vote'>): MeetingView {
  const items = view.items.map((item) => ({
    ...item,
    polls: item.polls.map((poll) =>
      poll.id === pollId ? { ...poll, cast: Math.max(poll.cast, cast) } : poll,
    ),
  }))
  return { ...view, items, votedPolls: [...new Set([...view.votedPolls, pollId])] }
}

const openPollOf = ({ items }: Pick<MeetingLive, 'items'>): string | undefined =>
  items.flatMap(({ polls }) => polls).find(({ state }) => state === 'open')?.id

/** May what only the reader sees (his votes, what he can do) have changed with this picture? Then his page is read again. */
export function changesOwn(view: MeetingView | undefined, live: MeetingLive): boolean {
  if (!view) return true
  if (view.state !== live.state || view.chairLabel !== live.chairLabel) return true
  return openPollOf(view) !== openPollOf(live) && (view.can.tell || view.byHand)
}
