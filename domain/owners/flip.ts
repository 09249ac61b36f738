import { holds, type Thresholds } from './thresholds'

interface Known {
  roll: number
  participating: number
  agree: number
}

export interface Conflict {
  people: number
  area: number
}

type Sides = { people: Known; area: Known | null }

const passes = ({ quorum, majority }: Thresholds, { roll, participating, agree }: Known): boolean =>
  holds(quorum, participating, roll) && holds(majority, agree, participating)

const verdict = (thresholds: Thresholds, { people, area }: Sides): string => {
  if (people.participating === 0) return 'NOT_HELD'
  return passes(thresholds, people) && (area === null || passes(thresholds, area)) ? 'PASS' : 'FAIL'
}

/** The figures after these conflicts have been resolved to one side. */
function after({ people, area }: Sides, conflicts: readonly Conflict[], side: 'agree' | 'against'): Sides {
  const add = (known: Known, by: number): Known => ({
    ...known,
    participating: known.participating + by,
    agree: known.agree + (side === 'agree' ? by : 0),
  })
  const sum = (name: keyof Conflict) => conflicts.reduce((total, each) => total + each[name], 0)
  return { people: add(people, sum('people')), area: area && add(area, sum('area')) }
}

/**
 * The least number of open conflicts whose resolution can change the verdict from that with all of them left out; null: none
 * can. Exact: each is one person, so that the largest areas of a given number do most on the other side, and all of them
 * resolved the same way do more than any mixture.
 */
export function conflictsToFlip(
  thresholds: Thresholds,
  known: Sides,
  conflicts: readonly Conflict[],
): number | null {
  const largestFirst = [...conflicts].sort((a, b) => b.area - a.area)
  const before = verdict(thresholds, known)
  for (let count = 1; count <= largestFirst.length; count += 1) {
    const chosen = largestFirst.slice(0, count)
    const changes = (['agree', 'against'] as const).some(
      (side) => verdict(thresholds, after(known, chosen, side)) !== before,
    )
    if (changes) return count
  }
  return null
}
