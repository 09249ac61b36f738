import { objectionTo, standing } from './admit'
import type { Area } from './area'
import type { Ballot, Ruling } from './ballot'
import { type Electorate, electorate, type VotingKey } from './electorate'
import { mandatesOf } from './mandates'
import { type Meaning, optionsIn } from './mark'
import type { KeyId } from './roll'
import { afterSales } from './sales'
import { settle } from './settle'
import type { Conflict, Disposition, Tally, TallyInput, TallyItem } from './tally-types'
import type { Figure, Totals } from './totals'

/** A sum of people and area; the area is lost as soon as one that belongs to it is not known. */
class Sum {
  private people = 0
  private area: Area | null = 0

  add(key: VotingKey): void {
    this.people += 1
    this.area = this.area === null || key.area === null ? null : this.area + key.area
  }

  figure(): Figure {
    return { people: this.people, area: this.area }
  }
}

/** The running totals of one item. */
class ItemSums {
  private readonly sums = {
    participating: new Sum(),
    agree: new Sum(),
    against: new Sum(),
    abstain: new Sum(),
    invalid: new Sum(),
    deliveredNotVoted: new Sum(),
  }
  private readonly options: Map<string, Sum>
  private readonly open: { people: number; area: Area }[] = []

  constructor(
    private readonly item: TallyItem,
    private readonly input: TallyInput,
    private readonly people: Electorate,
  ) {
    this.options = new Map(item.options.map((id) => [id, new Sum()]))
  }

  add(key: VotingKey, meaning: Meaning | 'open' | null, isDelivered: boolean): void {
    const { sums } = this
    if (meaning === null) {
      if (isDelivered) sums.deliveredNotVoted.add(key)
      return
    }
    if (meaning === 'open') {
      this.open.push({ people: 1, area: key.area ?? 0 })
      return
    }
    if (meaning !== 'invalid' || this.input.rules.invalidParticipates) sums.participating.add(key)
    if (meaning === 'agree' || meaning === 'against' || meaning === 'abstain' || meaning === 'invalid') {
      sums[meaning].add(key)
      return
    }
    for (const id of optionsIn(meaning)) this.options.get(id)?.add(key)
  }

  totals(): Totals {
    const { rules } = this.input
    const { kind, options, seats } = this.item
    const figures = Object.fromEntries(
      Object.entries(this.sums).map(([name, sum]) => [name, sum.figure()]),
    ) as Record<keyof typeof this.sums, Figure>
    const hasOptions = kind === 'options' || kind === 'election'
    const unknown: Figure = { people: null, area: null }
    return {
      kind,
      roll: { people: this.people.people, area: this.people.area },
      ...figures,
      // With options nobody agrees or disagrees as such: each option has its own figures.
      ...(hasOptions ? { agree: unknown, against: unknown } : {}),
      openConflicts: this.open,
      ...(hasOptions
        ? { options: options.map((id) => ({ id, agree: (this.options.get(id) as Sum).figure() })), seats }
        : {}),
      rules: {
        invalidParticipates: rules.invalidParticipates,
        nonVoters: rules.nonVoters,
        ranking: rules.ranking,
      },
    }
  }
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
  // Of the key at hand alone: looking each item's note up among a million ballots took a third of the count.
  private readonly ofKey = new Map<string, Disposition>()

  readonly note = (ballotId: string, disposition: Disposition): void => {
    const before = this.ofKey.get(ballotId)
    const isStronger = before === undefined || (WEIGHT[disposition] ?? 0) > (WEIGHT[before] ?? 0)
    if (isStronger) this.ofKey.set(ballotId, disposition)
  }

  /** All items of a key are settled. */
  closeKey(): void {
    for (const [ballotId, disposition] of this.ofKey) this.of.set(ballotId, disposition)
    this.ofKey.clear()
  }
}

function byKey(ballots: readonly Ballot[]): Map<KeyId, Ballot[]> {
  const groups = new Map<KeyId, Ballot[]>()
  for (const ballot of ballots) {
    const group = groups.get(ballot.key)
    if (group) group.push(ballot)
    else groups.set(ballot.key, [ballot])
  }
  return groups
}

const rulingKey = (key: KeyId, itemId: string): string => `${itemId} ${key}`

/**
 * Counts the returned ballots of a vote (RULES.md §4.1–14): who decides and with how much, what each ballot came to, which are
 * in conflict, and the totals of each item as `decide` takes them. The order of the lists plays no part; time and memory grow
 * with the number of ballots and units.
 */
export function tally(input: TallyInput): Tally {
  const { rules, items, transfers } = input
  const dispositions = new Dispositions()
  const mandates = mandatesOf(input.mandates, rules)
  const admitted: Ballot[] = []
  for (const ballot of input.ballots) {
    const objection = objectionTo(ballot, input, mandates)
    if (objection) dispositions.of.set(ballot.id, objection)
    else admitted.push(ballot)
  }
  const groups = byKey(admitted)
  const { units, soldAt, since } = afterSales(input.units, transfers, rules, (key) => groups.get(key) ?? [])
  const people = electorate(units, rules)
  const delivered = new Set(input.delivered)
  const rulings = new Map(input.rulings.map((ruling) => [rulingKey(ruling.key, ruling.itemId), ruling]))
  const sums = items.map((item) => ({
    item,
    ruled: new ItemSums(item, input, people),
    unruled: new ItemSums(item, input, people),
  }))
  const conflicts: Conflict[] = []

  for (const [keyId, ballots] of groups) {
    if (people.keys.has(keyId)) continue
    for (const { id } of ballots) dispositions.of.set(id, soldAt.has(keyId) ? 'sold_before' : 'not_on_roll')
  }
  for (const key of people.keys.values()) {
    const from = since.get(key.id) ?? Number.NEGATIVE_INFINITY
    const own = (groups.get(key.id) ?? []).filter((ballot) => {
      if (ballot.receivedAt >= from) return true
      dispositions.of.set(ballot.id, 'not_on_roll')
      return false
    })
    const standingBallots = standing(own, rules.mayChange, dispositions.note)
    for (const { item, ruled, unruled } of sums) {
      const ruling: Ruling | undefined = rulings.get(rulingKey(key.id, item.id))
      const settled = settle(standingBallots, item, rules, mandates, ruling, dispositions.note)
      const { conflict } = settled
      if (conflict) conflicts.push({ key: key.id, itemId: item.id, area: key.area, ...conflict })
      const isDelivered = delivered.has(key.id) && standingBallots.length === 0
      ruled.add(key, conflict && !conflict.isRuled ? 'open' : settled.meaning, isDelivered)
      unruled.add(key, settled.unruled, isDelivered)
    }
    dispositions.closeKey()
  }
  return {
    electorate: people,
    items: sums.map(({ item, ruled, unruled }) => ({
      itemId: item.id,
      totals: ruled.totals(),
      withoutRulings: unruled.totals(),
    })),
    conflicts,
    dispositions: dispositions.of,
  }
}
