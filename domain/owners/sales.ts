import type { Instant } from '../matter/instant'
import type { Ballot } from './ballot'
import { countsIn } from './electorate'
import { type KeyId, keyOf, type Transfer, type Unit } from './roll'
import type { VoteRules } from './rule-set'

/** The units as they count, after sales while voting was open. */
export interface AfterSales {
  units: readonly Unit[]
  /** When each key that lost all its units lost the last of them. */
  soldAt: ReadonlyMap<KeyId, Instant>
  /** From when a key that came by buying may vote. */
  since: ReadonlyMap<KeyId, Instant>
}

/** How many units of the count each key holds, and since when where it came by buying. */
class Holdings {
  private readonly units = new Map<KeyId, number>()
  readonly soldAt = new Map<KeyId, Instant>()
  readonly since = new Map<KeyId, Instant>()

  constructor(units: readonly Unit[], rules: Pick<VoteRules, 'scope' | 'specialSpaces'>) {
    for (const unit of units) if (countsIn(unit, rules)) this.add(keyOf(unit), 1)
  }

  move(from: KeyId, to: KeyId, at: Instant): void {
    this.add(from, -1)
    if (!this.units.get(from)) {
      this.soldAt.set(from, at)
      this.since.delete(from)
    }
    if (!this.units.get(to)) {
      this.since.set(to, at)
      this.soldAt.delete(to)
    }
    this.add(to, 1)
  }

  private add(key: KeyId, count: number): void {
    this.units.set(key, (this.units.get(key) ?? 0) + count)
  }
}

/**
 * A unit sold while voting was open (RULES.md §4.13): the seller's ballot stands if it came before the transfer, else the unit
 * goes over to the buyer, who votes. What a key said while it owned nothing is no ballot of an owner.
 * @param closesAt a sale at or after it changes nothing any more
 * @param ballotsOf the ballots of a key that may count
 */
export function afterSales(
  units: readonly Unit[],
  transfers: readonly Transfer[],
  rules: Pick<VoteRules, 'scope' | 'specialSpaces'>,
  closesAt: Instant,
  ballotsOf: (key: KeyId) => readonly Ballot[],
): AfterSales {
  const sales = transfers
    .filter(({ at }) => at < closesAt)
    .sort((a, b) => a.at - b.at || (a.unitId < b.unitId ? -1 : 1))
  if (sales.length === 0) return { units, soldAt: new Map(), since: new Map() }
  const now = new Map(units.map((unit) => [unit.id, unit]))
  const holdings = new Holdings(units, rules)
  for (const { unitId, at, toOwnerIds } of sales) {
    const unit = now.get(unitId)
    if (!unit || !countsIn(unit, rules)) continue
    const seller = keyOf(unit)
    const from = holdings.since.get(seller) ?? Number.NEGATIVE_INFINITY
    if (ballotsOf(seller).some(({ receivedAt }) => receivedAt >= from && receivedAt < at)) continue
    const sold: Unit = { ...unit, ownerIds: toOwnerIds, isDevelopers: false }
    now.set(unitId, sold)
    holdings.move(seller, keyOf(sold), at)
  }
  return { units: [...now.values()], soldAt: holdings.soldAt, since: holdings.since }
}
