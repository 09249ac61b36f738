import { objectionTo, standing } from './admit'
import type { Ballot, Ruling } from './ballot'
import { BallotGroups } from './ballot-groups'
import { Dispositions } from './dispositions'
import { electorate, type VotingKey } from './electorate'
import { ItemSums } from './item-sums'
import { mandatesOf } from './mandates'
import type { Meaning } from './mark'
import type { KeyId } from './roll'
import { afterSales } from './sales'
import { settle } from './settle'
import type { Conflict, Tally, TallyInput } from './tally-types'

/** A conflict that the scrutineers decided: without their ruling it would be open. */
interface Ruled {
  key: VotingKey
  meaning: Meaning | 'open' | null
}

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
  const { ballots } = input
  const dispositions = new Dispositions(ballots)
  const mandates = mandatesOf(input.mandates, rules)
  const groups = new BallotGroups(ballots)
  for (let place = 0; place < ballots.length; place += 1) {
    const ballot = ballots[place] as Ballot
    const objection = objectionTo(ballot, input, mandates)
    if (objection) dispositions.set(place, objection)
    else groups.add(ballot.key, place)
  }
  const { units, soldAt, since } = afterSales(input.units, transfers, rules, input.closesAt, groups.of)
  const people = electorate(units, rules)
  const delivered = new Set(input.delivered)
  const rulings = rulingsByKey(input.rulings)
  const sums = items.map((item) => ({ item, of: new ItemSums(item, rules), ruled: [] as Ruled[] }))
  const conflicts: Conflict[] = []

  for (const keyId of groups.keys()) {
    if (people.keys.has(keyId)) continue
    for (const place of groups.placesOf(keyId))
      dispositions.set(place, soldAt.has(keyId) ? 'sold_before' : 'not_on_roll')
  }
  for (const key of people.keys.values()) {
    const all = dispositions.openKey(groups.placesOf(key.id))
    const from = since.get(key.id) ?? Number.NEGATIVE_INFINITY
    const early = all.filter(({ receivedAt }) => receivedAt < from)
    for (const ballot of early) dispositions.putAside(ballot, 'not_on_roll')
    const own = early.length > 0 ? all.filter(({ receivedAt }) => receivedAt >= from) : all
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
    dispositions: dispositions.byId(),
  }
}
