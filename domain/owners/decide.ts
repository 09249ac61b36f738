import { checkTotals } from './check-totals'
import { type Found, find, findRuled } from './find'
import { conflictsToFlip } from './flip'
import type { Outcome, Verdict } from './outcome'
import { percentagesOf } from './percentages'
import { situationOf } from './situation'
import type { Figure, Totals } from './totals'

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
  const other = situationOf(reread(totals, invalidParticipates), !invalidParticipates)
  const found = findRuled(other, find(other))
  const isClear = found.verdict === 'PASS' || found.verdict === 'FAIL'
  if (!isClear || found.verdict === verdict) return null
  return { invalidParticipates: !invalidParticipates, verdict: found.verdict }
}

const signatureOf = ({ verdict, options }: Found): string | null =>
  verdict === 'CANNOT_CERTIFY'
    ? null
    : [verdict, ...options.filter(({ isWinner }) => isWinner).map(({ id }) => id)].join('\n')

function flipsOf(totals: Totals, invalidParticipates: boolean): number | null {
  return conflictsToFlip(totals.openConflicts?.length ?? 0, (count) => {
    const situation = situationOf(totals, invalidParticipates, count)
    return signatureOf(findRuled(situation, find(situation)))
  })
}

/** No result, whoever is asked: an electorate of nobody, or figures that are none. */
const undecidable = (note: string): Outcome => ({
  verdict: 'CANNOT_CERTIFY',
  failed: [],
  missing: [],
  percentages: percentagesOf(null),
  openConflicts: 0,
  conflictsToFlip: null,
  strict: 'CANNOT_CERTIFY',
  otherReading: null,
  options: [],
  notes: [note],
})

/**
 * Decides one item from its totals: 民法典 278 (two thirds of people and of area take part; more than half, or three quarters,
 * of those agree on both), 279 (all agree), several options, the residents' meeting. Integers only, cross-multiplied. PASS and
 * FAIL are certified only when every value that the missing figures and open conflicts may still take gives the same verdict.
 * Areas in 0.0001 ㎡. What `checkTotals` refuses (N or A of zero; negative figures) is never certified; callers with a typing
 * user ask `checkTotals` first.
 */
export function decide(totals: Totals): Outcome {
  const checked = checkTotals(totals)
  if (!checked.ok) return undecidable(checked.refusal.message)
  const invalidParticipates = totals.rules?.invalidParticipates ?? false
  const situation = situationOf(totals, invalidParticipates)
  const strict = find(situation)
  const found = findRuled(situation, strict)
  return {
    verdict: found.verdict,
    failed: found.failed,
    missing: found.missing,
    percentages: percentagesOf(strict.reading),
    openConflicts: totals.openConflicts?.length ?? 0,
    conflictsToFlip: flipsOf(totals, invalidParticipates),
    strict: strict.verdict,
    otherReading: otherReading(totals, invalidParticipates, found.verdict),
    options: found.options,
    notes: found.notes,
  }
}
