import { accept, type Result, refuse } from '../../matter/refusals'
import { CHOICES } from '../meeting'
import type { HandCounts, PollMethod, PollQuestion } from './poll'

/** What can be shown by raising a hand; an order or points cannot. */
export const BY_HAND: readonly PollMethod[] = ['yes_no', 'choose_one', 'choose_several']

const idsOf = ({ method, options }: PollQuestion): string[] =>
  method === 'yes_no' ? Object.keys(CHOICES) : options.map(({ id }) => id)

/**
 * What one teller counted, every choice present, 0 where no hand was raised.
 * @param handsMax people in the room who vote by hand
 */
export function checkHands(question: PollQuestion, counts: HandCounts, handsMax: number): Result<HandCounts> {
  if (!BY_HAND.includes(question.method))
    return refuse('poll_marks_wrong', '排先后和打分没法举手数，请用手机投，或请帮办员帮着投。')
  const ids = idsOf(question)
  if (Object.keys(counts).some((id) => !ids.includes(id)))
    return refuse('poll_marks_wrong', '报的选项不在这次表决里，请刷新后重报。')
  const full = Object.fromEntries(ids.map((id) => [id, counts[id] ?? 0]))
  const values = Object.values(full)
  if (values.some((value) => !Number.isInteger(value) || value < 0))
    return refuse('poll_marks_wrong', '举手数是 0 或正整数。')
  const each = question.method === 'choose_several' ? question.picksMax : 1
  const sum = values.reduce((total, value) => total + value, 0)
  if (sum > handsMax * each || values.some((value) => value > handsMax))
    return refuse('too_many_hands', `举手表决的一共 ${handsMax} 位，报的数超过了，请再数一遍。`, {
      details: { handsMax },
    })
  return accept(full)
}

/** Where the tellers stand, each with his latest count: two persons who counted the same have agreed, one counting twice has not. */
export function handsState(
  latest: readonly { tellerId: string; counts: HandCounts }[],
): 'none' | 'one' | 'agreed' | 'differ' {
  const [first] = latest
  if (!first) return 'none'
  const others = latest.filter(({ tellerId }) => tellerId !== first.tellerId)
  if (others.length === 0) return 'one'
  const ids = new Set(latest.flatMap(({ counts }) => Object.keys(counts)))
  const isSame = (counts: HandCounts) => [...ids].every((id) => (counts[id] ?? 0) === (first.counts[id] ?? 0))
  return others.every(({ counts }) => isSame(counts)) ? 'agreed' : 'differ'
}
