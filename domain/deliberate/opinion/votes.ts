/** What somebody answered to a statement: agree, disagree, or pass. */
export type Answer = 1 | -1 | 0

export interface StatementVote {
  person: string
  statement: string
  value: Answer
}

/** People × statements, both in the order of their ids, so that nothing depends on the order in which votes came in. */
export interface VoteMatrix {
  people: readonly string[]
  statements: readonly string[]
  /** `answers[person][statement]`; null: not answered. */
  answers: readonly (readonly (Answer | null)[])[]
}

const inOrder = (ids: Iterable<string>): string[] => [...new Set(ids)].sort()

/** Who answered a statement twice has the later answer. */
export function voteMatrix(votes: readonly StatementVote[]): VoteMatrix {
  const people = inOrder(votes.map(({ person }) => person))
  const statements = inOrder(votes.map(({ statement }) => statement))
  const rowOf = new Map(people.map((id, index) => [id, index]))
  const columnOf = new Map(statements.map((id, index) => [id, index]))
  const answers = people.map((): (Answer | null)[] => statements.map(() => null))
  for (const { person, statement, value } of votes) {
    const row = answers[rowOf.get(person) ?? -1]
    const column = columnOf.get(statement)
    if (row && column !== undefined) row[column] = value
  }
  return { people, statements, answers }
}
