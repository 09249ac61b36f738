import type { PollResultView } from '@yishiting/domain/contract/deliberate'
import { BY_HAND } from '@yishiting/domain/deliberate/polls/hands'
import type { PollQuestion } from '@yishiting/domain/deliberate/polls/poll'
import type { PollRow } from '../load'

/** The result as it was counted at close; null while it is open. */
export const resultOf = (poll: Pick<PollRow, 'result'>): PollResultView | null =>
  poll.result as unknown as PollResultView | null

export const questionOf = (poll: Pick<PollRow, 'method' | 'options' | 'picksMax'>): PollQuestion => ({
  method: poll.method as PollQuestion['method'],
  options: poll.options as unknown as PollQuestion['options'],
  picksMax: poll.picksMax,
})

/** Can it be shown by raising a hand? */
export const isByHand = (poll: Pick<PollRow, 'method'>): boolean =>
  BY_HAND.includes(poll.method as PollQuestion['method'])
