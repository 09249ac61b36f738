import type { Ballot, Mark } from './ballot'
import { meaningOf } from './mark'
import type { Marks } from './marks'
import type { TallyItem } from './tally-types'

/** What one scrutineer read on a paper. */
export interface PaperReading {
  marks: Marks
  /** Signature wrong or missing: then every item is invalid (RULES.md §4.6). */
  isUnsigned: boolean
}

const spoilt = (marks: Marks): Marks =>
  Object.fromEntries(Object.keys(marks).map((id): [string, Mark] => [id, 'invalid']))

/**
 * A paper as the count takes it, from one or two readings. Where only one of the two found the signature wanting, they differ in
 * every item.
 */
export function asRead(
  first: PaperReading,
  second: PaperReading | null,
): Required<Pick<Ballot, 'marks' | 'secondMarks' | 'isUnsigned'>> {
  if (!second) return { ...first, secondMarks: null }
  if (first.isUnsigned === second.isUnsigned) return { ...first, secondMarks: second.marks }
  const signed = first.isUnsigned ? second : first
  return { marks: signed.marks, secondMarks: spoilt(signed.marks), isUnsigned: false }
}

/** Do two readings count as the same in every item? Blank and abstention do; so do two that both lack the signature. */
export function doReadingsAgree(
  items: readonly TallyItem[],
  first: PaperReading,
  second: PaperReading,
): boolean {
  const { marks, secondMarks, isUnsigned } = asRead(first, second)
  if (isUnsigned) return true
  return items.every((item) => meaningOf(item, marks[item.id]) === meaningOf(item, secondMarks?.[item.id]))
}
