import type { RouteView } from '@yishiting/domain/contract/speak'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import type { IntentType } from '@yishiting/domain/matter/intents'

/** “应于 4 月 3 日 18:00 前办完”, with the date before the extension when there was one; empty without a date. */
export function dueWords(route: Pick<RouteView, 'dueAt' | 'dueBeforeExtension'>, now: Instant): string {
  if (route.dueAt === null) return ''
  const due = `应于 ${speakTime(Date.parse(route.dueAt), now)} 前办完`
  if (route.dueBeforeExtension === null) return due
  return `${due}（原定 ${speakTime(Date.parse(route.dueBeforeExtension), now)}，延过一次）`
}

/** Who has this route now, or where it has gone: “物业工程部负责”. */
export function whoWords(route: Pick<RouteView, 'state' | 'leadLabel' | 'whereTo'>): string {
  if (route.state === 'closed') return '这一条办结了'
  if (route.leadLabel) return `${route.leadLabel}负责`
  return route.whereTo ? `转给${route.whereTo}` : '还没有派人'
}

/** Acts that need a form of their own, in the order in which they press. */
export const FORMS = ['check', 'claimDone', 'assign', 'answer', 'progress', 'extend', 'escalate'] as const
export type FormAct = (typeof FORMS)[number]

/** What whoever opens a task should do next: the one main button. null: only to be looked at. */
export function mainAct(can: readonly IntentType[]): FormAct | 'start' | null {
  if (can.includes('check')) return 'check'
  if (can.includes('start')) return 'start'
  if (can.includes('claimDone')) return 'claimDone'
  if (can.includes('assign')) return 'assign'
  if (can.includes('answer')) return 'answer'
  return null
}

/** Everything else that can be done, without the main one. Starting is no form: it is one tap. */
export function otherActs(can: readonly IntentType[]): FormAct[] {
  const main = mainAct(can)
  return FORMS.filter((act) => can.includes(act) && act !== main)
}

/** Why this task is on my list. */
export function myPart(route: Pick<RouteView, 'isMine' | 'can'>): string {
  if (route.can.includes('check')) return '请您查验'
  return route.isMine ? '您负责' : '您帮忙'
}
