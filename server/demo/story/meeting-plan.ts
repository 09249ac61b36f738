import type { MeetingKind } from '@yishiting/domain/deliberate/meeting'
import type { Instant } from '@yishiting/domain/matter/instant'
import type { RouteCode } from '@yishiting/domain/sort/routes'

export type OutcomePlan = { minorityViews: string } & (
  | {
      kind: 'resolved'
      resolution: string
      assign: { lead: string; helpers: readonly string[]; dueAt: Instant } | null
    }
  | { kind: 'referred'; to: RouteCode; whereTo: string; reason: string }
)

export interface ItemPlan {
  matter: string
  code: RouteCode
  motion: string | null
  proposer: string | null
  /** What was counted, and between which minutes of the meeting. */
  poll: { opened: number; closed: number; agree: number; against: number; abstain: number } | null
  outcome: OutcomePlan | null
  /** In which minute the result was written down; for a meeting still to come 0. */
  concluded: number
}

/** A meeting as a script has it; people by their keys. */
export interface MeetingPlan {
  key: string
  kind: MeetingKind
  title: string
  place: string
  online: boolean
  notice: string
  convener: string
  noticedAt: Instant
  startsAt: Instant
  /** null: still to come */
  closedAt: Instant | null
  going: readonly string[]
  notGoing: readonly string[]
  /** Who checked in; those of `helped` were checked in by a helper. */
  present: readonly string[]
  helped: readonly string[]
  items: readonly ItemPlan[]
}
