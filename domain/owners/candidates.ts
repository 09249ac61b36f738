import { failedIn } from './inequalities'
import type { Outcome, Verdict } from './outcome'
import { isContradiction, missingIn, read } from './reading'
import type { Figure, Totals } from './totals'

type Option = Outcome['options'][number]
type Judged = Option & { agree: Figure; missing: string[] }

const UNKNOWN: Figure = { people: null, area: null }

/** One option as a question of its own: who marked it agrees, everybody else who took part does not. */
const asQuestion = (totals: Totals, agree: Figure): Totals => ({
  ...totals,
  agree,
  against: UNKNOWN,
  abstain: UNKNOWN,
})

function judge(totals: Totals, invalidParticipates: boolean): Judged[] {
  return (totals.options ?? []).map(({ id, agree }): Judged => {
    const found = read(asQuestion(totals, agree), invalidParticipates)
    const blank = { id, agree, isWinner: false, missing: [] }
    if (isContradiction(found)) return { ...blank, verdict: 'CANNOT_CERTIFY', failed: [] }
    const missing = missingIn(asQuestion(totals, agree), found)
    return { ...blank, verdict: found.verdict, failed: failedIn(found), missing }
  })
}

/** More votes first, by the announced order; null when a figure it needs is not known. */
function compare(a: Figure, b: Figure, ranking: 'people_then_area' | 'area_then_people'): number | null {
  const [first, second] =
    ranking === 'people_then_area' ? (['people', 'area'] as const) : (['area', 'people'] as const)
  for (const side of [first, second]) {
    const [left, right] = [a[side], b[side]]
    if (left === null || right === null) return null
    if (left !== right) return right - left
  }
  return 0
}

export interface Chosen {
  verdict: Verdict
  options: Option[]
  missing: string[]
  notes: string[]
}

/** Does the ranking say for certain who is within the seats? Open ballots and missing figures may change the order. */
function isSettled(passed: readonly Judged[], seats: number, totals: Totals): boolean {
  const ranking = totals.rules?.ranking ?? 'people_then_area'
  const last = passed[seats - 1]
  const next = passed[seats]
  if (!last || !next) return true
  if ((totals.openConflicts ?? []).length > 0) return false
  const order = compare(last.agree, next.agree, ranking)
  return order !== null && order < 0
}

/**
 * Several options or candidates (RULES.md §4.19): each needs its own majority of those taking part; when more pass than there
 * are seats they are ranked by the announced rule. A tie for the last seat cannot be certified.
 */
export function choose(totals: Totals, invalidParticipates: boolean): Chosen {
  const seats = totals.seats ?? 1
  const ranking = totals.rules?.ranking ?? 'people_then_area'
  const judged = judge(totals, invalidParticipates)
  const passed = judged
    .filter(({ verdict }) => verdict === 'PASS')
    .sort((a, b) => compare(a.agree, b.agree, ranking) ?? 0)
  const isSure = judged.every(({ verdict }) => verdict !== 'CANNOT_CERTIFY')
  const isNothing = judged.every(({ verdict }) => verdict === 'NOT_HELD')
  const notes: string[] = []
  const settled = isSettled(passed, seats, totals)
  if (!settled) notes.push('过半数的比名额多，按公告的办法还排不出最后一名，不能认定。')
  if (isSure && passed.length > 0 && passed.length < seats) {
    notes.push(`${seats} 个名额，选出 ${passed.length} 个。`)
  }
  const winners = new Set((settled && isSure ? passed.slice(0, seats) : []).map(({ id }) => id))
  const options = judged.map(({ id, verdict, failed }) => ({
    id,
    verdict,
    failed,
    isWinner: winners.has(id),
  }))
  const missing = [...new Set(judged.flatMap((each) => each.missing))]
  const verdict = isNothing
    ? 'NOT_HELD'
    : !isSure || !settled
      ? 'CANNOT_CERTIFY'
      : passed.length > 0
        ? 'PASS'
        : 'FAIL'
  return { verdict: judged.length === 0 ? 'CANNOT_CERTIFY' : verdict, options, missing, notes }
}
