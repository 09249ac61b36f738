import { createHash } from 'node:crypto'

/**
 * Numbers in place of ids, in an order that tells nothing: neither the order of the flats nor of the names. The same vote gives
 * the same numbers every time.
 */
export class Numbers {
  private readonly byId: Map<string, number>

  private constructor(order: readonly string[]) {
    this.byId = new Map(order.map((id, index) => [id, index + 1]))
  }

  static shuffled(voteId: string, what: string, ids: Iterable<string>): Numbers {
    const order = [...new Set(ids)]
      .map((id) => ({ id, by: createHash('sha256').update(`${voteId} ${what} ${id}`).digest('hex') }))
      .sort((a, b) => (a.by < b.by ? -1 : 1))
    return new Numbers(order.map(({ id }) => id))
  }

  /** For ids whose order breaks ties in the count: it stays. */
  static inOrder(ids: Iterable<string>): Numbers {
    return new Numbers([...new Set(ids)].sort())
  }

  of(id: string): number {
    const number = this.byId.get(id)
    if (number === undefined) throw new Error('an id without a number')
    return number
  }

  ofAll(ids: readonly string[]): number[] {
    return ids.map((id) => this.of(id)).sort((a, b) => a - b)
  }

  ofOrNull(id: string | null): number | null {
    return id === null ? null : this.of(id)
  }
}
