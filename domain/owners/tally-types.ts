import type { Instant } from '../matter/instant'
import type { Area } from './area'
import type { Ballot, Mandate, Ruling } from './ballot'
import type { Electorate } from './electorate'
import type { KeyId, Transfer, Unit } from './roll'
import type { DecisionKind, VoteRules } from './rule-set'
import type { Totals } from './totals'

export interface TallyItem {
  id: string
  kind: DecisionKind
  /** Ids of the options or candidates. */
  options: readonly string[]
  seats: number
}

/** Everything a count stands on. The order of the lists plays no part. */
export interface TallyInput {
  units: readonly Unit[]
  rules: VoteRules
  items: readonly TallyItem[]
  opensAt: Instant
  closesAt: Instant
  ballots: readonly Ballot[]
  mandates: readonly Mandate[]
  rulings: readonly Ruling[]
  transfers: readonly Transfer[]
  /** Keys proven to have received the ballot and the warning. */
  delivered: readonly KeyId[]
}

/** What became of a returned ballot, in words for the result. */
export const DISPOSITIONS = {
  counted: '计入',
  early: '开始之前收到，不算',
  late: '截止以后收到，不算',
  channel_not_allowed: '不是公告的投票方式，不算',
  not_on_roll: '不在名册上，不算',
  sold_before: '投票时房子已经转让，不算',
  not_entered_twice: '纸质票只录了一遍，不算',
  invalid: '废票',
  duplicate: '重复，选择相同，只算一次',
  superseded: '按公告的规则，以另一张为准',
  change_not_allowed: '投后不能改，以第一次为准',
  conflicting: '和同一户的另一张对不上',
  personal_over_proxy: '业主自己投了，受托的不算',
  proxy_unknown: '没有这份委托，不算',
  proxy_expired: '委托过期了，不算',
  proxy_revoked: '委托收回了，不算',
  proxy_over_limit: '受托人超过了人数，不算',
  proxy_barred: '物业人员不能受托，不算',
  proxy_out_of_mandate: '超出委托的范围，不算',
} as const
export type Disposition = keyof typeof DISPOSITIONS

/** Ballots of one key that differ on one item, or a paper read in two ways. */
export interface Conflict {
  key: KeyId
  itemId: string
  area: Area | null
  why: 'differ' | 'entry_mismatch'
  ballotIds: readonly string[]
  isRuled: boolean
}

export interface ItemTally {
  itemId: string
  totals: Totals
  /** As if the scrutineers had not ruled: what they decided is shown, with and without. */
  withoutRulings: Totals
}

export interface Tally {
  electorate: Electorate
  items: readonly ItemTally[]
  conflicts: readonly Conflict[]
  /** By ballot id. */
  dispositions: ReadonlyMap<string, Disposition>
}
