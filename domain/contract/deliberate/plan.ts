import { z } from 'zod'
import { operation } from '../operation'
import * as wire from '../shared'
import { meetingCard, meetingKind, meetingView, voters } from './meeting'

/** What the convener answers before he chooses the kind (RULES.md §2: when a hearing is required). */
export const meetingSigns = z.object({
  /** 政府或外面的单位提出的项目 */
  fromOutside: z.boolean().default(false),
  /** 决定之前，关系大家切身利益 */
  vitalInterests: z.boolean().default(false),
  /** 多数人受益，少数几户受损 */
  burdensFew: z.boolean().default(false),
})

const speaking = z
  .int()
  .min(30, { error: '发言时间至少 30 秒。' })
  .max(1_800, { error: '发言时间最多 30 分钟。' })

const petition = z.object({
  id: wire.id,
  kind: meetingKind,
  title: z.string(),
  why: z.string(),
  matterId: wire.id.nullable(),
  startedAt: wire.instant,
  closesAt: wire.instant,
  base: z.int(),
  needed: z.int(),
  signatures: z.int(),
  signed: z.boolean(),
  canSign: z.boolean(),
  whyNotSign: z.string(),
  reachedAt: wire.instant.nullable(),
  meetingId: wire.id.nullable(),
})
export type PetitionView = z.infer<typeof petition>

/** Before a meeting: which kind, what about, who is asked, and what changed after the notice. */
export const plan = {
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
      /** 评议会: what was done within the year and rated, with what residents answered. */
      reviewable: z.array(
        z.object({ matterId: wire.id, receipt: z.string(), title: z.string(), scores: z.string() }),
      ),
    }),
  }),
  convene: operation({
    id: 'deliberate.convene',
    summary: '通知开会：种类、时间、地点、议程；该开听证会的不能只开议事会',
    ability: 'convene',
    idempotent: true,
    params: wire.compoundParams,
    body: z.object({
      kind: meetingKind,
      signs: meetingSigns.default({ fromOutside: false, vitalInterests: false, burdensFew: false }),
      title: wire.short('会议名称', 60).default(''),
      startsAt: wire.instant,
      place: z.string().max(60, { error: '地点写短一些，最多 60 字。' }),
      mapNote: wire.short('怎么走', 200).default(''),
      online: z.boolean().default(false),
      notice: wire.short('通知', 2000).default(''),
      photoIds: wire.photoIds,
      voters: voters.default('present'),
      deputyId: wire.id.nullable().default(null),
      chairId: wire.id.nullable().default(null),
      speechSeconds: speaking.default(180),
      replySeconds: speaking.default(60),
      petitionId: wire.id.nullable().default(null),
      items: wire.few(
        z.object({
          matterId: wire.id,
          routeId: wire.id,
          motion: wire.short('动议', 2000).nullable().default(null),
        }),
        '议程',
        20,
      ),
      /** 评议会: matters that were done and rated. */
      reviewed: wire.few(wire.id, '被评议的事', 20).default([]),
      /** 评议会: bodies that answer for their work. */
      bodies: wire.few(wire.short('被评议的单位', 40), '被评议的单位', 10).default([]),
      /** 听证会: those burdened are invited one by one. */
      parties: wire
        .few(
          z.object({
            side: z.enum(['burdened', 'applicant', 'authority', 'other'], { error: '请选是哪一方。' }),
            label: wire.short('是谁', 40),
            residentId: wire.id.nullable().default(null),
          }),
          '各方',
          200,
        )
        .default([]),
    }),
    response: meetingView,
    status: 201,
  }),
  change: operation({
    id: 'deliberate.change',
    summary: '通知以后改时间、地点或说明：改了什么、为什么，大家都看得到',
    ability: 'convene',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({
      startsAt: wire.instant.optional(),
      place: z.string().max(60, { error: '地点写短一些，最多 60 字。' }).optional(),
      mapNote: wire.short('怎么走', 200).optional(),
      notice: wire.short('通知', 2000).optional(),
      reason: wire.words,
    }),
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
  calendar: operation({
    id: 'deliberate.calendar',
    summary: '日历文件（.ics）',
    ability: 'enter',
    params: wire.meetingParams,
    response: wire.file,
  }),
  poster: operation({
    id: 'deliberate.poster',
    summary: '贴在公告栏的通知（DOCX，带二维码）',
    ability: 'enter',
    params: wire.meetingParams,
    response: wire.file,
  }),
  petitions: operation({
    id: 'deliberate.petitions',
    summary: '要求开会的联名',
    ability: 'enter',
    params: wire.compoundParams,
    response: z.object({ petitions: z.array(petition) }),
  }),
  petition: operation({
    id: 'deliberate.petition',
    summary: '发起联名，要求开会',
    ability: 'petition',
    idempotent: true,
    params: wire.compoundParams,
    body: z.object({
      kind: z.enum(['deliberation', 'hearing'], { error: '请选要求开哪一种会。' }),
      title: wire.short('标题', 60),
      why: wire.words,
      matterId: wire.id.nullable().default(null),
    }),
    response: petition,
    status: 201,
  }),
  signPetition: operation({
    id: 'deliberate.signPetition',
    summary: '联名，或撤回联名；帮办员可以代人记下',
    ability: 'enter',
    idempotent: true,
    params: wire.compoundParams.extend({ petitionId: wire.id }),
    body: z.object({ sign: z.boolean(), forId: wire.id.nullable().default(null) }),
    response: petition,
  }),
}
