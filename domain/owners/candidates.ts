import { failedIn } from './inequalities'
import { missingIn } from './missing'
import type { Outcome, Verdict } from './outcome'
import { isContradiction, readSituation } from './reading'
import type { Situation } from './situation'
import type { Figure, Totals } from './totals'

type Option = Outcome['options'][number]
type Judged = Option & { agree: Figure; missing: string[]; isContradictory: boolean }

const UNKNOWN: Figure = { people: null, area: null }

/** One option as a question of its own: who marked it agrees, everybody else who took part does not. */
const asQuestion = (totals: Totals, agree: Figure): Totals => ({ ...totals, agree, against: UNKNOWN })

function judge(situation: Situation): Judged[] {
  const { totals } = situation
  return (totals.options ?? []).map(({ id, agree }, index): Judged => {
    const question = asQuestion(totals, agree)
    const found = readSituation({ ...situation, totals: question })
    const blank = { id, agree, isWinner: false, missing: [], isContradictory: false }
    if (isContradiction(found))
      return { ...blank, verdict: 'CANNOT_CERTIFY', failed: [], isContradictory: true }
    const missing = missingIn(question, found).map((path) =>
      path.startsWith('agree.') ? `options.${index}.${path}` : path,
    )
    const failed = found.verdict === 'NOT_HELD' ? [] : failedIn(found)
    return { ...blank, verdict: found.verdict, failed, missing }
  })
}

type Votes = readonly [first: number, second: number]

/** The figures in the order of the announced ranking; one that passed has both, or its majority would not be certain. */
function votesOf(figure: Figure, { rules }: Totals): Votes {
  const [people, area] = [figure.people ?? 0, figure.area ?? 0]
  return rules?.ranking === 'area_then_people' ? [area, people] : [people, area]
}

const compare = (a: Votes, b: Votes): number => b[0] - a[0] || b[1] - a[1]

export interface Chosen {
  verdict: Verdict
  options: Option[]
  missing: string[]
  notes: string[]
}

const isUncertain = ({ verdict }: Judged): boolean => verdict === 'CANNOT_CERTIFY'

/** Is the last within the seats ahead of this one even if every open ballot were for this one? */
function isAhead(last: Judged, other: Judged, { totals, open }: Situation): boolean {
  const { people, area } = other.agree
  if (people === null || area === null) return false
  const most = votesOf({ people: people + open.people, area: area + open.area }, totals)
  return compare(votesOf(last.agree, totals), most) < 0
}

interface Ranked {
  /** Those that passed, more votes first. */
  passed: readonly Judged[]
  /** Nobody who passed without a seat comes level with the last who has one. */
  isOrdered: boolean
  /** Nor can anybody of whom it is not certain whether he passes. */
  isCertain: boolean
}

function rank(judged: readonly Judged[], seats: number, situation: Situation): Ranked {
  const { totals } = situation
  const passed = judged
    .filter(({ verdict }) => verdict === 'PASS')
    .sort((a, b) => compare(votesOf(a.agree, totals), votesOf(b.agree, totals)))
  const last = passed[seats - 1]
  const uncertain = judged.filter(isUncertain)
  if (!last) return { passed, isOrdered: true, isCertain: uncertain.length === 0 }
  const isOrdered = passed.slice(seats).every((each) => isAhead(last, each, situation))
  return {
    passed,
    isOrdered,
    isCertain: isOrdered && uncertain.every((each) => isAhead(last, each, situation)),
  }
}

function verdictOf(judged: readonly Judged[], { passed, isCertain }: Ranked): Verdict {
  if (judged.length === 0) return 'CANNOT_CERTIFY'
  if (judged.every(({ verdict }) => verdict === 'NOT_HELD')) return 'NOT_HELD'
  if (!isCertain) return 'CANNOT_CERTIFY'
  return passed.length > 0 ? 'PASS' : 'FAIL'
}

/**
 * Several options or candidates (RULES.md §4.19): each needs its own majority of those taking part; when more pass than there
 * are seats they are ranked by the announced rule. A tie for the last seat cannot be certified.
 */
export function choose(situation: Situation): Chosen {
  const seats = situation.totals.seats ?? 1
  const judged = judge(situation)
  const ranked = rank(judged, seats, situation)
  const { passed } = ranked
  const verdict = verdictOf(judged, ranked)
  const notes = judged.flatMap(({ isContradictory }, index) =>
    isContradictory ? [`第 ${index + 1} 项同意的和参加表决的对不起来，请核对公告。`] : [],
  )
  if (!ranked.isOrdered) notes.push('过半数的比名额多，按公告的办法还排不出最后一名，不能认定。')
  if (verdict === 'PASS' && passed.length < seats) notes.push(`${seats} 个名额，选出 ${passed.length} 个。`)
  const winners = verdict === 'PASS' ? passed.slice(0, seats).map(({ id }) => id) : []
  const options = judged.map(({ id, verdict, failed }) => ({
    id,
    verdict,
    failed,
    isWinner: winners.includes(id),
  }))
  // Winners first, in their order.
  const place = ({ id }: Option) => (winners.includes(id) ? winners.indexOf(id) : winners.length)
  return {
    verdict,
    options: [...options].sort((a, b) => place(a) - place(b)),
    missing: verdict === 'CANNOT_CERTIFY' ? [...new Set(judged.flatMap((each) => each.missing))] : [],
    notes,
  }
}
