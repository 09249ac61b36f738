import { CHOICES, isAdopted } from '../meeting'
import { type HandCounts, type PollMarks, type PollOption, type PollQuestion, SCORE_MAX } from './poll'
import { rankOptions } from './ranking'

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

type Tally = Omit<PollResult, 'cast' | 'hands'>

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** People who raised a hand: where each shows it once they are its sum, else all who vote by hand. */
function handsCast({ question, hands, handVoices }: PollCount): number {
  if (!hands) return 0
  return question.method === 'choose_several' ? handVoices : sum(Object.values(hands))
}

function yesNo({ decides, phones, hands }: PollCount): Tally {
  const of = (choice: keyof typeof CHOICES) => ({
    hands: hands?.[choice] ?? 0,
    count: phones.filter((marks) => marks.choice === choice).length + (hands?.[choice] ?? 0),
  })
  const all = { agree: of('agree'), against: of('against'), abstain: of('abstain') }
  const counts = { agree: all.agree.count, against: all.against.count, abstain: all.abstain.count }
  const isMore = isAdopted(counts)
  const lines = (Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((id) => ({
    id,
    title: CHOICES[id],
    ...all[id],
    isWinner: id === 'agree' && isMore,
  }))
  const figures = `${counts.agree} 人同意，${counts.against} 人不同意，${counts.abstain} 人弃权`
  const verdict = isMore ? '同意的过了半数，通过。' : '同意的没有过半数，没有通过。'
  return {
    lines,
    adopted: decides ? isMore : null,
    words: `${figures}。${verdict}`,
    steps: [`同意的要超过投票人数的一半：${sum(Object.values(counts))} 人投票，同意 ${counts.agree} 人。`],
  }
}

function winnersIn(lines: readonly { id: string; count: number }[]): string[] {
  const most = Math.max(0, ...lines.map(({ count }) => count))
  return most === 0 ? [] : lines.filter(({ count }) => count === most).map(({ id }) => id)
}

const titlesOf = (options: readonly PollOption[], ids: readonly string[]): string =>
  options
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => `“${title}”`)
    .join('和')

function verdictOf(options: readonly PollOption[], winners: readonly string[], what: string): string {
  if (winners.length === 0) return '没有人投票，没有结果。'
  if (winners.length === 1) return `${titlesOf(options, winners)}${what}。`
  return `${titlesOf(options, winners)}一样多，分不出先后，请大家再商量。`
}

function choosing({ question, phones, hands }: PollCount): Tally {
  const lines = question.options.map(({ id, title }) => ({
    id,
    title,
    count: phones.filter(({ picks }) => picks?.includes(id)).length + (hands?.[id] ?? 0),
    hands: hands?.[id] ?? 0,
  }))
  const winners = winnersIn(lines)
  const isSeveral = question.method === 'choose_several'
  return {
    lines: lines.map((line) => ({ ...line, isWinner: winners.length === 1 && winners[0] === line.id })),
    adopted: null,
    words: verdictOf(question.options, winners, '得票最多'),
    steps: [
      isSeveral ? `每人最多选 ${question.picksMax} 个，看哪个选的人最多。` : '每人选一个，看哪个选的人最多。',
    ],
  }
}

function ranking({ question, phones }: PollCount): Tally {
  const { options } = question
  const { places, over } = rankOptions(options, phones)
  const placeOf = (id: string) => places.findIndex((place) => place.includes(id)) + 1
  const winners = phones.length === 0 ? [] : (places[0] ?? [])
  const pairs = options.flatMap((a, index) => options.slice(index + 1).map((b) => [a, b] as const))
  return {
    lines: options.map(({ id, title }) => ({
      id,
      title,
      count: placeOf(id),
      hands: 0,
      isWinner: winners.length === 1 && winners[0] === id,
    })),
    adopted: null,
    words: verdictOf(options, winners, '排在第一'),
    steps: [
      '把选项两个两个地比，看更多的人把谁排在前面；谁都比得过的排第一。',
      ...pairs.map(([a, b]) => `“${a.title}”比“${b.title}”：${over(a.id, b.id)} 人对 ${over(b.id, a.id)} 人`),
    ],
  }
}

function scoring({ question, phones }: PollCount): Tally {
  const lines = question.options.map(({ id, title }) => ({
    id,
    title,
    count: sum(phones.map(({ scores }) => scores?.[id] ?? 0)),
    hands: 0,
  }))
  const winners = winnersIn(lines)
  return {
    lines: lines.map((line) => ({ ...line, isWinner: winners.length === 1 && winners[0] === line.id })),
    adopted: null,
    words: verdictOf(question.options, winners, '总分最高'),
    steps: [`每个选项打 0 到 ${SCORE_MAX} 分，加起来看哪个总分最高。`],
  }
}

const TALLIES = { yes_no: yesNo, choose_one: choosing, choose_several: choosing, ranking, scoring }

/** Counts a poll, phones and raised hands together, each voice once; the same marks in any order give the same result. */
export function countPoll(count: PollCount): PollResult {
  const hands = handsCast(count)
  return { ...TALLIES[count.question.method](count), cast: count.phones.length + hands, hands }
}
