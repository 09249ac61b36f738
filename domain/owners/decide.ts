import { choose } from './candidates'
import type { Dimension } from './dimension'
import { conflictsToFlip } from './flip'
import { failedIn } from './inequalities'
import { hasNonVoterRule, leadingSide, withNonVoters } from './non-voters'
import type { Inequality, Outcome, Verdict } from './outcome'
import { percentOf } from './percent'
import { isExact, type Range } from './range'
import { isContradiction, missingIn, type Reading, read } from './reading'
import type { Figure, Totals } from './totals'

interface Found {
  verdict: Verdict
  failed: Inequality[]
  missing: string[]
  options: Outcome['options']
  notes: string[]
  reading: Reading | null
}

const SIDES = { people: '人数', area: '面积' } as const
const hasOptions = ({ kind }: Totals): boolean => kind === 'options' || kind === 'election'

function findOnce(totals: Totals, invalidParticipates: boolean): Found {
  const found = read(totals, invalidParticipates)
  if (isContradiction(found)) {
    const notes = [`${SIDES[found.contradicts]}的几个数字对不起来：各项加起来和参加表决的、全体的不一致。`]
    return { verdict: 'CANNOT_CERTIFY', failed: [], missing: [], options: [], notes, reading: null }
  }
  if (hasOptions(totals)) return { ...choose(totals, invalidParticipates), failed: [], reading: found }
  const failed = found.verdict === 'PASS' || found.verdict === 'NOT_HELD' ? [] : failedIn(found)
  return {
    verdict: found.verdict,
    failed,
    missing: missingIn(totals, found),
    options: [],
    notes: [],
    reading: found,
  }
}

/** With the non-voters where the owners' own rules put them (274号 art. 26; RULES.md §4.20). */
function findRuled(totals: Totals, invalidParticipates: boolean, strict: Found): Found {
  if (!hasNonVoterRule(totals)) return strict
  const leading = leadingSide(totals)
  if (leading === 'agree' || leading === 'against') {
    const found = findOnce(withNonVoters(totals, leading), invalidParticipates)
    const words = leading === 'agree' ? '同意' : '不同意'
    return { ...found, notes: [...found.notes, `按业主自己的规则，送达了没投的计入“${words}”。`] }
  }
  if (leading === 'none') {
    const note = '没有一方在人数和面积上都领先，没投的不计入任何一方。'
    return { ...strict, notes: [...strict.notes, note] }
  }
  // Which side leads is not known: certain only when it makes no difference.
  const each = (['agree', 'against'] as const).map((side) =>
    findOnce(withNonVoters(totals, side), invalidParticipates),
  )
  if (each.every(({ verdict }) => verdict === strict.verdict)) return strict
  return {
    ...strict,
    verdict: 'CANNOT_CERTIFY',
    missing: [...new Set([...strict.missing, ...unknownSides(totals)])],
  }
}

const unknownSides = (totals: Totals): string[] =>
  (['agree', 'against'] as const).flatMap((name) =>
    (['people', 'area'] as const)
      .filter((side) => totals[name][side] === null)
      .map((side) => `${name}.${side}`),
  )

/** `participating` as it would be printed under the other reading. */
function reread(totals: Totals, from: boolean): Totals {
  const sign = from ? -1 : 1
  const moved = (side: keyof Figure) => {
    const [participating, invalid] = [totals.participating[side], totals.invalid[side]]
    return participating === null || invalid === null ? null : participating + sign * invalid
  }
  return { ...totals, participating: { people: moved('people'), area: moved('area') } }
}

/** RULES.md §4.7: when counting invalid ballots as participating, or not, would change the verdict, both are told. */
function otherReading(
  totals: Totals,
  invalidParticipates: boolean,
  verdict: Verdict,
): Outcome['otherReading'] {
  if (totals.invalid.people === 0 && (totals.invalid.area ?? 0) === 0) return null
  if (totals.invalid.people === null && totals.invalid.area === null) return null
  const other = reread(totals, invalidParticipates)
  const found = findRuled(other, !invalidParticipates, findOnce(other, !invalidParticipates))
  const isClear = found.verdict === 'PASS' || found.verdict === 'FAIL'
  if (!isClear || found.verdict === verdict) return null
  return { invalidParticipates: !invalidParticipates, verdict: found.verdict }
}

const known = (range: Range | undefined): number | null => (range && isExact(range) ? range.lo : null)

function percentagesOf(reading: Reading | null): Record<string, string | null> {
  const shares: [string, keyof Dimension | number, 'roll' | 'participating'][] = [
    ['participating', 'participating', 'roll'],
    ['agree', 'agree', 'participating'],
    ['against', 0, 'participating'],
    ['abstain', 1, 'participating'],
  ]
  return Object.fromEntries(
    (['people', 'area'] as const).flatMap((side) =>
      shares.map(([name, part, whole]) => {
        const dimension = reading?.[side]
        const range =
          typeof part === 'number' ? dimension?.rest[part] : (dimension?.[part] as Range | undefined)
        return [`${name}.${side}`, percentOf(known(range), known(dimension?.[whole]))]
      }),
    ),
  )
}

function flipsOf(totals: Totals, reading: Reading | null): number | null {
  const conflicts = totals.openConflicts ?? []
  if (conflicts.length === 0 || !reading || hasOptions(totals)) return null
  const sideOf = (dimension: Dimension) => ({
    roll: dimension.roll.lo,
    participating: dimension.participating.lo,
    agree: dimension.agree.lo,
  })
  const { people, area, thresholds } = reading
  return conflictsToFlip(thresholds, { people: sideOf(people), area: area && sideOf(area) }, conflicts)
}

/**
 * Decides one item from its totals: 民法典 278 (two thirds of people and of area take part; more than half, or three quarters,
 * of those agree on both), 279 (all agree), several options, the residents' meeting. Integers only, cross-multiplied. PASS and
 * FAIL are certified only when every value that the missing figures and open conflicts may still take gives the same verdict.
 * Areas in 0.0001 ㎡; N and A must be above zero (`checkTotals` refuses others).
 */
export function decide(totals: Totals): Outcome {
  const invalidParticipates = totals.rules?.invalidParticipates ?? false
  const strict = findOnce(totals, invalidParticipates)
  const found = findRuled(totals, invalidParticipates, strict)
  return {
    verdict: found.verdict,
    failed: found.failed,
    missing: found.missing,
    percentages: percentagesOf(strict.reading),
    openConflicts: totals.openConflicts?.length ?? 0,
    conflictsToFlip: flipsOf(totals, found.reading),
    strict: strict.verdict,
    otherReading: otherReading(totals, invalidParticipates, found.verdict),
    options: found.options,
    notes: found.notes,
  }
}
