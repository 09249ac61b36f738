import type { Instant } from '@yishiting/domain/matter/instant'
import type { Intent } from '@yishiting/domain/matter/intents'
import type { Answers } from '@yishiting/domain/rate/answers'
import type { RouteCode } from '@yishiting/domain/sort/routes'
import type { Capacity, Channel } from '@yishiting/domain/speak/capacities'
import type { SceneName } from '../pictures/scenes'

/** People are named by their keys (compound.ts), matters by theirs (matters.json, or `M65-1` for a part). */
export interface RaiseAct {
  kind: 'raise'
  at: Instant
  matter: string
  title: string
  text: string
  isPrivate: boolean
  /** Who said or typed it. */
  by: string
  /** Whose act it was: for a part of a split matter, whoever split it. */
  actor: string | null
  /** Whose matter it is; null: somebody who is not in the rolls, with his name alone. */
  reporter: string | null
  reporterName: string | null
  capacity: Capacity
  channel: Channel
  building: number | null
  place: string
  pictures: readonly SceneName[]
  splitFrom: string | null
}

export interface DecideAct {
  kind: 'decide'
  at: Instant
  matter: string
  by: string
  intent: Intent
  pictures: readonly SceneName[]
}

/** One neighbour's three answers about one route. */
export interface RateAct {
  kind: 'rate'
  at: Instant
  matter: string
  code: RouteCode
  by: string
  answers: Answers
}

/** What the answers add up to is counted from the answers given. */
export interface SettleAct {
  kind: 'settle'
  at: Instant
  matter: string
  code: RouteCode
  by: string
}

export interface FollowAct {
  kind: 'follow'
  at: Instant
  matter: string
  by: string
}

export interface SupportAct {
  kind: 'support'
  at: Instant
  matter: string
  by: string
}

export interface CommentAct {
  kind: 'comment'
  at: Instant
  matter: string
  by: string
  text: string
}

export type MatterAct = RaiseAct | DecideAct | RateAct | SettleAct | FollowAct | SupportAct | CommentAct
