import { Schulze, utils } from 'votes'
import type { PollMarks, PollOption } from './poll'

export interface RankedOptions {
  /** Best first; options that are level share a place. */
  places: string[][]
  /** `beats[a][b]`: how many put a before b. Options left out of a ranking come after all named ones. */
  over(a: string, b: string): number
}

/** A ranking names some; the rest are level behind them. */
function whole({ ranking = [] }: PollMarks, ids: readonly string[]): string[][] {
  const left = ids.filter((id) => !ranking.includes(id))
  return [...ranking.map((id) => [id]), ...(left.length > 0 ? [left] : [])]
}

/**
 * Compared two by two (Condorcet); where that goes round in a circle, by Schulze's strongest paths. Chosen over instant run-off
 * because it can be said in one sentence, “两个两个地比，谁都赢的排第一”, and because nobody's second choice is thrown away.
 */
export function rankOptions(options: readonly PollOption[], marks: readonly PollMarks[]): RankedOptions {
  const ids = options.map(({ id }) => id)
  const ballots = marks.map((each) => ({ ranking: whole(each, ids), weight: 1 }))
  const matrix = utils.matrixFromBallots(ballots, ids)
  const index = new Map(matrix.candidates.map((id, at) => [id, at]))
  const over = (a: string, b: string) => matrix.array[index.get(a) ?? -1]?.[index.get(b) ?? -1] ?? 0
  const places = marks.length === 0 ? [[...ids]] : new Schulze(matrix).ranking()
  return { places, over }
}
