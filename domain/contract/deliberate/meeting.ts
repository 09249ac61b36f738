import { z } from 'zod'
import { MOTION_KINDS, MOTION_STATES, SPEECH_KINDS } from '../../deliberate/floor'
import { MEETING_KINDS, type MeetingKind } from '../../deliberate/meeting'
import { POLL_METHODS } from '../../deliberate/polls/poll'
import * as wire from '../shared'

const codes = <Code extends string>(table: Record<Code, unknown>) => Object.keys(table) as [Code, ...Code[]]

export const meetingKind = z.enum(codes<MeetingKind>(MEETING_KINDS), { error: '请选开哪一种会。' })
export const speechKind = z.enum(codes(SPEECH_KINDS), { error: '请选怎么发言。' })
export const motionKind = z.enum(codes(MOTION_KINDS), { error: '请选提什么。' })
export const pollMethod = z.enum(codes(POLL_METHODS), { error: '请选怎么表决。' })
export const voters = z.enum(['present', 'members'], { error: '请选谁可以表决。' })

export const meetingCard = z.object({
  id: wire.id,
  kind: meetingKind,
  title: z.string(),
  state: z.enum(['noticed', 'open', 'closed', 'cancelled']),
  startsAt: wire.instant,
  noticedAt: wire.instant,
  place: z.string(),
  online: z.boolean(),
  itemTitles: z.array(z.string()),
  going: z.int(),
  myRsvp: z.enum(['yes', 'no']).nullable(),
})
export type MeetingCard = z.infer<typeof meetingCard>

/** One option of a poll, or one of the three choices, with what it got. */
export const pollLine = z.object({
  id: z.string(),
  title: z.string(),
  /** Voices; for scoring the sum of points, for ranking the place, 1 for the best. */
  count: z.int(),
  /** Of these by raised hands. */
  hands: z.int(),
  isWinner: z.boolean(),
})

export const pollResult = z.object({
  lines: z.array(pollLine),
  /** Voices cast, hands among them. */
  cast: z.int(),
  hands: z.int(),
  /** Of a motion: more than half agree; null for a poll that only sounds out. */
  adopted: z.boolean().nullable(),
  /** One sentence: “12 人同意，3 人不同意，1 人弃权，过半数，通过。” */
  words: z.string(),
  /** How it was counted, in one sentence; for a ranking round by round. */
  steps: z.array(z.string()),
  /** Named polls only: who voted what. */
  voices: z.array(z.object({ label: z.string(), marks: z.string() })),
})
export type PollResultView = z.infer<typeof pollResult>

export const pollView = z.object({
  id: wire.id,
  itemId: wire.id,
  about: z.enum(['motion', 'amendment', 'order', 'other']),
  motionId: wire.id.nullable(),
  question: z.string(),
  method: pollMethod,
  options: z.array(z.object({ id: z.string(), title: z.string() })),
  picksMax: z.int(),
  isSecret: z.boolean(),
  state: z.enum(['open', 'closed']),
  openedAt: wire.instant,
  closedAt: wire.instant.nullable(),
  /** Votes on phones so far: how many, never which way. */
  cast: z.int(),
  /** People in the room who vote by hand: so many hands can be counted at most. */
  handsMax: z.int(),
  /** Where the two tellers stand; null: nobody votes by hand. */
  hands: z.enum(['none', 'one', 'agreed', 'differ']).nullable(),
  /** Once closed. */
  result: pollResult.nullable(),
})
export type PollView = z.infer<typeof pollView>

export const motionView = z.object({
  id: wire.id,
  kind: motionKind,
  text: z.string(),
  proposerLabel: z.string(),
  seconders: z.int(),
  state: z.enum(codes(MOTION_STATES)),
  reason: z.string(),
})
export type MotionView = z.infer<typeof motionView>

export const itemView = z.object({
  id: wire.id,
  position: z.int(),
  /** Null for a point about a body that answers for its work (评议会). */
  matterId: wire.id.nullable(),
  matterReceipt: z.string(),
  matterTitle: z.string(),
  /** The body under review; null otherwise. */
  body: z.string().nullable(),
  /** 评议会: it is only rated; nothing has to come of it. */
  isReviewed: z.boolean(),
  /** Of what is rated: what residents answered about it, a body's work over the last year; empty where there is nothing. */
  scores: z.string(),
  /** The point's own motion, as it stands now. */
  motion: z.string().nullable(),
  proposerLabel: z.string().nullable(),
  /** What was proposed from the floor, in order. */
  motions: z.array(motionView),
  polls: z.array(pollView),
  /** Of its own motion's last closed poll. */
  adopted: z.boolean().nullable(),
  outcome: z.enum(['resolved', 'declined', 'referred', 'heard']).nullable(),
  outcomeText: z.string(),
  minorityViews: z.string(),
})
export type ItemView = z.infer<typeof itemView>

export const speechView = z.object({
  id: wire.id,
  itemId: wire.id,
  label: z.string(),
  kind: speechKind,
  /** How often he has spoken on this point before. */
  spokenBefore: z.int(),
  seconds: z.int(),
  calledAt: wire.instant.nullable(),
})
export type SpeechView = z.infer<typeof speechView>

/** What everybody's screen shows and the socket sends: the same for all who may enter. */
export const meetingLive = z.object({
  id: wire.id,
  /** Rises by one with each step of a moderator (If-Match). */
  version: z.int(),
  /** How many transactions the picture has seen: of two pictures the one with the higher pulse is the later. */
  pulse: z.int(),
  /** The last of its events (deliberate.events). */
  eventSeq: z.int(),
  /** The last row of the journal about it: another one, and its other pages (hearing, statements, minutes) may have changed. */
  trail: z.string().nullable(),
  kind: meetingKind,
  title: z.string(),
  state: meetingCard.shape.state,
  startsAt: wire.instant,
  place: z.string(),
  online: z.boolean(),
  mapNote: z.string(),
  notice: z.string(),
  voters,
  chairLabel: z.string(),
  currentItemId: wire.id.nullable(),
  items: z.array(itemView),
  going: z.int(),
  seats: z.int(),
  /** Seated members present, and everybody present (guests on the list among them). */
  presentMembers: z.int(),
  present: z.int(),
  quorumNeeded: z.int(),
  hasQuorum: z.boolean(),
  /** Before it opens: what the members' answers promise, in a sentence (domain/deliberate/quorum); empty otherwise. */
  forecast: z.string(),
  speaking: speechView.nullable(),
  /** In the order in which they will be called (domain/deliberate/floor). */
  queue: z.array(speechView),
  statements: z.int(),
  /** The server's time, for timers on phones whose clock is wrong. */
  serverNow: wire.instant,
})
export type MeetingLive = z.infer<typeof meetingLive>

export const attendee = z.object({
  personId: wire.id,
  label: z.string(),
  name: z.string().nullable(),
  isMember: z.boolean(),
  rsvp: z.enum(['yes', 'no']).nullable(),
  checkedIn: z.boolean(),
  byHand: z.boolean(),
})

export const meetingView = meetingLive.extend({
  noticedAt: wire.instant,
  myRsvp: z.enum(['yes', 'no']).nullable(),
  itemTitles: z.array(z.string()),
  checkedIn: z.boolean(),
  byHand: z.boolean(),
  isMember: z.boolean(),
  /** Polls of this meeting in which the reader has voted. */
  votedPolls: z.array(wire.id),
  /** Why he may not vote here at all, in a sentence; empty when he may once checked in. */
  whyNotVote: z.string(),
  /** His own waiting or running speech. */
  mySpeechId: wire.id.nullable(),
  /** Motions he has seconded or proposed. */
  mySeconded: z.array(wire.id),
  changes: z.array(
    z.object({
      at: wire.instant,
      field: z.string(),
      before: z.string(),
      after: z.string(),
      reason: z.string(),
    }),
  ),
  photos: z.array(wire.photo),
  /** Only for those who moderate: shown in the room as a QR code and as digits; changes every minute. */
  checkInCode: z.string().nullable(),
  checkInCodeUntil: wire.instant.nullable(),
  /** The link with the code as a picture: data:image/png. */
  checkInPicture: z.string().nullable(),
  /** Only for those who moderate or help: who is here and who is expected. */
  attendees: z.array(attendee),
  guests: z.array(
    z.object({ id: wire.id, label: z.string(), name: z.string().nullable(), isResident: z.boolean() }),
  ),
  tellerIds: z.array(wire.id),
  /** The minutes' state once there are any. */
  minutes: z.enum(['none', 'draft', 'shown', 'published']),
  can: z.object({
    rsvp: z.boolean(),
    checkIn: z.boolean(),
    checkInOther: z.boolean(),
    /** Holds the gavel now. */
    moderate: z.boolean(),
    /** May take it over. */
    takeOver: z.boolean(),
    open: z.boolean(),
    close: z.boolean(),
    cancel: z.boolean(),
    change: z.boolean(),
    vote: z.boolean(),
    speak: z.boolean(),
    propose: z.boolean(),
    tell: z.boolean(),
    state: z.boolean(),
    submit: z.boolean(),
    record: z.boolean(),
  }),
})
export type MeetingView = z.infer<typeof meetingView>
