import type { HandCounts, PollMarks, PollQuestion } from './poll'

export interface PollLine {
  id: string
  title: string
  /** Voices; for scoring the sum of points, for ranking the place, 1 for the best. */
  count: number
  /** Of these by raised hands. */
  hands: number
  isWinner: boolean
}

export interface PollResult {
  lines: PollLine[]
  /** Voices cast, hands among them. */
  cast: number
  hands: number
  adopted: boolean | null
  words: string
  steps: string[]
}

export interface PollCount {
  question: PollQuestion
  /** Does its result carry a motion? Only yes or no does. */
  decides: boolean
  /** Checked marks, in any order: nothing depends on it. */
  phones: readonly PollMarks[]
  /** What both tellers counted; null where nobody votes by hand. */
  hands: HandCounts | null
  /** People in the room who vote by hand: for “choose several” their voices cannot be read off the hands. */
  handVoices: number
}

/** What a method makes of the marks. */
export type Tally = Omit<PollResult, 'cast' | 'hands'>
