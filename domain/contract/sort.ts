import { z } from 'zod'
import { operation } from './operation'
import * as wire from './shared'
import { matterCard, matterView } from './speak'

const routeChoice = z.object({
  code: wire.routeCode,
  leadId: wire.id.nullable().default(null),
  dueAt: wire.instant.nullable().default(null),
  task: wire.short('要办的事', 2000).nullable().default(null),
  ground: wire.whistleGround.nullable().default(null),
  whereTo: wire.short('去向', 500).nullable().default(null),
})

const queueItem = matterCard.extend({
  text: z.string(),
  /** “等了 2 天 3 小时” */
  waitingText: z.string(),
  /** Somebody of the branch has taken it on (接件). */
  acknowledged: z.boolean(),
  isReview: z.boolean(),
})
export type QueueItem = z.infer<typeof queueItem>

export const sort = {
  queue: operation({
    id: 'sort.queue',
    summary: '等着分类、复核的事：等得最久的在前',
    ability: 'seeQueue',
    params: wire.compoundParams,
    query: wire.paging,
    response: z.object({ matters: z.array(queueItem), total: z.int(), next: z.string().nullable() }),
  }),
  acknowledge: operation({
    id: 'sort.acknowledge',
    summary: '接件',
    ability: 'acknowledge',
    idempotent: true,
    params: wire.matterParams,
    response: matterView,
  }),
  sort: operation({
    id: 'sort.sort',
    summary: '分类：类别、去向（一条或几条）、责任人、期限',
    ability: 'sort',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({
      topic: wire.topic,
      routes: wire.few(routeChoice, '去向', 9),
      reason: wire.words,
      isPrivate: z.boolean().optional(),
    }),
    response: matterView,
  }),
  return: operation({
    id: 'sort.return',
    summary: '退回，写明原因和去处',
    ability: 'return',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ reason: wire.words, whereTo: wire.words }),
    response: matterView,
  }),
  merge: operation({
    id: 'sort.merge',
    summary: '并到另一件（附议的人一起过去）',
    ability: 'merge',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ intoId: wire.id, reason: wire.words }),
    response: matterView,
  }),
  split: operation({
    id: 'sort.split',
    summary: '拆成几件',
    ability: 'split',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({
      parts: wire.few(z.object({ title: wire.short('标题', 200), text: wire.words }), '拆出的事', 5),
      reason: wire.words,
    }),
    response: matterView,
  }),
  review: operation({
    id: 'sort.review',
    summary: '复核：由另一位决定',
    ability: 'review',
    idempotent: true,
    params: wire.matterParams,
    body: z.object({ upheld: z.boolean(), reason: wire.words }),
    response: matterView,
  }),
}
