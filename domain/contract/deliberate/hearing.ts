import { z } from 'zod'
import { operation } from '../operation'
import * as wire from '../shared'

const side = z.enum(['burdened', 'applicant', 'authority', 'other'], { error: '请选是哪一方。' })

const party = z.object({
  id: wire.id,
  side,
  label: z.string(),
  isMe: z.boolean(),
  invitedAt: wire.instant.nullable(),
  invitedHow: z.string(),
  isHere: z.boolean(),
  view: z.string(),
  viewAt: wire.instant.nullable(),
  photos: z.array(wire.photo),
  signedAt: wire.instant.nullable(),
  signedHow: z.string(),
})
const question = z.object({
  id: wire.id,
  askedLabel: z.string(),
  toPartyId: wire.id.nullable(),
  text: z.string(),
  at: wire.instant,
  answer: z.string(),
  answeredLabel: z.string(),
  answeredAt: wire.instant.nullable(),
  canAnswer: z.boolean(),
})
const demand = z.object({
  id: wire.id,
  itemId: wire.id.nullable(),
  partyId: wire.id.nullable(),
  label: z.string(),
  text: z.string(),
  at: wire.instant,
  dueAt: wire.instant,
  isAdopted: z.boolean().nullable(),
  answer: z.string(),
  answeredAt: wire.instant.nullable(),
  /** “逾期 3 天”; empty when in time. */
  overdueText: z.string(),
})
export type PartyView = z.infer<typeof party>
export type DemandView = z.infer<typeof demand>

const page = z.object({
  parties: z.array(party),
  questions: z.array(question),
  demands: z.array(demand),
  observers: z.int(),
  /** Burdened parties nobody has invited yet: the hearing cannot be opened before. */
  uninvited: z.int(),
  can: z.object({
    keep: z.boolean(),
    ask: z.boolean(),
    demand: z.boolean(),
    answerDemand: z.boolean(),
    /** There is a record to sign: it has been opened. */
    sign: z.boolean(),
  }),
})
export type HearingView = z.infer<typeof page>

const partyParams = wire.meetingParams.extend({ partyId: wire.id })

/** 听证会: every side heard, the burdened even when absent; each demand answered in writing. */
export const hearing = {
  hearing: operation({
    id: 'deliberate.hearing',
    summary: '听证：各方、问答、诉求',
    ability: 'enter',
    params: wire.meetingParams,
    response: page,
  }),
  addParty: operation({
    id: 'deliberate.addParty',
    summary: '加一方',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ side, label: wire.short('是谁', 40), residentId: wire.id.nullable().default(null) }),
    response: page,
  }),
  inviteParty: operation({
    id: 'deliberate.inviteParty',
    summary: '记下怎么请的：上门、电话、信',
    ability: 'moderate',
    idempotent: true,
    params: partyParams,
    body: z.object({ how: wire.short('怎么请的', 60) }),
    response: page,
  }),
  recordView: operation({
    id: 'deliberate.recordView',
    summary: '记下这一方的意见和证据；没到场的也要记',
    ability: 'enter',
    idempotent: true,
    params: partyParams,
    body: z.object({ view: wire.words, isHere: z.boolean().optional(), photoIds: wire.photoIds }),
    response: page,
  }),
  askParty: operation({
    id: 'deliberate.askParty',
    summary: '问一方',
    ability: 'checkIn',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ text: wire.words, toPartyId: wire.id.nullable().default(null) }),
    response: page,
  }),
  answerQuestion: operation({
    id: 'deliberate.answerQuestion',
    summary: '回答',
    ability: 'enter',
    idempotent: true,
    params: wire.meetingParams.extend({ questionId: wire.id }),
    body: z.object({ answer: wire.words }),
    response: page,
  }),
  demand: operation({
    id: 'deliberate.demand',
    summary: '提一条具体的诉求；主持人可以替一方记下',
    ability: 'checkIn',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({
      text: wire.words,
      itemId: wire.id.nullable().default(null),
      partyId: wire.id.nullable().default(null),
    }),
    response: page,
  }),
  answerDemand: operation({
    id: 'deliberate.answerDemand',
    summary: '书面答复一条诉求：采纳或不采纳，写明原因',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams.extend({ demandId: wire.id }),
    body: z.object({ isAdopted: z.boolean(), answer: wire.words }),
    response: page,
  }),
  signRecord: operation({
    id: 'deliberate.signRecord',
    summary: '各方代表在记录上签字；纸上签的由记录人记下',
    ability: 'enter',
    idempotent: true,
    params: partyParams,
    body: z.object({ how: wire.short('怎么签的', 60).default('') }),
    response: page,
  }),
}
