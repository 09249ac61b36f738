import type { Ballot, Mark } from '@yishiting/domain/owners/ballot'
import type { Unit } from '@yishiting/domain/owners/roll'
import type { TallyInput, TallyItem } from '@yishiting/domain/owners/tally-types'

/*
 * The count once more, written straight from RULES.md §4 and as slowly as one likes: for each person look through everything,
 * again and again. It shares nothing with domain/owners but the shapes of what goes in.
 */

type Opinion = 'agree' | 'against' | 'abstain' | 'invalid' | 'open' | 'absent' | `for ${string}`

export interface ReferenceItem {
  people: Record<string, number>
  /** null: the area of one of them is not known. */
  area: Record<string, bigint | null>
  openAreas: bigint[]
  persons: number
  totalArea: bigint | null
}

const who = (owners: readonly string[], isDevelopers: boolean): string =>
  isDevelopers
    ? 'the developer'
    : owners.length === 0
      ? ''
      : JSON.stringify(Array.from(new Set(owners)).sort())

const keyText = (key: string): string =>
  key === 'developer' ? 'the developer' : JSON.stringify(key.split('+').sort())

function isInside(unit: Unit, input: TallyInput): boolean {
  const { scope, specialSpaces } = input.rules
  if (unit.use === 'common') return false
  if (['parking', 'storage', 'basement'].includes(unit.use) && specialSpaces !== 'included') return false
  if (scope.type === 'buildings') return scope.buildings.some((building) => building === unit.building)
  if (scope.type === 'stairwell')
    return unit.building === scope.building && unit.stairwell === scope.stairwell
  return true
}

/** §4.10: is this proxy's ballot backed by a mandate that counts? */
function isBacked(ballot: Ballot, input: TallyInput): boolean {
  const mandate = input.mandates.find(({ id }) => id === ballot.mandateId)
  if (!mandate) return false
  if (mandate.key !== ballot.key || mandate.proxyId !== ballot.voterId) return false
  if (ballot.receivedAt < mandate.grantedAt || ballot.receivedAt >= mandate.expiresAt) return false
  if (mandate.revokedAt !== null && ballot.receivedAt >= mandate.revokedAt) return false
  if (mandate.isPropertyStaff && input.rules.propertyStaffMayProxy === false) return false
  if (mandate.revokedAt !== null) return true
  const inOrder = input.mandates
    .filter((other) => other.proxyId === mandate.proxyId && other.revokedAt === null)
    .sort((a, b) => a.grantedAt - b.grantedAt || (a.id < b.id ? -1 : 1))
  // The owners in the order in which each first gave this proxy a mandate.
  const owners = [...new Set(inOrder.map(({ key }) => key))]
  return owners.indexOf(mandate.key) < input.rules.mandatesPerProxy
}

function mayCount(ballot: Ballot, input: TallyInput): boolean {
  const isInTime = input.opensAt <= ballot.receivedAt && ballot.receivedAt < input.closesAt
  const isRead = ballot.channel === 'online' || Boolean(ballot.secondMarks)
  const isBackedUp = ballot.capacity !== 'proxy' || isBacked(ballot, input)
  return (
    isInTime && input.rules.channels.some((channel) => channel === ballot.channel) && isRead && isBackedUp
  )
}

/** §4.13, one sale after another. Says who holds each unit in the end, and who came in by buying, and when. */
function holders(input: TallyInput) {
  const owners = new Map(input.units.map((unit) => [unit.id, who(unit.ownerIds, unit.isDevelopers)]))
  const owns = (person: string): boolean =>
    input.units.some((unit) => isInside(unit, input) && owners.get(unit.id) === person)
  /** Who came in by buying, and when; an owner from the beginning is not in it. */
  const arrived = new Map<string, number>()
  const sales = input.transfers
    .filter(({ at }) => at < input.closesAt)
    .sort((a, b) => a.at - b.at || (a.unitId < b.unitId ? -1 : 1))
  for (const sale of sales) {
    const unit = input.units.find(({ id }) => id === sale.unitId)
    const seller = owners.get(sale.unitId)
    if (!unit || !isInside(unit, input) || seller === undefined) continue
    const since = arrived.get(seller) ?? Number.NEGATIVE_INFINITY
    const hasVoted = input.ballots.some(
      (ballot) =>
        keyText(ballot.key) === seller &&
        mayCount(ballot, input) &&
        since <= ballot.receivedAt &&
        ballot.receivedAt < sale.at,
    )
    if (hasVoted) continue
    const buyer = who(sale.toOwnerIds, false)
    const isNew = !owns(buyer)
    owners.set(sale.unitId, buyer)
    if (!owns(seller)) arrived.delete(seller)
    if (isNew) arrived.set(buyer, sale.at)
  }
  return { owners, arrived }
}

const hasOptions = (item: TallyItem): boolean => item.kind === 'options' || item.kind === 'election'

function opinionIn(mark: Mark | undefined, item: TallyItem): Opinion {
  if (mark === undefined || mark === 'blank' || mark === 'abstain') return 'abstain'
  if (mark === 'invalid') return 'invalid'
  if (mark === 'agree' || mark === 'against') return hasOptions(item) ? 'invalid' : mark
  if (!hasOptions(item)) return 'invalid'
  const chosen = Array.from(new Set(mark)).sort()
  if (chosen.some((id) => !item.options.includes(id))) return 'invalid'
  if (item.kind === 'election' && chosen.length > item.seats) return 'invalid'
  return chosen.length === 0 ? 'abstain' : `for ${chosen.join(' ')}`
}

/** What a ballot says of an item; 'absent': a proxy who may not speak to it, or not so. */
function said(ballot: Ballot, item: TallyItem, input: TallyInput): Opinion {
  if (ballot.isUnsigned) return 'invalid'
  const first = opinionIn(ballot.marks[item.id], item)
  if (ballot.capacity === 'proxy') {
    const mandate = input.mandates.find(({ id }) => id === ballot.mandateId)
    if (mandate?.itemIds && !mandate.itemIds.includes(item.id)) return 'absent'
    const told = mandate?.instructions?.[item.id]
    if (told !== undefined && opinionIn(told, item) !== first) return 'absent'
  }
  if (ballot.channel !== 'online' || ballot.secondMarks) {
    if (ballot.secondMarks && opinionIn(ballot.secondMarks[item.id], item) !== first) return 'open'
  }
  return first
}

/** §4.8–12: what one person says of one item. */
function opinionOf(ballots: readonly Ballot[], item: TallyItem, key: string, input: TallyInput): Opinion {
  const inOrder = [...ballots].sort((a, b) => a.seq - b.seq)
  const isOwn = (ballot: Ballot) => ballot.capacity !== 'proxy' && !ballot.isUnsigned
  const heard = inOrder.some(isOwn) ? inOrder.filter(({ capacity }) => capacity !== 'proxy') : inOrder
  // One word for each hand: the first, or the last where a vote may be changed.
  const hands = new Set(heard.map((ballot) => `${ballot.voterId}/${ballot.capacity}/${ballot.channel}`))
  const words = [...hands].map((hand) => {
    const same = heard.filter((ballot) => `${ballot.voterId}/${ballot.capacity}/${ballot.channel}` === hand)
    return (input.rules.mayChange ? same.at(-1) : same[0]) as Ballot
  })
  const spoken = words
    .sort((a, b) => a.seq - b.seq)
    .map((ballot) => ({ ballot, opinion: said(ballot, item, input) }))
    .filter(({ opinion }) => opinion !== 'absent')
  if (spoken.length === 0) return 'absent'
  const valid = spoken.filter(({ opinion }) => opinion !== 'invalid')
  if (valid.length === 0) return 'invalid'
  const different = new Set(valid.map(({ opinion }) => opinion))
  if (different.size === 1 && !different.has('open')) return valid[0]?.opinion as Opinion
  const ruled = () => {
    const ruling = input.rulings.find((each) => keyText(each.key) === key && each.itemId === item.id)
    if (!ruling) return 'open'
    return ruling.mark === 'void' ? 'absent' : opinionIn(ruling.mark, item)
  }
  const unlessOpen = (opinion: Opinion | undefined): Opinion =>
    opinion === 'open' || !opinion ? ruled() : opinion
  switch (input.rules.conflicts) {
    case 'first_valid':
      return unlessOpen(valid[0]?.opinion)
    case 'last_before_close':
      return unlessOpen(valid.at(-1)?.opinion)
    case 'void_both':
      return 'invalid'
    case 'online_over_paper': {
      const online = new Set(
        valid.filter(({ ballot }) => ballot.channel === 'online').map(({ opinion }) => opinion),
      )
      return unlessOpen(online.size === 1 ? [...online][0] : undefined)
    }
    default:
      return ruled()
  }
}

/** N, A and every figure of one item. */
export function countAgain(input: TallyInput, item: TallyItem): ReferenceItem {
  const { owners, arrived } = holders(input)
  const inside = input.units.filter((unit) => isInside(unit, input))
  const persons = [...new Set(inside.map((unit) => owners.get(unit.id) || `nobody of ${unit.id}`))]
  const areaOf = (person: string): bigint | null => {
    const own = inside.filter((unit) => (owners.get(unit.id) || `nobody of ${unit.id}`) === person)
    return own.some(({ area }) => area === null)
      ? null
      : own.reduce((sum, { area }) => sum + BigInt(area ?? 0), 0n)
  }
  const figures: Record<string, string[]> = {}
  const openAreas: bigint[] = []
  const add = (name: string, person: string) => {
    figures[name] = [...(figures[name] ?? []), person]
  }
  for (const person of persons) {
    const since = arrived.get(person) ?? Number.NEGATIVE_INFINITY
    const own = input.ballots.filter(
      (ballot) => keyText(ballot.key) === person && mayCount(ballot, input) && ballot.receivedAt >= since,
    )
    const opinion = opinionOf(own, item, person, input)
    if (opinion === 'open') openAreas.push(areaOf(person) ?? 0n)
    else if (opinion.startsWith('for '))
      for (const id of opinion.slice(4).split(' ')) add(`option ${id}`, person)
    else add(opinion, person)
    const takesPart =
      !['open', 'absent'].includes(opinion) && (opinion !== 'invalid' || input.rules.invalidParticipates)
    if (takesPart) add('participating', person)
    if (own.length === 0 && input.delivered.some((key) => keyText(key) === person)) add('served', person)
  }
  const sum = (people: readonly string[]): bigint | null => {
    const areas = people.map(areaOf)
    return areas.some((area) => area === null)
      ? null
      : areas.reduce<bigint>((total, area) => total + (area ?? 0n), 0n)
  }
  return {
    people: Object.fromEntries(Object.entries(figures).map(([name, people]) => [name, people.length])),
    area: Object.fromEntries(Object.entries(figures).map(([name, people]) => [name, sum(people)])),
    openAreas: openAreas.sort((a, b) => (a < b ? -1 : 1)),
    persons: persons.length,
    totalArea: sum(persons),
  }
}
