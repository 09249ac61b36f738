import type { Ballot } from './ballot'
import type { KeyId } from './roll'

const NONE: readonly number[] = []

/**
 * Where the ballots of each key stand in the list: chains through one table, because a list for each of 200,000 keys that grows
 * with its ballots keeps the garbage collector busy for a tenth of the count.
 */
export class BallotGroups {
  private readonly numbers = new Map<KeyId, number>()
  private readonly first: number[] = []
  private readonly last: number[] = []
  /** The next place of the same key; 0: it was the last (place 0 follows nothing). */
  private readonly next: Int32Array

  constructor(private readonly ballots: readonly Ballot[]) {
    this.next = new Int32Array(ballots.length)
  }

  /** Places must rise. */
  add(key: KeyId, place: number): void {
    const number = this.numbers.get(key)
    if (number === undefined) {
      this.numbers.set(key, this.first.length)
      this.first.push(place)
      this.last.push(place)
    } else {
      this.next[this.last[number] as number] = place
      this.last[number] = place
    }
  }

  keys(): Iterable<KeyId> {
    return this.numbers.keys()
  }

  placesOf(key: KeyId): readonly number[] {
    const number = this.numbers.get(key)
    if (number === undefined) return NONE
    const places = [this.first[number] as number]
    for (let place = this.next[places[0] as number]; place; place = this.next[place]) places.push(place)
    return places
  }

  readonly of = (key: KeyId): readonly Ballot[] =>
    this.placesOf(key).map((place) => this.ballots[place] as Ballot)
}
