import type { Channel } from './ballot'
import type { Scope } from './roll'

/** 决定的种类. `ordinary`, `special`: 民法典 278; `unanimous`: 279; the last two are the residents' meeting (居委会组织法). */
export const DECISION_KINDS = {
  ordinary: '一般事项（双过半）',
  special: '重大事项（双四分之三）',
  unanimous: '利害关系业主一致同意',
  options: '多个方案选择',
  election: '候选人选举',
  residents: '居民会议',
  representatives: '居民代表会议',
} as const
export type DecisionKind = keyof typeof DECISION_KINDS

/** When ballots of one key differ (RULES.md §4.11). Announced in the notice. */
export const CONFLICT_RULES = {
  scrutineers: '由监票人说明理由后认定',
  first_valid: '以最先收到的有效票为准',
  last_before_close: '以截止前最后收到的为准',
  personal_over_proxy: '本人票优先于受托票',
  online_over_paper: '线上票优先于纸质票',
  void_both: '都不算',
} as const
export type ConflictRule = keyof typeof CONFLICT_RULES

/** How a vote is counted: chosen, announced and frozen with the notice. Every field is printed in plain words. */
export interface VoteRules {
  preset: string
  /** e.g. “民法典第278条”. */
  legalBasis: readonly string[]
  scope: Scope
  /** Do parking spaces, storage and basements count? `unset`: the vote cannot open (274号 art. 25). */
  specialSpaces: 'unset' | 'included' | 'excluded'
  /** Do invalid ballots take part? Default no (§4.7). */
  invalidParticipates: boolean
  /** `join_leading` only where the owners' own rules say so (274号 art. 26, §4.20). */
  nonVoters: 'none' | 'join_leading'
  channels: readonly Channel[]
  conflicts: ConflictRule
  /** May a vote be changed before close? Default no (§4.12). */
  mayChange: boolean
  mandatesPerProxy: number
  propertyStaffMayProxy: boolean
  /** More winners than seats are ranked by this. */
  ranking: 'people_then_area' | 'area_then_people'
  /** Days between notice and opening: 15, or 7 for an extraordinary meeting (杭州). */
  noticeDays: number
  votingDays: number
  /** Once, before close, by so many days; 0: never. */
  extensionDays: number
  objectionDays: number
}
