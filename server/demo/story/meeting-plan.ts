import type { MeetingKind } from '@yishiting/domain/deliberate/meeting'
import type { Instant } from '@yishiting/domain/matter/instant'
import type { RouteCode } from '@yishiting/domain/sort/routes'

export interface ItemPlan {
  matter: string
  code: RouteCode
  motion: string | null
  proposer: string | null
  /** What was counted, and in which minutes of the meeting. */
  poll: { opened: number; closed: number; agree: number; against: number; abstain: number } | null
  outcome: { kind: 'resolved' | 'declined' | 'referred'; text: string; minorityViews: string } | null
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
