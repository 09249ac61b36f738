import type { Ballot } from './ballot'
import { electorate } from './electorate'
import { type KeyId, keyOf, type Transfer, type Unit } from './roll'
import type { VoteRules } from './rule-set'

/** The units as they count, after sales while voting was open. */
export interface AfterSales {
  units: readonly Unit[]
  /** When each key that lost all its units lost the last of them. */
  soldAt: ReadonlyMap<KeyId, number>
  /** From when a key that came by buying may vote. */
  since: ReadonlyMap<KeyId, number>
}

/**
 * A unit sold while voting was open (RULES.md §4.13): the seller's ballot stands if it came before the transfer, else the unit
 * goes over to the buyer, who votes.
 * @param ballotsOf the ballots of a key that may count
 */
export function afterSales(
  units: readonly Unit[],
  transfers: readonly Transfer[],
  rules: Pick<VoteRules, 'scope' | 'specialSpaces'>,
  ballotsOf: (key: KeyId) => readonly Ballot[],
): AfterSales {
  if (transfers.length === 0) return { units, soldAt: new Map(), since: new Map() }
  const now = new Map(units.map((unit) => [unit.id, unit]))
  const moved: { from: KeyId; to: KeyId; at: number }[] = []
  for (const { unitId, at, toOwnerIds } of [...transfers].sort(
    (a, b) => a.at - b.at || (a.unitId < b.unitId ? -1 : 1),
  )) {
    const unit = now.get(unitId)
    if (!unit) continue
    const seller = keyOf(unit)
    if (ballotsOf(seller).some(({ receivedAt }) => receivedAt < at)) continue
    const sold: Unit = { ...unit, ownerIds: toOwnerIds, isDevelopers: false }
    now.set(unitId, sold)
    moved.push({ from: seller, to: keyOf(sold), at })
  }
  const before = electorate(units, rules).keys
  const after = [...now.values()]
  const left = electorate(after, rules).keys
  const soldAt = new Map<KeyId, number>()
  const since = new Map<KeyId, number>()
  for (const { from, to, at } of moved) {
    if (!left.has(from)) soldAt.set(from, at)
    if (!before.has(to) && !since.has(to)) since.set(to, at)
  }
  return { units: after, soldAt, since }
}
