import { z } from 'zod'
import { TEXT_MAX, TITLE_MAX } from '../speak/limits'
import { operation } from './operation'
import * as wire from './shared'

export const place = z.object({
  buildingId: wire.id.nullable(),
  /** “东侧车棚”, “2 单元电梯” … */
  detail: z.string().max(60, { error: '地点写短一些，最多 60 字。' }),
})

/** A matter on a list: everything its card shows. */
export const matterCard = z.object({
  id: wire.id,
  receipt: z.string(),
  title: z.string(),
  topic: wire.topic.nullable(),
  routes: z.array(wire.routeCode),
  placeLabel: z.string(),
  raisedAt: wire.instant,
  lastActivityAt: wire.instant,
  standing: wire.standing,
  supports: z.int(),
  followers: z.int(),
  comments: z.int(),
  supported: z.boolean(),
  followed: z.boolean(),
  mine: z.boolean(),
  thumbUrl: z.string().nullable(),
  isPrivate: z.boolean(),
})
export type MatterCard = z.infer<typeof matterCard>

export const routeView = z.object({
  id: wire.id,
  code: wire.routeCode,
  state: wire.state,
  leadLabel: z.string().nullable(),
  /** true when the caller is the lead */
  isMine: z.boolean(),
  helperLabels: z.array(z.string()),
  task: z.string().nullable(),
  dueAt: wire.instant.nullable(),
  dueBeforeExtension: wire.instant.nullable(),
  overdueText: z.string(),
  ground: z.string().nullable(),
  whereTo: z.string().nullable(),
  meetingId: wire.id.nullable(),
  meetingAt: wire.instant.nullable(),
  checkerLabel: z.string().nullable(),
  failures: z.int(),
  ratingClosesAt: wire.instant.nullable(),
  /** Every rate prints its N; sentences such as “83%（N=12）” or 样本不足 (RULES.md §5). */
  rating: z
    .object({
      n: z.int(),
      contacted: z.string(),
      solved: z.string(),
      satisfied: z.string(),
      /** The reporter's own answer, shown apart: null while there is none. */
      reporterSolved: z.boolean().nullable(),
      /** true when the caller has answered */
      rated: z.boolean(),
    })
    .nullable(),
  can: z.array(wire.intentType),
})
export type RouteView = z.infer<typeof routeView>

export const timelineEntry = z.object({
  id: z.string(),
  at: wire.instant,
  room: wire.room,
  /** “分为 小区共事，另转物业服务” */
  title: z.string(),
  /** The reason or words; may be empty. */
  text: z.string(),
  /** “支部”, “5 号楼居民”, “系统” */
  who: z.string(),
  photos: z.array(wire.photo),
})
export type TimelineEntry = z.infer<typeof timelineEntry>

export const commentView = z.object({
  id: wire.id,
  at: wire.instant,
  who: z.string(),
  text: z.string(),
  mine: z.boolean(),
  hidden: z.boolean(),
  hiddenReason: z.string().nullable(),
})
export type CommentView = z.infer<typeof commentView>

/** One screen of a matter in one answer. `version` goes back in If-Match as `"<version>"`; so does the ETag. */
export const matterView = matterCard.extend({
  version: z.int(),
  text: z.string(),
  place: place.extend({ buildingName: z.string().nullable() }),
  photos: z.array(wire.photo),
  reporter: wire.person,
  /** “帮办员代记 · 上门”, empty when the reporter typed it himself */
  onBehalf: z.string(),
  mergedInto: z.object({ id: wire.id, receipt: z.string(), title: z.string() }).nullable(),
  parts: z.array(z.object({ id: wire.id, receipt: z.string(), title: z.string() })),
  routeViews: z.array(routeView),
  timeline: z.array(timelineEntry),
  latestComments: z.array(commentView),
  /** Intents on the matter as a whole that the caller may try now. */
  can: z.array(wire.intentType),
  canSupport: z.boolean(),
  canComment: z.boolean(),
  canHideComment: z.boolean(),
})
export type MatterView = z.infer<typeof matterView>

const matterAnswer = matterView

export const raiseBody = z.object({
  title: wire.short('标题', 200).default('').describe(`至多 ${TITLE_MAX} 字；空着时取第一句`),
  text: wire.words.describe(`至多 ${TEXT_MAX} 字`),
  place,
  photoIds: wire.photoIds,
  isPrivate: z.boolean().default(false),
  /** Only for a helper or the branch, on somebody's behalf. */
  onBehalf: z
    .object({
      capacity: z.enum(['helper', 'family', 'guardian']),
      channel: z.enum(['door', 'phone', 'paper', 'meeting']),
      /** A resident of the compound when known … */
      reporterId: wire.id.nullable(),
      /** … else his name, kept sealed. */
      reporterName: wire.short('姓名', 30).default(''),
    })
    .nullable()
    .default(null),
})

export const speak = {
  list: operation({
    id: 'speak.list',
    summary: '事项列表：按最近动静排，翻页用 cursor',
    ability: 'enter',
    params: wire.compoundParams,
    query: wire.paging.extend({
      q: wire.short('要找的词', 50).optional(),
      topic: wire.topic.optional(),
      route: wire.routeCode.optional(),
      stage: wire.room.optional(),
      open: z.enum(['true', 'false']).optional(),
      overdue: z.literal('true').optional(),
      buildingId: wire.id.optional(),
      mine: z.literal('true').optional(),
      followed: z.literal('true').optional(),
    }),
    response: z.object({ matters: z.array(matterCard), next: z.string().nullable() }),
  }),
  read: operation({
    id: 'speak.read',
    summary: '一件事的整页',
    ability: 'enter',
    params: wire.matterParams,
    response: matterAnswer,
  }),
  raise: operation({
    id: 'speak.raise',
    summary: '说一件事',
    ability: 'raise',
    idempotent: true,
    params: wire.compoundParams,
    body: raiseBody,
    response: z.object({ id: wire.id, receipt: z.string(), matter: matterAnswer }),
    status: 201,
  }),
  edit: operation({
    id: 'speak.edit',
    summary: '改自己说的事（还没分类时）；须带 If-Match',
    ability: 'edit',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ title: wire.short('标题', 200), text: wire.words, place, photoIds: wire.photoIds }),
    response: matterAnswer,
  }),
  resubmit: operation({
    id: 'speak.resubmit',
    summary: '退回后补充重提',
    ability: 'resubmit',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ text: wire.words, photoIds: wire.photoIds }),
    response: matterAnswer,
  }),
  withdraw: operation({
    id: 'speak.withdraw',
    summary: '撤回自己说的事',
    ability: 'withdraw',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ reason: wire.words }),
    response: matterAnswer,
  }),
  object: operation({
    id: 'speak.object',
    summary: '申请复核（一次）',
    ability: 'object',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ reason: wire.words }),
    response: matterAnswer,
  }),
  reopen: operation({
    id: 'speak.reopen',
    summary: '办结 30 天内又出现',
    ability: 'reopen',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ reason: wire.words }),
    response: matterAnswer,
  }),
  support: operation({
    id: 'speak.support',
    summary: '我也遇到（附议），on=false 收回',
    ability: 'support',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ on: z.boolean() }),
    response: z.object({ supported: z.boolean(), supports: z.int() }),
  }),
  follow: operation({
    id: 'speak.follow',
    summary: '关注，on=false 取消',
    ability: 'follow',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ on: z.boolean() }),
    response: z.object({ followed: z.boolean(), followers: z.int() }),
  }),
  comments: operation({
    id: 'speak.comments',
    summary: '留言，新的在前',
    ability: 'enter',
    params: wire.matterParams,
    query: wire.paging,
    response: z.object({ comments: z.array(commentView), next: z.string().nullable() }),
  }),
  comment: operation({
    id: 'speak.comment',
    summary: '留言',
    ability: 'comment',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ text: wire.words }),
    response: commentView,
    status: 201,
  }),
  hideComment: operation({
    id: 'speak.hideComment',
    summary: '隐去一条留言，写明原因；作者会收到',
    ability: 'hideComment',
    idempotent: true,
    params: wire.matterParams.extend({ commentId: wire.id }),
    body: z.object({ reason: wire.words }),
    response: commentView,
  }),
  uploadPhoto: operation({
    id: 'speak.uploadPhoto',
    summary: '传一张照片（multipart，字段名 file，10 MB 内）：重新编码，去掉位置等信息',
    ability: 'enter',
    params: wire.compoundParams,
    response: wire.photo,
    status: 201,
  }),
}
