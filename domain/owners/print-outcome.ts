import { formatArea } from './area'
import { outcomeInWords } from './in-words'
import type { Inequality, Outcome } from './outcome'

const printed = ({ code, words, shortPeople, shortArea }: Inequality) => ({
  code,
  words,
  shortPeople,
  shortArea: shortArea === null ? null : formatArea(shortArea),
})

/** An outcome as JSON with areas as decimal strings, as `npm run decide` prints it. */
export const printOutcome = (outcome: Outcome) => ({
  verdict: outcome.verdict,
  words: outcomeInWords(outcome),
  failed: outcome.failed.map(printed),
  missing: outcome.missing,
  percentages: outcome.percentages,
  strict: outcome.strict,
  otherReading: outcome.otherReading,
  openConflicts: outcome.openConflicts,
  conflictsToFlip: outcome.conflictsToFlip,
  options: outcome.options.map((option) => ({ ...option, failed: option.failed.map(printed) })),
  notes: outcome.notes,
})
