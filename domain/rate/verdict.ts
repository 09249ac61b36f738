import type { Instant } from '../matter/instant'
import type { SettleVerdict } from '../matter/intents'
import type { RuleSet } from '../matter/rule-set'

/** Counts of the three answers, of all who answered. */
export interface RatingCounts {
  n: number
  contacted: number
  solved: number
  satisfied: number
}

export interface RatingFacts {
  counts: RatingCounts
  /** The reporter's own answer, shown apart; null while there is none. */
  reporterSolved: boolean | null
  closesAt: Instant
}

/**
 * What the answers add up to (RULES.md §5): “not solved” by the reporter, or dissatisfaction above the set share of at
 * least the minimum N, means not done. Without the reporter's answer it waits until the period is over.
 */
export function verdictOf(facts: RatingFacts, now: Instant, rules: RuleSet): SettleVerdict {
  const { n, satisfied } = facts.counts
  const [part, whole] = rules.dissatisfiedShare
  const tooManyUnhappy = n >= rules.rateMinimumN && whole * (n - satisfied) > part * n
  if (facts.reporterSolved === false || tooManyUnhappy) return 'not_done'
  if (facts.reporterSolved === null && now < facts.closesAt) return 'waiting'
  return 'done'
}

/** “83%（N=12）”, or 样本不足 below the minimum N; the rate is for display only. */
export function rateInWords(part: number, n: number, rules: RuleSet): string {
  if (n < Math.max(1, rules.rateMinimumN)) return `样本不足（N=${n}）`
  return `${Math.round((part * 100) / n)}%（N=${n}）`
}
