import type { Room } from './rooms'

/**
 * Where a matter as a whole can stand before and after it has routes (RULES.md §1).
 * `sorted` means: it stands where its routes stand, see {@link ROUTE_STATES}.
 */
export const MATTER_STATES = [
  'raised',
  'returned',
  'merged',
  'split',
  'sorted',
  'objected',
  'closed',
  'reopened',
] as const
export type MatterState = (typeof MATTER_STATES)[number]

/** Where one route of a sorted matter can stand. */
export const ROUTE_STATES = [
  'sorted',
  'scheduled',
  'deliberated',
  'resolved',
  'referred',
  'assigned',
  'in_progress',
  'extended',
  'done_claimed',
  'being_rated',
  'redo',
  'escalated',
  'closed',
] as const
export type RouteState = (typeof ROUTE_STATES)[number]

/** What is shown of a matter: its own state, or the state of its leading route. */
export type State = MatterState | RouteState

interface StateFacts {
  room: Room
  /** A word or two for the bar and for tags. */
  name: string
  /** True when nothing more happens by itself: the reporter's way out is to resubmit, object or reopen. */
  exit: boolean
}

export const STATES: Record<State, StateFacts> = {
  raised: { room: 'speak', name: '等人接', exit: false },
  returned: { room: 'sort', name: '已退回', exit: true },
  merged: { room: 'sort', name: '已并案', exit: true },
  split: { room: 'sort', name: '已拆分', exit: true },
  objected: { room: 'sort', name: '复核中', exit: false },
  reopened: { room: 'sort', name: '重新办理', exit: false },
  sorted: { room: 'sort', name: '已分类', exit: false },
  scheduled: { room: 'deliberate', name: '等开会', exit: false },
  deliberated: { room: 'deliberate', name: '议过了', exit: false },
  resolved: { room: 'deliberate', name: '有决议', exit: false },
  referred: { room: 'deliberate', name: '转出去了', exit: false },
  assigned: { room: 'act', name: '已派人', exit: false },
  in_progress: { room: 'act', name: '正在办', exit: false },
  extended: { room: 'act', name: '延期办', exit: false },
  done_claimed: { room: 'act', name: '说办完了', exit: false },
  being_rated: { room: 'rate', name: '请评价', exit: false },
  redo: { room: 'act', name: '要返工', exit: false },
  escalated: { room: 'act', name: '已上报', exit: false },
  closed: { room: 'rate', name: '办结', exit: true },
}
