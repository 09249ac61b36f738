import { z } from 'zod'
import { operation } from './operation'
import * as wire from './shared'
import { matterView, routeView } from './speak'

const task = z.object({
  matterId: wire.id,
  receipt: z.string(),
  title: z.string(),
  placeLabel: z.string(),
  route: routeView,
  /** Only for the lead and helpers: whom to call and where. */
  reporter: wire.person,
})
export type TaskView = z.infer<typeof task>

export const act = {
  tasks: operation({
    id: 'act.tasks',
    summary: '要办的事：我负责的、帮忙的、要我查验的；或全部（看板）',
    ability: 'seeTasks',
    params: wire.compoundParams,
    query: wire.paging.extend({ scope: z.enum(['mine', 'all']).default('mine') }),
    response: z.object({ tasks: z.array(task), next: z.string().nullable() }),
  }),
  assign: operation({
    id: 'act.assign',
    summary: '派人：一位责任人，办什么，什么时候办完',
    ability: 'assign',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({
      leadId: wire.id,
      helperIds: wire.few(wire.id, '一起办的人', 10).default([]),
      task: wire.words,
      dueAt: wire.instant,
      checkerId: wire.id.nullable().default(null),
    }),
    response: matterView,
  }),
  start: operation({
    id: 'act.start',
    summary: '开始办',
    ability: 'start',
    idempotent: true,
    params: wire.routeParams,
    response: matterView,
  }),
  progress: operation({
    id: 'act.progress',
    summary: '报进展',
    ability: 'progress',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({ text: wire.words, photoIds: wire.photoIds }),
    response: matterView,
  }),
  extend: operation({
    id: 'act.extend',
    summary: '延期一次，写明原因和新日期',
    ability: 'extend',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({ dueAt: wire.instant, reason: wire.words }),
    response: matterView,
  }),
  claimDone: operation({
    id: 'act.claimDone',
    summary: '办完了，附凭据',
    ability: 'claimDone',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({ text: wire.words, photoIds: wire.photoIds }),
    response: matterView,
  }),
  check: operation({
    id: 'act.check',
    summary: '查验返工的事',
    ability: 'check',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({ passed: z.boolean(), reason: wire.words }),
    response: matterView,
  }),
  escalate: operation({
    id: 'act.escalate',
    summary: '上报一级',
    ability: 'escalate',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({ reason: wire.words }),
    response: matterView,
  }),
  answer: operation({
    id: 'act.answer',
    summary: '书面答复后办结（转办的、不在此处的）',
    ability: 'answer',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({ reason: wire.words }),
    response: matterView,
  }),
}
