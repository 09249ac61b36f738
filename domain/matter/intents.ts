import type { Answers } from '../rate/answers'
import type { RouteCode, WhistleGround } from '../sort/routes'
import type { Topic } from '../sort/topics'
import type { Instant } from './instant'

/** One route as the sorter chooses it. `id` is given by the caller, so that the rules stay pure. */
export interface RouteChoice {
  id: string
  code: RouteCode
  leadId?: string | null
  dueAt?: Instant | null
  task?: string | null
  ground?: WhistleGround | null
  whereTo?: string | null
}

/** What somebody wants of a matter as a whole. */
export type MatterIntent =
  | { type: 'acknowledge' }
  | { type: 'edit' }
  | { type: 'return'; reason: string; whereTo: string }
  | { type: 'resubmit'; text: string }
  | { type: 'withdraw'; reason: string }
  | { type: 'merge'; intoId: string; reason: string }
  | { type: 'split'; parts: readonly { id: string; title: string; text: string }[]; reason: string }
  | { type: 'sort'; topic: Topic; routes: readonly RouteChoice[]; reason: string; isPrivate?: boolean }
  | { type: 'object'; reason: string }
  | { type: 'review'; upheld: boolean; reason: string }
  | { type: 'reopen'; reason: string }

/** What somebody wants of one route of a sorted matter. */
export type RouteIntent =
  | { type: 'schedule'; routeId: string; meetingId: string; meetingAt: Instant }
  | { type: 'unschedule'; routeId: string; reason: string }
  | { type: 'deliberate'; routeId: string; meetingId: string }
  | { type: 'resolve'; routeId: string; resolution: string; minorityViews: string }
  | { type: 'decline'; routeId: string; reason: string }
  | {
      type: 'refer'
      routeId: string
      to: RouteCode
      whereTo: string
      reason: string
      ground?: WhistleGround | null
    }
  | {
      type: 'assign'
      routeId: string
      leadId: string
      helperIds?: readonly string[]
      task: string
      dueAt: Instant
      checkerId?: string | null
    }
  | { type: 'start'; routeId: string }
  | { type: 'progress'; routeId: string; text: string }
  | { type: 'extend'; routeId: string; dueAt: Instant; reason: string }
  | { type: 'claimDone'; routeId: string; text: string; photoCount: number }
  | { type: 'check'; routeId: string; passed: boolean; reason: string }
  | { type: 'askRating'; routeId: string }
  | { type: 'rate'; routeId: string; answers: Answers; alreadyRated: boolean; affected: boolean }
  | { type: 'settle'; routeId: string; verdict: SettleVerdict }
  | { type: 'answer'; routeId: string; reason: string }
  | { type: 'escalate'; routeId: string; reason: string }

/** What the answers add up to (domain/rate decides it from the counts). */
export type SettleVerdict = 'done' | 'not_done' | 'waiting'

export type Intent = MatterIntent | RouteIntent
export type IntentType = Intent['type']

/** Each intent: at which level it acts, and the words of its button or line. */
export const INTENTS: Record<IntentType, { level: 'matter' | 'route'; name: string }> = {
  acknowledge: { level: 'matter', name: '接件' },
  edit: { level: 'matter', name: '修改' },
  return: { level: 'matter', name: '退回' },
  resubmit: { level: 'matter', name: '补充后重提' },
  withdraw: { level: 'matter', name: '撤回' },
  merge: { level: 'matter', name: '并案' },
  split: { level: 'matter', name: '拆分' },
  sort: { level: 'matter', name: '分类' },
  object: { level: 'matter', name: '申请复核' },
  review: { level: 'matter', name: '复核' },
  reopen: { level: 'matter', name: '又出现了' },
  schedule: { level: 'route', name: '列入会议' },
  unschedule: { level: 'route', name: '移出会议' },
  deliberate: { level: 'route', name: '议完' },
  resolve: { level: 'route', name: '形成决议' },
  decline: { level: 'route', name: '不采纳' },
  refer: { level: 'route', name: '转办' },
  assign: { level: 'route', name: '派人办' },
  start: { level: 'route', name: '开始办' },
  progress: { level: 'route', name: '报进展' },
  extend: { level: 'route', name: '申请延期' },
  claimDone: { level: 'route', name: '办完了' },
  check: { level: 'route', name: '查验' },
  askRating: { level: 'route', name: '请评价' },
  rate: { level: 'route', name: '评一评' },
  settle: { level: 'route', name: '评完' },
  answer: { level: 'route', name: '答复后办结' },
  escalate: { level: 'route', name: '上报' },
}
export const INTENT_TYPES = Object.keys(INTENTS) as [IntentType, ...IntentType[]]
