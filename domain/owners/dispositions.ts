import type { Ballot } from './ballot'
import type { Disposition } from './tally-types'

/** What a ballot came to over several items: what counts anywhere goes before what does not. */
const WEIGHT: Partial<Record<Disposition, number>> = {
  conflicting: 5,
  counted: 4,
  duplicate: 3,
  superseded: 2,
  invalid: 1,
}
/** From so many ballots of one key on, looking through them is slower than a table. */
const MANY = 32

/**
 * What became of each ballot, kept by its place in the list: looking a million ids up in the order of the keys, and not of the
 * list, took a third of the whole count.
 */
export class Dispositions {
  private readonly ends: (Disposition | undefined)[]
  private places: readonly number[] = []
  private own: readonly Ballot[] = []
  private table: Map<Ballot, number> | null = null

  constructor(private readonly ballots: readonly Ballot[]) {
    this.ends = new Array(ballots.length)
  }

  set(place: number, disposition: Disposition): void {
    this.ends[place] = disposition
  }

  /** From here on it is about the ballots at these places. */
  openKey(places: readonly number[]): readonly Ballot[] {
    this.places = places
    this.own = places.map((place) => this.ballots[place] as Ballot)
    this.table = places.length > MANY ? new Map(this.own.map((ballot, index) => [ballot, index])) : null
    return this.own
  }

  private placeOf(ballot: Ballot): number {
    const index = this.table ? this.table.get(ballot) : this.own.indexOf(ballot)
    return this.places[index as number] as number
  }

  /** It plays no part in any item: put aside by itself or by another of the key. */
  readonly putAside = (ballot: Ballot, disposition: Disposition): void => {
    this.ends[this.placeOf(ballot)] = disposition
  }

  /** What it came to on one item. */
  readonly note = (ballot: Ballot, disposition: Disposition): void => {
    const place = this.placeOf(ballot)
    const before = this.ends[place]
    const isStronger = before === undefined || (WEIGHT[disposition] ?? 0) > (WEIGHT[before] ?? 0)
    if (isStronger) this.ends[place] = disposition
  }

  byId(): ReadonlyMap<string, Disposition> {
    const ids = new Map<string, Disposition>()
    for (let place = 0; place < this.ends.length; place += 1) {
      const end = this.ends[place]
      if (end !== undefined) ids.set((this.ballots[place] as Ballot).id, end)
    }
    return ids
  }
}
