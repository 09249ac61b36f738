import { z } from 'zod'
import { operation } from './operation'
import * as wire from './shared'

const kind = z.enum(['talk', 'deliberation', 'hearing', 'review'])
const choice = z.enum(['agree', 'against', 'abstain'], { error: '请选同意、不同意或弃权。' })
const counts = z.object({ agree: z.int(), against: z.int(), abstain: z.int() })

export const meetingCard = z.object({
  id: wire.id,
  kind,
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

export const itemView = z.object({
  id: wire.id,
  position: z.int(),
  matterId: wire.id,
  matterReceipt: z.string(),
  matterTitle: z.string(),
  motion: z.string().nullable(),
  proposerLabel: z.string().nullable(),
  poll: z.enum(['none', 'open', 'closed']),
  /** How many have voted while open; the direction only after it is closed. */
  votesCast: z.int(),
  counts: counts.nullable(),
  adopted: z.boolean().nullable(),
  voted: z.boolean(),
  outcome: z.enum(['resolved', 'declined', 'referred']).nullable(),
  outcomeText: z.string(),
  minorityViews: z.string(),
  canVote: z.boolean(),
  /** Why not, in a sentence, when canVote is false and the poll is open. */
  whyNotVote: z.string(),
})
export type ItemView = z.infer<typeof itemView>

export const meetingView = meetingCard.extend({
  version: z.int(),
  notice: z.string(),
  items: z.array(itemView),
  seats: z.int(),
  /** Seated members present, and everybody present. */
  presentMembers: z.int(),
  present: z.int(),
  quorumNeeded: z.int(),
  hasQuorum: z.boolean(),
  checkedIn: z.boolean(),
  /** Only for those who moderate: shown in the room, typed in by those who check in. */
  checkInCode: z.string().nullable(),
  /** Only for those who moderate or help: who is here and who is expected. */
  attendees: z.array(
    z.object({
      personId: wire.id,
      label: z.string(),
      name: z.string().nullable(),
      isMember: z.boolean(),
      rsvp: z.enum(['yes', 'no']).nullable(),
      checkedIn: z.boolean(),
    }),
  ),
  can: z.object({
    rsvp: z.boolean(),
    checkIn: z.boolean(),
    checkInOther: z.boolean(),
    moderate: z.boolean(),
    open: z.boolean(),
    close: z.boolean(),
    cancel: z.boolean(),
  }),
})
export type MeetingView = z.infer<typeof meetingView>

export const deliberate = {
  meetings: operation({
    id: 'deliberate.meetings',
    summary: '会议：将要开的在前，开过的在后',
    ability: 'enter',
    params: wire.compoundParams,
    query: wire.paging.extend({ when: z.enum(['coming', 'past']).default('coming') }),
    response: z.object({ meetings: z.array(meetingCard), next: z.string().nullable() }),
  }),
  agendaCandidates: operation({
    id: 'deliberate.agendaCandidates',
    summary: '可以列入议程的事',
    ability: 'convene',
    params: wire.compoundParams,
    response: z.object({
      candidates: z.array(
        z.object({
          matterId: wire.id,
          routeId: wire.id,
          receipt: z.string(),
          title: z.string(),
          code: wire.routeCode,
          supports: z.int(),
        }),
      ),
    }),
  }),
  convene: operation({
    id: 'deliberate.convene',
    summary: '通知开会：种类、时间、地点、议程',
    ability: 'convene',
    idempotent: true,
    params: wire.compoundParams,
    body: z.object({
      kind,
      title: wire.short('会议名称', 60).default(''),
      startsAt: wire.instant,
      place: z.string().max(60, { error: '地点写短一些，最多 60 字。' }),
      online: z.boolean().default(false),
      notice: wire.short('通知', 2000).default(''),
      items: wire.few(
        z.object({
          matterId: wire.id,
          routeId: wire.id,
          motion: wire.short('动议', 2000).nullable().default(null),
        }),
        '议程',
        20,
      ),
    }),
    response: meetingView,
    status: 201,
  }),
  read: operation({
    id: 'deliberate.read',
    summary: '一次会议的整页',
    ability: 'enter',
    params: wire.meetingParams,
    response: meetingView,
  }),
  cancel: operation({
    id: 'deliberate.cancel',
    summary: '取消会议，写明原因；议程上的事退回待排',
    ability: 'convene',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ reason: wire.words }),
    response: meetingView,
  }),
  rsvp: operation({
    id: 'deliberate.rsvp',
    summary: '来不来',
    ability: 'rsvp',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ going: z.enum(['yes', 'no']) }),
    response: meetingView,
  }),
  checkIn: operation({
    id: 'deliberate.checkIn',
    summary: '签到：会场的四位码，或会议可线上参加',
    ability: 'checkIn',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ code: wire.short('签到码', 10).default('') }),
    response: meetingView,
  }),
  checkInOther: operation({
    id: 'deliberate.checkInOther',
    summary: '给没带手机的人签到',
    ability: 'checkInOther',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ personId: wire.id }),
    response: meetingView,
  }),
  open: operation({
    id: 'deliberate.open',
    summary: '宣布开会',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    response: meetingView,
  }),
  close: operation({
    id: 'deliberate.close',
    summary: '散会（每一项都要有结果）',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    response: meetingView,
  }),
  setMotion: operation({
    id: 'deliberate.setMotion',
    summary: '写好一条具体的动议',
    ability: 'moderate',
    idempotent: true,
    params: wire.itemParams,
    /** Without `proposerId` whoever proposed it before stays. */
    body: z.object({ motion: wire.words, proposerId: wire.id.nullable().optional() }),
    response: meetingView,
  }),
  openPoll: operation({
    id: 'deliberate.openPoll',
    summary: '就动议表决',
    ability: 'moderate',
    idempotent: true,
    params: wire.itemParams,
    response: meetingView,
  }),
  vote: operation({
    id: 'deliberate.vote',
    summary: '投票：一人一票，投后不能改',
    ability: 'vote',
    idempotent: true,
    params: wire.itemParams,
    body: z.object({ choice }),
    response: meetingView,
  }),
  closePoll: operation({
    id: 'deliberate.closePoll',
    summary: '结束表决',
    ability: 'moderate',
    idempotent: true,
    params: wire.itemParams,
    response: meetingView,
  }),
  resolve: operation({
    id: 'deliberate.resolve',
    summary: '形成决议，附少数意见；可直接派人办（不用再抄一遍）',
    ability: 'resolve',
    idempotent: true,
    params: wire.itemParams,
    body: z.object({
      resolution: wire.words,
      minorityViews: wire.short('少数意见', 5000).default(''),
      assign: z
        .object({
          leadId: wire.id,
          helperIds: wire.few(wire.id, '一起办的人', 10).default([]),
          dueAt: wire.instant,
        })
        .nullable()
        .default(null),
    }),
    response: meetingView,
  }),
  decline: operation({
    id: 'deliberate.decline',
    summary: '不采纳，写明原因',
    ability: 'decline',
    idempotent: true,
    params: wire.itemParams,
    body: z.object({ reason: wire.words, minorityViews: wire.short('少数意见', 5000).default('') }),
    response: meetingView,
  }),
  refer: operation({
    id: 'deliberate.refer',
    summary: '转业主表决、居民会议或部门，写明转给谁',
    ability: 'refer',
    idempotent: true,
    params: wire.itemParams,
    body: z.object({
      to: wire.routeCode,
      whereTo: wire.words,
      /** Needed for the whistle (吹哨) only. */
      ground: wire.whistleGround.nullable().default(null),
      reason: wire.words,
      minorityViews: wire.short('少数意见', 5000).default(''),
    }),
    response: meetingView,
  }),
}
