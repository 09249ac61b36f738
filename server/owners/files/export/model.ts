import type { VoteResultView } from '@yishiting/domain/contract/owners'
import type { Channel, Mark, VotingCapacity } from '@yishiting/domain/owners/ballot'
import type { Marks } from '@yishiting/domain/owners/marks'
import type { AreaSource, UnitUse } from '@yishiting/domain/owners/roll'
import type { DecisionKind, VoteRules } from '@yishiting/domain/owners/rule-set'

/*
 * A finished vote as it leaves the house (docs/decisions/0008): numbers in place of names. Units, owners, voters, mandates are
 * numbered inside this one vote; no flat is named, so that the folder is no list of who voted how.
 * Areas are integers in 0.0001 ㎡, times epoch ms; the files write them as decimals and as ISO 8601 with ms.
 */
export interface ExportUnit {
  unitNo: number
  building: string
  stairwell: string
  use: UnitUse
  area: number | null
  areaSource: AreaSource | null
  ownerNos: number[]
  isDevelopers: boolean
}

export interface ExportKey {
  keyNo: number
  ownerNos: number[]
  unitNos: number[]
  area: number | null
  isDevelopers: boolean
}

export interface ExportBallot {
  ballotNo: number
  keyNo: number
  seat: string
  edition: number
  /** The same person has the same number in all his ballots; null: on paper. */
  voterNo: number | null
  capacity: VotingCapacity
  channel: Channel
  mandateNo: number | null
  receivedAt: number
  isUnsigned: boolean
  marks: Marks
  /** A paper's second reading; null: there was none. */
  second: { marks: Marks; isUnsigned: boolean } | null
  /** Hex. */
  digest: string
}

export interface ExportMandate {
  mandateNo: number
  keyNo: number
  proxyNo: number | null
  itemIds: string[] | null
  instructions: Marks | null
  isPropertyStaff: boolean
  grantedAt: number
  acceptedAt: number | null
  expiresAt: number
  revokedAt: number | null
}

export interface ExportRuling {
  keyNo: number
  itemId: string
  mark: Mark | 'void'
  at: number
}

export interface ExportDelivery {
  keyNo: number
  channel: string
  outcome: string
  at: number
}

export interface ExportTransfer {
  unitNo: number
  at: number
  toOwnerNos: number[]
}

export interface ExportItem {
  id: string
  title: string
  kind: DecisionKind
  lawItem: number | null
  options: { id: string; title: string }[]
  seats: number
}

export interface ExportHead {
  receipt: string
  title: string
  noticedAt: number
  opensAt: number
  closesAt: number
  publishedAt: number | null
  rules: VoteRules
  /** In the order of the ballot; `mark_1` of a table is the first of them. */
  items: ExportItem[]
  registry: { units: number | null; area: number | null }
  rollDigest: string
  rulesDigest: string
  resultDigest: string
}

export interface ExportTables {
  units: ExportUnit[]
  keys: ExportKey[]
  ballots: ExportBallot[]
  mandates: ExportMandate[]
  rulings: ExportRuling[]
  deliveries: ExportDelivery[]
  transfers: ExportTransfer[]
}

export interface ExportData {
  head: ExportHead
  tables: ExportTables
  /** The result as it was counted; printed as JSON and on a sheet. */
  result: VoteResultView
}

export interface ExportAsk {
  kind: 'export'
  data: ExportData
}
