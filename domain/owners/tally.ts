import { objectionTo, standing } from './admit'
import type { Ballot, Ruling } from './ballot'
import { electorate, type VotingKey } from './electorate'
import { ItemSums } from './item-sums'
import { mandatesOf } from './mandates'
import type { Meaning } from './mark'
import type { KeyId } from './roll'
import { afterSales } from './sales'
import { settle } from './settle'
import type { Conflict, Disposition, Tally, TallyInput } from './tally-types'

/** A conflict that the scrutineers decided: without their ruling it would be open. */
interface Ruled {
  key: VotingKey
  meaning: Meaning | 'open' | null
}

/** What a ballot came to over several items: what counts anywhere goes before what does not. */
const WEIGHT: Partial<Record<Disposition, number>> = {
  conflicting: 5,
  counted: 4,
  duplicate: 3,
  superseded: 2,
  invalid: 1,
}

class Dispositions {
  readonly of = new Map<string, Disposition>()
  // Of the key at hand alone, which has few ballots: looking every note up among a million took a third of the count.
  private readonly ballots: Ballot[] = []
  private readonly notes: Disposition[] = []

  readonly note = (ballot: Ballot, disposition: Disposition): void => {
    const index = this.ballots.indexOf(ballot)
    const before = this.notes[index]
    if (before === undefined) {
      this.ballots.push(ballot)
      this.notes.push(disposition)
    } else if ((WEIGHT[disposition] ?? 0) > (WEIGHT[before] ?? 0)) {
      this.notes[index] = disposition
    }
  }

  /** It plays no part in any item: by itself, or put aside by another. */
  readonly putAside = ({ id }: Ballot, disposition: Disposition): void => {
    this.of.set(id, disposition)
  }

  /** All items of a key are settled. */
  closeKey(): void {
    for (const [index, { id }] of this.ballots.entries()) this.of.set(id, this.notes[index] as Disposition)
    this.ballots.length = 0
    this.notes.length = 0
  }
}

const NONE: readonly Ballot[] = []

function rulingsByKey(rulings: readonly Ruling[]): Map<KeyId, Map<string, Ruling>> {
  const byKey = new Map<KeyId, Map<string, Ruling>>()
  for (const ruling of rulings) {
    const ofKey = byKey.get(ruling.key)
    if (ofKey) ofKey.set(ruling.itemId, ruling)
    else byKey.set(ruling.key, new Map([[ruling.itemId, ruling]]))
  }
  return byKey
}

/**
 * Counts the returned ballots of a vote (RULES.md §4.1–14): who decides and with how much, what each ballot came to, which are
 * in conflict, and the totals of each item as `decide` takes them. The order of the lists plays no part; time and memory grow
 * with the number of ballots and units.
 */
export function tally(input: TallyInput): Tally {
  const { rules, items, transfers } = input
  const dispositions = new Dispositions()
  const mandates = mandatesOf(input.mandates, rules)
  const groups = new Map<KeyId, Ballot[]>()
  for (const ballot of input.ballots) {
    const objection = objectionTo(ballot, input, mandates)
    const group = groups.get(ballot.key)
    if (objection) dispositions.putAside(ballot, objection)
    else if (group) group.push(ballot)
    else groups.set(ballot.key, [ballot])
  }
  const { units, soldAt, since } = afterSales(input.units, transfers, rules, (key) => groups.get(key) ?? [])
  const people = electorate(units, rules)
  const delivered = new Set(input.delivered)
  const rulings = rulingsByKey(input.rulings)
  const sums = items.map((item) => ({ item, of: new ItemSums(item, rules), ruled: [] as Ruled[] }))
  const conflicts: Conflict[] = []

  for (const [keyId, ballots] of groups) {
    if (people.keys.has(keyId)) continue
    const disposition = soldAt.has(keyId) ? 'sold_before' : 'not_on_roll'
    for (const ballot of ballots) dispositions.putAside(ballot, disposition)
  }
  for (const key of people.keys.values()) {
    const all = groups.get(key.id) ?? NONE
    const from = since.get(key.id)
    const own = from === undefined ? all : all.filter(({ receivedAt }) => receivedAt >= from)
    for (const ballot of from === undefined ? NONE : all) {
      if (ballot.receivedAt < (from as number)) dispositions.putAside(ballot, 'not_on_roll')
    }
    const rulingsOfKey = rulings.get(key.id)
    const standingBallots = standing(own, rules.mayChange, dispositions.putAside)
    const isDelivered = standingBallots.length === 0 && delivered.has(key.id)
    for (const { item, of, ruled } of sums) {
      const ruling = rulingsOfKey?.get(item.id)
      const settled = settle(standingBallots, item, rules, mandates, ruling, dispositions.note)
      const { conflict } = settled
      if (conflict) conflicts.push({ key: key.id, itemId: item.id, area: key.area, ...conflict })
      const meaning = conflict && !conflict.isRuled ? 'open' : settled.meaning
      of.add(key, meaning, isDelivered)
      if (conflict?.isRuled) ruled.push({ key, meaning })
    }
    dispositions.closeKey()
  }
  return {
    electorate: people,
    items: sums.map(({ item, of, ruled }) => {
      const totals = of.totals(people)
      for (const { key, meaning } of ruled) {
        of.add(key, meaning, false, -1)
        of.add(key, 'open', false)
      }
      return { itemId: item.id, totals, withoutRulings: ruled.length > 0 ? of.totals(people) : totals }
    }),
    conflicts,
    dispositions: dispositions.of,
  }
}
