import { z } from 'zod'
import { operation } from '../operation'
import * as wire from '../shared'
import { meetingView, motionKind, speechKind } from './meeting'

const speechParams = wire.meetingParams.extend({ speechId: wire.id })
const motionParams = wire.meetingParams.extend({ motionId: wire.id })

/** 主持: who holds the gavel, which point, who speaks, what is proposed. */
export const floor = {
  open: operation({
    id: 'deliberate.open',
    summary: '宣布开会：谁宣布，谁主持',
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
  takeOver: operation({
    id: 'deliberate.takeOver',
    summary: '接过主持',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    response: meetingView,
  }),
  goTo: operation({
    id: 'deliberate.goTo',
    summary: '现在议哪一项，大家的屏幕跟着走',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ itemId: wire.id.nullable() }),
    response: meetingView,
  }),
  askToSpeak: operation({
    id: 'deliberate.askToSpeak',
    summary: '举手发言、插一句、提会议程序；主持人可以替没带手机的人举手',
    ability: 'checkIn',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({
      itemId: wire.id,
      kind: speechKind.default('speech'),
      /** Somebody without a phone, by who keeps the list. */
      forId: wire.id.nullable().default(null),
      guestId: wire.id.nullable().default(null),
    }),
    response: meetingView,
  }),
  withdrawSpeech: operation({
    id: 'deliberate.withdrawSpeech',
    summary: '不说了',
    ability: 'checkIn',
    idempotent: true,
    params: speechParams,
    response: meetingView,
  }),
  callSpeaker: operation({
    id: 'deliberate.callSpeaker',
    summary: '请下一位发言；不写是谁，就按公平的次序',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ speechId: wire.id.nullable().default(null) }),
    response: meetingView,
  }),
  endSpeech: operation({
    id: 'deliberate.endSpeech',
    summary: '发言结束，记一句要点',
    ability: 'moderate',
    idempotent: true,
    params: speechParams,
    body: z.object({ note: wire.short('要点', 500).default('') }),
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
  propose: operation({
    id: 'deliberate.propose',
    summary: '到会的人提动议、修正或程序意见',
    ability: 'checkIn',
    idempotent: true,
    params: wire.itemParams,
    body: z.object({ kind: motionKind, text: wire.words }),
    response: meetingView,
  }),
  second: operation({
    id: 'deliberate.second',
    summary: '附议',
    ability: 'checkIn',
    idempotent: true,
    params: motionParams,
    response: meetingView,
  }),
  settleMotion: operation({
    id: 'deliberate.settleMotion',
    summary: '采用一条提议（成为这一项的动议）、搁置（写明原因），或由提的人撤回',
    ability: 'checkIn',
    idempotent: true,
    params: motionParams,
    body: z.object({
      to: z.enum(['taken_up', 'set_aside', 'withdrawn']),
      /** For “taken_up”: the text of the point's motion from now on. */
      motion: wire.words.default(''),
      reason: wire.words.default(''),
    }),
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
  events: operation({
    id: 'deliberate.events',
    summary: '会上一步一步发生了什么（断线后补看）',
    ability: 'enter',
    params: wire.meetingParams,
    query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
    response: z.object({
      events: z.array(
        z.object({ seq: z.int(), at: wire.instant, kind: z.string(), label: z.string(), words: z.string() }),
      ),
    }),
  }),
}
