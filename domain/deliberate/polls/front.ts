import type { PollOption } from './poll'

/** Those with the most; none while nobody has marked anything. */
export function firstOf(lines: readonly { id: string; count: number }[], isMarked: boolean): string[] {
  const most = Math.max(...lines.map(({ count }) => count))
  return isMarked ? lines.filter(({ count }) => count === most).map(({ id }) => id) : []
}

const titlesOf = (options: readonly PollOption[], ids: readonly string[]): string =>
  options
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => `“${title}”`)
    .join('、')

interface Verdict {
  options: readonly PollOption[]
  /** Ids of those in front. */
  first: readonly string[]
  /** What is said of one in front, and of several. */
  alone: string
  level: string
}

/** Nobody is drawn by lot: where several are in front, that is the result. */
export function verdictOf({ options, first, alone, level }: Verdict): string {
  if (first.length === 0) return '没有人投，没有结果。'
  if (first.length === 1) return `${titlesOf(options, first)}${alone}。`
  return `${titlesOf(options, first)}${level}，分不出先后，请大家再商量。`
}

/** Only whoever is in front alone has won. */
export const withWinner = <Line extends { id: string }>(lines: readonly Line[], first: readonly string[]) =>
  lines.map((line) => ({ ...line, isWinner: first.length === 1 && first[0] === line.id }))
