import type { Area } from './area'
import type { Electorate, VotingKey } from './electorate'
import { type Meaning, optionsIn } from './mark'
import type { VoteRules } from './rule-set'
import type { TallyItem } from './tally-types'
import type { Figure, Totals } from './totals'

/** A sum of people and area; the area is not known as long as one that belongs to it has none. */
class Sum {
  private people = 0
  private area: Area = 0
  private unknown = 0

  /** @param times 1 to put it in, −1 to take it out again */
  add(key: VotingKey, times: 1 | -1): void {
    this.people += times
    if (key.area === null) this.unknown += times
    else this.area += times * key.area
  }

  figure(): Figure {
    return { people: this.people, area: this.unknown > 0 ? null : this.area }
  }
}

const UNKNOWN: Figure = { people: null, area: null }

/** The running totals of one item: what each key's opinion adds to them. */
export class ItemSums {
  private readonly participating = new Sum()
  private readonly agree = new Sum()
  private readonly against = new Sum()
  private readonly abstain = new Sum()
  private readonly invalid = new Sum()
  private readonly deliveredNotVoted = new Sum()
  private readonly options: Map<string, Sum>
  private readonly open = new Map<string, VotingKey>()

  constructor(
    private readonly item: TallyItem,
    private readonly rules: VoteRules,
  ) {
    this.options = new Map(item.options.map((id) => [id, new Sum()]))
  }

  add(key: VotingKey, meaning: Meaning | 'open' | null, isDelivered: boolean, times: 1 | -1 = 1): void {
    if (meaning === null) {
      if (isDelivered) this.deliveredNotVoted.add(key, times)
    } else if (meaning === 'open') {
      if (times === 1) this.open.set(key.id, key)
      else this.open.delete(key.id)
    } else {
      this.count(key, meaning, times)
    }
  }

  private count(key: VotingKey, meaning: Meaning, times: 1 | -1): void {
    if (meaning !== 'invalid' || this.rules.invalidParticipates) this.participating.add(key, times)
    switch (meaning) {
      case 'agree':
      case 'against':
      case 'abstain':
      case 'invalid':
        this[meaning].add(key, times)
        break
      default:
        for (const id of optionsIn(meaning)) this.options.get(id)?.add(key, times)
    }
  }

  /** Areas of open ballots whose area is not known count as 0: the whole area is not known then anyway. */
  totals({ people, area }: Electorate): Totals {
    const { kind, options, seats } = this.item
    const { invalidParticipates, nonVoters, ranking } = this.rules
    const hasOptions = kind === 'options' || kind === 'election'
    return {
      kind,
      roll: { people, area },
      participating: this.participating.figure(),
      // With options nobody agrees or disagrees as such: each option has its own figures.
      agree: hasOptions ? UNKNOWN : this.agree.figure(),
      against: hasOptions ? UNKNOWN : this.against.figure(),
      abstain: this.abstain.figure(),
      invalid: this.invalid.figure(),
      deliveredNotVoted: this.deliveredNotVoted.figure(),
      openConflicts: [...this.open.values()].map((key) => ({ people: 1, area: key.area ?? 0 })),
      ...(hasOptions
        ? { options: options.map((id) => ({ id, agree: (this.options.get(id) as Sum).figure() })), seats }
        : {}),
      rules: { invalidParticipates, nonVoters, ranking },
    }
  }
}
