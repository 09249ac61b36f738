import { ROUTES, type RouteCode } from '../sort/routes'
import { TOPICS, type Topic } from '../sort/topics'
import type { MatterEvent } from './events'
import { speakDay, speakTime } from './instant'
import type { Room } from './rooms'
import { STATES, type State } from './states'

/** What the timeline and the inbox say of an event, in words a neighbour would use. */
export interface Told {
  room: Room
  title: string
  /** The reason or words; may be empty. */
  text: string
}

type Known = Pick<MatterEvent, 'type' | 'at' | 'routeCode' | 'to' | 'reason' | 'extra'>

const routeName = (code: unknown): string => ROUTES[code as RouteCode]?.name ?? ''
const routeNames = (codes: unknown): string =>
  String(codes).split(',').map(routeName).filter(Boolean).join('，另转')

const TITLES: Record<MatterEvent['type'], (event: Known, who: string) => string> = {
  raise: (_event, who) => `${who}说了这件事`,
  acknowledge: () => '支部接件了',
  edit: () => '改了几个字',
  return: () => '退回了',
  resubmit: () => '补充后重新提交',
  withdraw: () => '报事人撤回了',
  merge: () => '并到同一件事里一起办',
  split: (event) => `拆成 ${event.extra.parts} 件，分开办`,
  sort: (event) => `分为${routeNames(event.extra.routes)}（${TOPICS[event.extra.topic as Topic] ?? '其他'}）`,
  object: () => '报事人申请复核',
  review: (event) => (event.extra.upheld ? '复核：改正，重新分类' : '复核：维持原来的决定'),
  reopen: () => '又出现了，重新办理',
  schedule: (event) => `列入 ${speakTime(Number(event.extra.meetingAt), event.at)} 的会议`,
  unschedule: () => '移出会议',
  deliberate: () => '会上议过了',
  resolve: () => '形成决议',
  decline: () => '没有采纳',
  refer: (event) => `转${routeName(event.extra.to)}：${event.extra.whereTo}`,
  assign: (event) => `派人去办，${speakDay(Number(event.extra.dueAt), event.at)}前办完`,
  start: () => '开始办了',
  progress: () => '有进展',
  extend: (event) => `延期到 ${speakDay(Number(event.extra.dueAt), event.at)}`,
  claimDone: () => '说办完了',
  check: (event) => (event.extra.passed ? '查验过了' : '查验没通过，接着办'),
  askRating: () => '请大家评一评',
  rate: () => '有人评了',
  settle: (event) =>
    event.to === 'closed' ? '评完，办结' : event.to === 'escalated' ? '两次没办好，报上一级' : '没办好，返工',
  answer: () => '书面答复，办结',
  escalate: () => '上报一级',
}

/** @param who how the one who acted is shown to this reader, e.g. “5 号楼居民” */
export function tell(event: Known, who: string): Told {
  const title = TITLES[event.type](event, who)
  const where = event.type === 'return' ? `\n去处：${event.extra.whereTo}` : ''
  const isActing = event.type === 'resolve' || event.type === 'decline' || event.type === 'refer'
  const room: Room = event.type === 'raise' ? 'speak' : isActing ? 'deliberate' : roomOf(event)
  return { room, title, text: `${event.reason}${where}` }
}

const ROOM_OF: Partial<Record<MatterEvent['type'], Room>> = {
  rate: 'rate',
  settle: 'rate',
  askRating: 'rate',
  withdraw: 'speak',
  resubmit: 'speak',
  edit: 'speak',
  acknowledge: 'sort',
  review: 'sort',
  sort: 'sort',
  deliberate: 'deliberate',
  answer: 'act',
}

function roomOf(event: Known): Room {
  return ROOM_OF[event.type] ?? STATES[event.to as State].room
}
