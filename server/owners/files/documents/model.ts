import type { VoteResultView } from '@yishiting/domain/contract/owners'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'

/** An item of the vote as documents print it. */
export interface ItemText {
  title: string
  body: string
  kind: DecisionKind
  /** What passes it, in words. */
  passesWhen: string
  options: readonly { id: string; title: string }[]
  seats: number
}

/** What is printed on every document of a vote. Only words and figures: nothing of any person. */
export interface VoteText {
  compound: string
  voteId: string
  receipt: string
  title: string
  why: string
  contact: string
  items: readonly ItemText[]
  rulesInWords: readonly string[]
  channels: readonly string[]
  mayChange: boolean
  /** Those who were reached and do not vote may be counted (§4.20): then the notice must say so. */
  warnsNonVoters: boolean
  noticedAt: number
  opensAt: number
  closesAt: number
  objectionDays: number
  rollDigest: string
  rulesDigest: string
}

/** One page of ballot papers. */
export interface PaperKey {
  keyNo: number
  unitCodes: readonly string[]
  /** “83.25”, or null when it is not known. */
  area: string | null
}

export type DocumentAsk =
  | { kind: 'notice'; vote: VoteText }
  | { kind: 'ballots'; vote: VoteText; keys: readonly PaperKey[] }
  | { kind: 'count'; vote: VoteText; result: VoteResultView; printedAt: number }
