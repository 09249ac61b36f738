import type { MeetingLive, MeetingView } from '@yishiting/domain/contract/deliberate'
import { backoff } from '@/api/live/backoff'
import { changesOwn, laterView, mergeLive, withVote } from '@/api/live/merge'

const poll = (id: string, state: 'open' | 'closed', cast = 0) => ({ id, state, cast })
const live = (more: object = {}) =>
  ({
    id: 'm',
    pulse: 5,
    state: 'open',
    chairLabel: '支部书记',
    items: [{ id: 'i', matterTitle: '车棚的灯', polls: [poll('p', 'open', 3)] }],
    ...more,
  }) as unknown as MeetingLive
const view = (more: object = {}) =>
  ({ ...live(), votedPolls: [], can: { tell: false }, myRsvp: 'yes', ...more }) as unknown as MeetingView

test('a later picture is put over the page and leaves the reader’s own as it was', () => {
  const next = live({ pulse: 6, items: [{ id: 'i', matterTitle: '路灯', polls: [] }] })
  expect(mergeLive(view({ votedPolls: ['p'] }), next)).toMatchObject({
    pulse: 6,
    itemTitles: ['路灯'],
    votedPolls: ['p'],
    myRsvp: 'yes',
  })
})

test('an older picture, one that has been seen, or one of another meeting changes nothing', () => {
  const known = view()
  for (const old of [live({ pulse: 4 }), live({ pulse: 5 }), live({ id: 'other', pulse: 9 })])
    expect(mergeLive(known, old)).toBe(known)
  expect(mergeLive(undefined, live())).toBeUndefined()
})

test('a slow answer does not put an older picture over what the socket has brought meanwhile', () => {
  const known = view({ pulse: 9, present: 20 })
  const slow = view({ pulse: 7, present: 12, myRsvp: 'no' })
  expect(laterView(known, slow)).toMatchObject({ pulse: 9, present: 20, myRsvp: 'no' })
  expect(laterView(known, view({ pulse: 10, present: 21 }))).toMatchObject({ pulse: 10, present: 21 })
})

test('one’s vote is said at once, and a picture that came sooner is not counted back', () => {
  const voted = withVote(view(), { pollId: 'p', cast: 4 })
  expect(voted.votedPolls).toEqual(['p'])
  expect(voted.items[0]?.polls[0]?.cast).toBe(4)
  expect(withVote(voted, { pollId: 'p', cast: 2 })).toMatchObject({ votedPolls: ['p'] })
  expect(withVote(voted, { pollId: 'p', cast: 2 }).items[0]?.polls[0]?.cast).toBe(4)
})

test('the own page is read again when the meeting opens or another takes the gavel, not with each vote', () => {
  expect(changesOwn(view(), live({ pulse: 6 }))).toBe(false)
  expect(changesOwn(view(), live({ state: 'closed' }))).toBe(true)
  expect(changesOwn(view(), live({ chairLabel: '居委会' }))).toBe(true)
  expect(changesOwn(undefined, live())).toBe(true)
})

test('phones that lost the same server do not knock all at once, and not more than once in seven seconds for long', () => {
  const waits = [0, 0.5, 1].map((chance) => backoff(0, chance))
  expect(waits).toEqual([750, 1000, 1250])
  expect(backoff(99, 0)).toBe(7500)
  expect(backoff(99, 1)).toBe(12_500)
})
