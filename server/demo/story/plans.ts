import type { Instant } from '@yishiting/domain/matter/instant'
import type { Answers } from '@yishiting/domain/rate/answers'
import type { RouteCode, WhistleGround } from '@yishiting/domain/sort/routes'

/** One route as a script chooses it; the lead by his key. */
export interface RoutePlan {
  code: RouteCode
  lead?: string
  dueAt?: Instant
  task?: string
  ground?: WhistleGround
  whereTo?: string
}

export const send = (code: RouteCode, lead: string, dueAt: Instant, task: string): RoutePlan => ({
  code,
  lead,
  dueAt,
  task,
})

export const whistle = (ground: WhistleGround, lead: string, dueAt: Instant, task: string): RoutePlan => ({
  code: 'whistle',
  ground,
  lead,
  dueAt,
  task,
})

export const discuss = (code: 'deliberation' | 'owners' | 'residents'): RoutePlan => ({ code })

export const elsewhere = (whereTo: string): RoutePlan => ({ code: 'elsewhere', whereTo })

export const yes: Answers = { contacted: true, solved: true, satisfied: true, reason: '' }

/** Contacted, but neither solved nor content. */
export const no = (reason: string, more: Partial<Answers> = {}): Answers => ({
  contacted: true,
  solved: false,
  satisfied: false,
  reason,
  ...more,
})
