import { DAY } from '@yishiting/domain/matter/instant'
import type { Intent, IntentType } from '@yishiting/domain/matter/intents'
import { CHECKER, HAND, LEAD } from './cast'
import { NOW } from './matters'

const GOOD = { contacted: true, solved: true, satisfied: true, reason: '' }

/** One sensible intent of each type, as somebody would mean it at `now`. */
export function intentOf(type: IntentType, routeId: string, now = NOW): Intent {
  const intents: { [T in IntentType]: Extract<Intent, { type: T }> } = {
    acknowledge: { type: 'acknowledge' },
    edit: { type: 'edit' },
    return: { type: 'return', reason: '不归小区管', whereTo: '街道信访窗口' },
    resubmit: { type: 'resubmit', text: '补充：在 3 号楼东侧' },
    withdraw: { type: 'withdraw', reason: '自己修好了' },
    merge: { type: 'merge', intoId: 'other', reason: '和那件是同一盏灯' },
    split: {
      type: 'split',
      reason: '说的是两件事',
      parts: [
        { id: 'part-1', title: '灯坏了', text: '车棚的灯坏了' },
        { id: 'part-2', title: '门坏了', text: '单元门关不上' },
      ],
    },
    sort: {
      type: 'sort',
      topic: 'repair',
      reason: '物业合同里该做的',
      routes: [{ id: `sorted-${now}`, code: 'property', leadId: LEAD.id }],
    },
    object: { type: 'object', reason: '这是大家的事' },
    review: { type: 'review', upheld: true, reason: '确实要大家商量' },
    reopen: { type: 'reopen', reason: '又不亮了' },
    schedule: { type: 'schedule', routeId, meetingId: 'meeting', meetingAt: now + 4 * DAY },
    unschedule: { type: 'unschedule', routeId, reason: '会议取消' },
    deliberate: { type: 'deliberate', routeId, meetingId: 'meeting' },
    resolve: { type: 'resolve', routeId, resolution: '物业两周内装十盏灯', minorityViews: '两位不同意' },
    decline: { type: 'decline', routeId, reason: '费用没有着落' },
    refer: { type: 'refer', routeId, to: 'owners', whereTo: '业委会', reason: '要动公共收益' },
    assign: {
      type: 'assign',
      routeId,
      leadId: LEAD.id,
      helperIds: [HAND.id],
      task: '把灯修好',
      dueAt: now + 3 * DAY,
      checkerId: CHECKER.id,
    },
    start: { type: 'start', routeId },
    progress: { type: 'progress', routeId, text: '灯买到了' },
    extend: { type: 'extend', routeId, dueAt: now + 20 * DAY, reason: '灯要订货' },
    claimDone: { type: 'claimDone', routeId, text: '灯换好了', photoCount: 1 },
    check: { type: 'check', routeId, passed: true, reason: '看过了，亮了' },
    askRating: { type: 'askRating', routeId },
    rate: { type: 'rate', routeId, answers: GOOD, alreadyRated: false, affected: true },
    settle: { type: 'settle', routeId, verdict: 'done' },
    answer: { type: 'answer', routeId, reason: '区住建局已受理，编号 88，三十天内上门' },
    escalate: { type: 'escalate', routeId, reason: '拖了两个月没有动静' },
  }
  return intents[type]
}
