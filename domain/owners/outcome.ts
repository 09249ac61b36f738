import type { Area } from './area'

export type Verdict = 'PASS' | 'FAIL' | 'CANNOT_CERTIFY' | 'NOT_HELD'

/** One inequality that must hold, as integers: `left · times >= right · of`, or `>` when strict. */
export interface Inequality {
  /** e.g. `quorum_people`, `quorum_area`, `majority_people`, `majority_area`. */
  code: string
  /** In words: “参加表决的人数达到三分之二”. */
  words: string
  /** How many people, or how much area, are short; null when it cannot be told. */
  shortPeople: number | null
  shortArea: Area | null
}

/** The result of `decide`. */
export interface Outcome {
  verdict: Verdict
  /** The inequalities that certainly do not hold. */
  failed: readonly Inequality[]
  /** Figures that are needed and not known, as paths: `participating.area`. */
  missing: readonly string[]
  /** For display only, two decimals, half up: “90.37”. Never compared. */
  percentages: Readonly<Record<string, string | null>>
  /** Open conflicts in all, and how few of them could flip the outcome (null: none can). */
  openConflicts: number
  conflictsToFlip: number | null
  /** Without any non-voter rule. The same as this when there is none. */
  strict: Verdict
  /** When counting invalid ballots as participating would change the verdict: the other reading. */
  otherReading: { invalidParticipates: boolean; verdict: Verdict } | null
  /** Options and candidates: who won, in order; each with its own failed inequalities. */
  options: readonly { id: string; verdict: Verdict; isWinner: boolean; failed: readonly Inequality[] }[]
  /** Plain sentences about what was found, e.g. that figures contradict each other. */
  notes: readonly string[]
}
