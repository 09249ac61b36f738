import { groupsOf } from './groups'
import { type Point, project } from './projection'
import { type StatementOpinion, statementsOf } from './statements'
import { type StatementVote, type VoteMatrix, voteMatrix } from './votes'

export interface OpinionGroup {
  size: number
  people: string[]
}

/** 意见地图: who answers alike, what all groups share and where they part. */
export interface OpinionMap {
  /** The larger first; none smaller than 5. */
  groups: OpinionGroup[]
  statements: StatementOpinion[]
  /** Where each person lies, and which group he is in; null: he answered too little to be placed in one. */
  projection: Record<string, { x: number; y: number; group: number | null }>
}

/** Whoever answered fewer statements is not put into a group: his place would be chance. */
const ANSWERS_MIN = 7

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

function placed({ statements, answers }: VoteMatrix): number[] {
  const enough = Math.min(ANSWERS_MIN, statements.length)
  return answers.flatMap((row, index) =>
    row.filter((value) => value !== null).length >= enough ? [index] : [],
  )
}

/**
 * The opinion map of a set of votes, by the published method of Polis (Small et al. 2021): principal components, k-means,
 * group-informed consensus. The same votes give the same map, in whatever order they come.
 */
export function opinionMap(votes: readonly StatementVote[]): OpinionMap {
  const matrix = voteMatrix(votes)
  const points = project(matrix)
  const indices = placed(matrix)
  const groups = groupsOf(indices.map((index) => points[index] as Point)).map((group) =>
    group.map((each) => indices[each] as number),
  )
  const groupOf = new Map(groups.flatMap((group, number) => group.map((index) => [index, number] as const)))
  return {
    groups: groups.map((group) => ({
      size: group.length,
      people: group.map((index) => matrix.people[index] as string),
    })),
    statements: statementsOf(matrix, groups),
    projection: Object.fromEntries(
      matrix.people.map((person, index) => {
        const [x, y] = points[index] as Point
        return [person, { x: rounded(x), y: rounded(y), group: groupOf.get(index) ?? null }]
      }),
    ),
  }
}
