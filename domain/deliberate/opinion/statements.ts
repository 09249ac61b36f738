import type { VoteMatrix } from './votes'

export interface Answers {
  agree: number
  disagree: number
  pass: number
}

export interface StatementOpinion extends Answers {
  statement: string
  /** 0 … 1: how surely every group agrees (the product over groups of the share that agrees, with pseudo-counts). */
  consensus: number
  /** Groups, by index, that answer this one clearly otherwise than everybody else. */
  representativeOf: number[]
  /** How each group answered, in the order of the groups. */
  byGroup: Answers[]
}

/** One-sided, 90 %: less would call chance a difference. */
const SIGNIFICANT = 1.2816
/** So many statements at most speak for a group. */
const PER_GROUP = 5

const seen = ({ agree, disagree, pass }: Answers): number => agree + disagree + pass

function count({ answers }: VoteMatrix, column: number, people: Iterable<number>): Answers {
  const counts: Answers = { agree: 0, disagree: 0, pass: 0 }
  for (const person of people) {
    const value = answers[person]?.[column] ?? null
    if (value === null) continue
    if (value === 1) counts.agree += 1
    else if (value === -1) counts.disagree += 1
    else counts.pass += 1
  }
  return counts
}

/** The answers of all who are in some group. */
export const together = (byGroup: readonly Answers[]): Answers =>
  byGroup.reduce(
    (sum, each) => ({
      agree: sum.agree + each.agree,
      disagree: sum.disagree + each.disagree,
      pass: sum.pass + each.pass,
    }),
    { agree: 0, disagree: 0, pass: 0 },
  )

/** z of “more than half”, and of “more than among the others”, both with pseudo-counts (as Polis has them). */
function overHalf(successes: number, of: number): number {
  return 2 * Math.sqrt(of + 1) * ((successes + 1) / (of + 1) - 0.5)
}

function overOthers(inside: number, ofInside: number, outside: number, ofOutside: number): number {
  const [a, b, m, n] = [inside + 1, outside + 1, ofInside + 1, ofOutside + 1]
  const all = (a + b) / (m + n)
  return all >= 1 ? 0 : (a / m - b / n) / Math.sqrt(all * (1 - all) * (1 / m + 1 / n))
}

const share = (successes: number, of: number): number => (successes + 1) / (of + 2)

/** How strongly a statement speaks for a group; null when not significantly. */
function weight(own: Answers, all: Answers): number | null {
  const others: Answers = {
    agree: all.agree - own.agree,
    disagree: all.disagree - own.disagree,
    pass: all.pass - own.pass,
  }
  if (seen(own) === 0 || seen(others) === 0) return null
  const weights = (['agree', 'disagree'] as const).map((side) => {
    const half = overHalf(own[side], seen(own))
    const more = overOthers(own[side], seen(own), others[side], seen(others))
    if (half <= SIGNIFICANT || more <= SIGNIFICANT) return 0
    return half * more * (share(own[side], seen(own)) / share(others[side], seen(others)))
  })
  const strongest = Math.max(...weights)
  return strongest > 0 ? strongest : null
}

/** What each statement met with: in all, in each group, and whom it speaks for. */
export function statementsOf(matrix: VoteMatrix, groups: readonly (readonly number[])[]): StatementOpinion[] {
  const everybody = matrix.people.map((_, index) => index)
  const opinions = matrix.statements.map((statement, column): StatementOpinion => {
    const byGroup = groups.map((group) => count(matrix, column, group))
    const all = count(matrix, column, everybody)
    const parts = byGroup.length > 0 ? byGroup : [all]
    return {
      statement,
      ...all,
      consensus: parts.reduce((product, each) => product * share(each.agree, seen(each)), 1),
      representativeOf: [],
      byGroup,
    }
  })
  if (groups.length < 2) return opinions
  for (const group of groups.keys()) {
    opinions
      .map((opinion) => ({
        opinion,
        weight: weight(opinion.byGroup[group] as Answers, together(opinion.byGroup)),
      }))
      .filter((each): each is { opinion: StatementOpinion; weight: number } => each.weight !== null)
      .sort((a, b) => b.weight - a.weight || (a.opinion.statement < b.opinion.statement ? -1 : 1))
      .slice(0, PER_GROUP)
      .forEach(({ opinion }) => {
        opinion.representativeOf.push(group)
      })
  }
  return opinions
}
