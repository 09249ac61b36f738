import { CHOICES, isAdopted } from '../meeting'
import type { PollCount, Tally } from './result'

/** More than half of the voices, abstentions among them. */
export function yesNo({ decides, phones, hands }: PollCount): Tally {
  const of = (choice: keyof typeof CHOICES) => ({
    hands: hands?.[choice] ?? 0,
    count: phones.filter((marks) => marks.choice === choice).length + (hands?.[choice] ?? 0),
  })
  const all = { agree: of('agree'), against: of('against'), abstain: of('abstain') }
  const counts = { agree: all.agree.count, against: all.against.count, abstain: all.abstain.count }
  const isMore = isAdopted(counts)
  const cast = counts.agree + counts.against + counts.abstain
  const lines = (Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((id) => ({
    id,
    title: CHOICES[id],
    ...all[id],
    isWinner: id === 'agree' && isMore,
  }))
  const figures = `${counts.agree} 人同意，${counts.against} 人不同意，${counts.abstain} 人弃权`
  const half = isMore ? '同意的过了半数' : '同意的没有过半数'
  const verdict = decides ? `${half}，${isMore ? '通过' : '没有通过'}。` : `${half}。`
  return {
    lines,
    adopted: decides ? isMore : null,
    words: `${figures}。${verdict}`,
    steps: [
      `同意的要超过投票人数的一半，弃权的也算投了票：${cast} 人投票，同意 ${counts.agree} 人。`,
      ...(decides ? [] : ['只是摸个底，不算作决定。']),
    ],
  }
}
