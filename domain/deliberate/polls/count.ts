import { choosing } from './choosing'
import { ranking } from './ranking'
import type { PollCount, PollResult } from './result'
import { scoring } from './scoring'
import { yesNo } from './yes-no'

export type { PollCount, PollLine, PollResult } from './result'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** People who raised a hand: where each shows it once they are its sum, else all who vote by hand. */
function handsCast({ question, hands, handVoices }: PollCount): number {
  if (!hands) return 0
  return question.method === 'choose_several' ? handVoices : sum(Object.values(hands))
}

const TALLIES = { yes_no: yesNo, choose_one: choosing, choose_several: choosing, ranking, scoring }

/** Counts a poll, phones and raised hands together, each voice once; the same marks in any order give the same result. */
export function countPoll(count: PollCount): PollResult {
  const hands = handsCast(count)
  return { ...TALLIES[count.question.method](count), cast: count.phones.length + hands, hands }
}
