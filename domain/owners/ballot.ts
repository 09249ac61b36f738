import type { Instant } from '../matter/instant'
import type { KeyId } from './roll'

export const CHANNELS = { online: '线上', paper: '纸质', door: '上门', phone: '电话' } as const
export type Channel = keyof typeof CHANNELS
export const CHANNEL_CODES = Object.keys(CHANNELS) as [Channel, ...Channel[]]

/** In whose right somebody votes. Guardian and representative are capacities, not proxies (RULES.md §4.10). */
export const CAPACITIES = {
  owner: '本人',
  co_owner: '共有人',
  guardian: '监护人',
  representative: '法定代表人',
  proxy: '受托人',
} as const
export type VotingCapacity = keyof typeof CAPACITIES

/**
 * What one ballot says about one item. `blank` counts as abstain (§4.6); `invalid` is two marks or too many candidates.
 * With options or candidates: the ids marked “agree”; none marked is an abstention.
 */
export type Mark = 'agree' | 'against' | 'abstain' | 'blank' | 'invalid' | readonly string[]

/** A written mandate: who may vote for which key (§4.10). */
export interface Mandate {
  id: string
  key: KeyId
  proxyId: string
  /** Items it is for; null: all. */
  itemIds: readonly string[] | null
  /** null: at the proxy's discretion; else what the owner wrote for each item. */
  instructions: Readonly<Record<string, Mark>> | null
  grantedAt: Instant
  expiresAt: Instant
  /** Withdrawn by the owner before the proxy voted. */
  revokedAt: Instant | null
  /** Staff of the property firm may not be proxies unless the rule set lets them. */
  isPropertyStaff: boolean
}

/** A returned ballot as it was received; never changed afterwards. */
export interface Ballot {
  id: string
  /** Order of receipt inside the vote: unique, rising. */
  seq: number
  receivedAt: Instant
  key: KeyId
  /** Who cast it: the owner, one co-owner, or the proxy. */
  voterId: string
  capacity: VotingCapacity
  channel: Channel
  mandateId: string | null
  marks: Readonly<Record<string, Mark>>
  /** Paper: what the second scrutineer read; null when there was no second entry yet (not counted until then). */
  secondMarks?: Readonly<Record<string, Mark>> | null
  /** A paper whose signature is wrong or missing. */
  isUnsigned?: boolean
}

/** A conflict decided by the scrutineers, with their reason (§4.11). */
export interface Ruling {
  key: KeyId
  itemId: string
  /** The mark that counts; `void`: none. */
  mark: Mark | 'void'
  reason: string
}
