import { parseArea } from '@yishiting/domain/owners/area'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'
import type { Figure, Totals } from '@yishiting/domain/owners/totals'

export const UNKNOWN: Figure = { people: null, area: null }

/** People, and ㎡ as they are printed. */
export const figure = (people: number | null, metres: string | null = null): Figure => ({
  people,
  area: metres === null ? null : parseArea(metres),
})

/** Totals of which only these figures are known. */
export const totals = (kind: DecisionKind, known: Partial<Totals>): Totals => ({
  kind,
  roll: UNKNOWN,
  participating: UNKNOWN,
  agree: UNKNOWN,
  against: UNKNOWN,
  abstain: UNKNOWN,
  invalid: UNKNOWN,
  deliveredNotVoted: UNKNOWN,
  ...known,
})
