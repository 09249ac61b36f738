import type { Area } from './area'
import { type KeyId, keyOf, ownersOf, type Scope, SPECIAL_USES, type Transfer, type Unit } from './roll'
import type { VoteRules } from './rule-set'

/** One person of the count: a set of owners with all their units in scope, or the developer with all of his. */
export interface VotingKey {
  id: KeyId
  ownerIds: readonly string[]
  isDevelopers: boolean
  unitIds: readonly string[]
  /** null: the area of one of its units is not known. */
  area: Area | null
}

export interface Electorate {
  keys: ReadonlyMap<KeyId, VotingKey>
  /** N, A: both null-safe; `area` is null as soon as one unit has none. */
  people: number
  area: Area | null
  /** Units in scope whose area is not known. */
  withoutArea: readonly string[]
  /** Pairs of keys that share an owner without being the same set: {A,B} and {A} are two people (statute silent). */
  overlaps: readonly (readonly [KeyId, KeyId])[]
}

type ElectorateRules = Pick<VoteRules, 'scope' | 'specialSpaces'>

export function isInScope({ building, stairwell }: Unit, scope: Scope): boolean {
  if (scope.type === 'compound') return true
  if (scope.type === 'buildings') return scope.buildings.includes(building)
  return scope.building === building && scope.stairwell === stairwell
}

/** Does a unit count at all? Common premises never; special spaces as the rule set says (274号 art. 25). */
export function countsIn(unit: Unit, { scope, specialSpaces }: ElectorateRules): boolean {
  if (unit.use === 'common' || !isInScope(unit, scope)) return false
  return specialSpaces === 'included' || !SPECIAL_USES.includes(unit.use)
}

/** Nobody knows whose it is: a person of the roll all the same, who does not vote. */
const keyIdOf = (unit: Unit): KeyId => keyOf(unit) || `unknown:${unit.id}`

function keysOf(units: readonly Unit[]): Map<KeyId, VotingKey> {
  const keys = new Map<
    KeyId,
    { id: KeyId; ownerIds: readonly string[]; isDevelopers: boolean; unitIds: string[]; area: Area | null }
  >()
  for (const unit of units) {
    const id = keyIdOf(unit)
    const key = keys.get(id)
    if (key) {
      key.unitIds.push(unit.id)
      key.area = key.area === null || unit.area === null ? null : key.area + unit.area
    } else {
      const ownerIds = unit.isDevelopers ? [] : ownersOf(unit)
      keys.set(id, { id, ownerIds, isDevelopers: unit.isDevelopers, unitIds: [unit.id], area: unit.area })
    }
  }
  return keys
}

function overlapsOf(keys: ReadonlyMap<KeyId, VotingKey>): [KeyId, KeyId][] {
  const first = new Map<string, KeyId>()
  // Hardly anybody is in two sets: a list is made only for those.
  const several = new Map<string, KeyId[]>()
  for (const key of keys.values()) {
    for (const owner of key.ownerIds) {
      const before = first.get(owner)
      if (before === undefined) first.set(owner, key.id)
      else several.set(owner, [...(several.get(owner) ?? [before]), key.id])
    }
  }
  const pairs = new Map<string, [KeyId, KeyId]>()
  for (const ids of several.values()) {
    const sorted = [...ids].sort()
    sorted.forEach((first, index) => {
      for (const second of sorted.slice(index + 1)) pairs.set(`${first}|${second}`, [first, second])
    })
  }
  return [...pairs.values()]
}

/** The units as they stand after these transfers, in the order of time. */
export function afterTransfers(units: readonly Unit[], transfers: readonly Transfer[]): Unit[] {
  const owners = new Map<string, readonly string[]>()
  for (const { unitId, toOwnerIds } of [...transfers].sort((a, b) => a.at - b.at))
    owners.set(unitId, toOwnerIds)
  return units.map((unit) => {
    const ownerIds = owners.get(unit.id)
    return ownerIds ? { ...unit, ownerIds, isDevelopers: false } : unit
  })
}

/**
 * Who decides, and with how much: N keys (sets of owners; the developer's unsold units are one) and the sum A of their areas,
 * inside the scope (民法典 278; 法释 8, 9; RULES.md §4.1–4). What is left out is left out of both.
 */
export function electorate(
  units: readonly Unit[],
  rules: ElectorateRules,
  transfers: readonly Transfer[] = [],
): Electorate {
  const counted = afterTransfers(units, transfers).filter((unit) => countsIn(unit, rules))
  const keys = keysOf(counted)
  const withoutArea = counted.filter(({ area }) => area === null).map(({ id }) => id)
  return {
    keys,
    people: keys.size,
    area: withoutArea.length > 0 ? null : counted.reduce((sum, { area }) => sum + (area ?? 0), 0),
    withoutArea,
    // Only the roll's own page asks; a count of a million ballots need not wait for it.
    get overlaps() {
      return overlapsOf(keys)
    },
  }
}
