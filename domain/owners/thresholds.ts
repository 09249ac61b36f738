import type { DecisionKind } from './rule-set'

/** `times · part ≥ of · whole`, or `>` where it is strict: in integers, never as a percentage. */
export interface Test {
  times: number
  of: number
  isStrict: boolean
}

/** What decides one kind: who must take part, who must agree, and whether floor area counts beside people. */
export interface Thresholds {
  /** Participating out of all. */
  quorum: Test
  quorumWords: string
  /** Agreeing out of the participating. */
  majority: Test
  majorityWords: string
  countsArea: boolean
}

const TWO_THIRDS: Test = { times: 3, of: 2, isStrict: false }
const HALF: Test = { times: 2, of: 1, isStrict: true }
const THREE_QUARTERS: Test = { times: 4, of: 3, isStrict: false }
const ALL: Test = { times: 1, of: 1, isStrict: false }

const joint = (majority: Test, majorityWords: string): Thresholds => ({
  quorum: TWO_THIRDS,
  quorumWords: '参加表决的要达到三分之二',
  majority,
  majorityWords,
  countsArea: true,
})

/**
 * 民法典 278 (of those taking part, not of all owners), 279; 居委会组织法 26–28 for the residents' meeting, where area plays no part.
 */
export const THRESHOLDS: Record<DecisionKind, Thresholds> = {
  ordinary: joint(HALF, '同意的要超过参加表决的一半'),
  special: joint(THREE_QUARTERS, '同意的要达到参加表决的四分之三'),
  options: joint(HALF, '同意的要超过参加表决的一半'),
  election: joint(HALF, '同意的要超过参加表决的一半'),
  unanimous: {
    quorum: ALL,
    quorumWords: '有利害关系的业主要全部表态',
    majority: ALL,
    majorityWords: '有利害关系的业主要全部同意',
    countsArea: true,
  },
  residents: {
    quorum: HALF,
    quorumWords: '到会的要超过一半',
    majority: HALF,
    majorityWords: '同意的要超过到会的一半',
    countsArea: false,
  },
  representatives: {
    quorum: TWO_THIRDS,
    quorumWords: '到会的代表要达到三分之二',
    majority: HALF,
    majorityWords: '同意的要超过到会的一半',
    countsArea: false,
  },
}

export const holds = ({ times, of, isStrict }: Test, part: number, whole: number): boolean =>
  isStrict ? times * part > of * whole : times * part >= of * whole

/** The least that `part` must grow, `whole` staying as it is, for the test to hold; 0: it holds. */
export function shortfall(test: Test, part: number, whole: number): number {
  if (holds(test, part, whole)) return 0
  const needed = test.isStrict
    ? Math.floor((test.of * whole) / test.times) + 1
    : Math.ceil((test.of * whole) / test.times)
  return needed - part
}
