import { choose } from './candidates'
import { contradictionInWords } from './contradiction'
import { failedIn } from './inequalities'
import { missingIn } from './missing'
import { hasNonVoterRule, type Leading, possibleLeaders, readWith } from './non-voters'
import type { Inequality, Outcome, Verdict } from './outcome'
import { isContradiction, type Reading, readSituation } from './reading'
import type { Situation } from './situation'

/** What one situation comes to. */
export interface Found {
  verdict: Verdict
  failed: Inequality[]
  missing: string[]
  options: Outcome['options']
  notes: string[]
  /** null: the figures contradict each other. */
  reading: Reading | null
}

const hasOptions = ({ totals }: Situation): boolean => totals.kind === 'options' || totals.kind === 'election'
const ALWAYS_SHORT = '不管缺的数字是多少、没认定的票怎么认定，总有一项达不到。'
const APART = '照人数算已经没有别人，面积却还剩下一些，请核对公告。这里人数和面积分开判断。'

function foundIn(reading: Reading, situation: Situation): Found {
  const { verdict } = reading
  const failed = verdict === 'PASS' || verdict === 'NOT_HELD' ? [] : failedIn(reading)
  const notes = [
    ...(verdict === 'FAIL' && failed.length === 0 ? [ALWAYS_SHORT] : []),
    ...(reading.isApart ? [APART] : []),
  ]
  return { verdict, failed, missing: missingIn(situation.totals, reading), options: [], notes, reading }
}

/** Without any non-voter rule. */
export function find(situation: Situation): Found {
  const reading = readSituation(situation)
  if (isContradiction(reading)) {
    const notes = [contradictionInWords(situation)]
    return { verdict: 'CANNOT_CERTIFY', failed: [], missing: [], options: [], notes, reading: null }
  }
  return hasOptions(situation) ? { ...choose(situation), failed: [], reading } : foundIn(reading, situation)
}

const NOTES: Record<Leading, string> = {
  agree: '按业主自己的规则，送达了没投的计入“同意”。',
  against: '按业主自己的规则，送达了没投的计入“不同意”。',
  none: '没有一方在人数和面积上都领先，没投的不计入任何一方。',
}

/** With the non-voters where the owners' own rules put them (274号 art. 26; RULES.md §4.20); the same where there is no such rule. */
export function findRuled(situation: Situation, strict: Found): Found {
  const { reading } = strict
  if (!hasNonVoterRule(situation.totals) || !reading) return strict
  const leaders = possibleLeaders(reading)
  const each = leaders.map((leader) => foundIn(readWith(reading, leader, situation), situation))
  const [first] = each as [Found]
  if (leaders.length === 1) {
    const missing = first.verdict === 'CANNOT_CERTIFY' ? missingIn(situation.totals, reading, true) : []
    return { ...first, missing, notes: [...first.notes, NOTES[leaders[0] as Leading]] }
  }
  // Which side leads is not known: certain only when it makes no difference.
  if (first.verdict !== 'CANNOT_CERTIFY' && each.every(({ verdict }) => verdict === first.verdict)) {
    const isShared = ({ code }: Inequality) =>
      each.every(({ failed }) => failed.some((one) => one.code === code))
    return { ...first, failed: first.failed.filter(isShared) }
  }
  const missing = missingIn(situation.totals, reading, true)
  return { ...strict, verdict: 'CANNOT_CERTIFY', failed: [], missing }
}
