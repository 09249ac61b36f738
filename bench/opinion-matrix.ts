import type { StatementVote } from '@yishiting/domain/deliberate/opinion/votes'

export const PEOPLE = 5_000
export const STATEMENTS = 300
const ANSWERED = 0.3
const CAMPS = 3

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A compound in three camps that agree on some things: each person answers three statements in ten, now and then against his camp. */
export function opinionMatrix(): StatementVote[] {
  const chance = chances(20261123)
  const leaning = Array.from({ length: CAMPS }, () =>
    Array.from({ length: STATEMENTS }, () => chance() * 2 - 1),
  )
  const votes: StatementVote[] = []
  for (let person = 0; person < PEOPLE; person += 1) {
    const camp = leaning[person % CAMPS] as number[]
    for (let statement = 0; statement < STATEMENTS; statement += 1) {
      if (chance() >= ANSWERED) continue
      const lean = (camp[statement] as number) + (chance() - 0.5)
      votes.push({
        person: `p${person}`,
        statement: `s${statement}`,
        value: lean > 0.2 ? 1 : lean < -0.2 ? -1 : 0,
      })
    }
  }
  return votes
}
