/** Chance that comes out the same every time: the demo compound is the same on every machine. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** from ≤ n ≤ to */
  whole(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  shuffle<T>(items: readonly T[]): T[]
}

function seedOf(text: string): number {
  let hash = 2166136261
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16777619)
  return hash >>> 0
}

/** A stream of its own for each `name`, so that adding to one part of the demo leaves the others as they were. */
export function chance(name: string): Chance {
  let state = seedOf(name)
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    pick<T>(from: readonly T[]): T {
      const picked = from[whole(0, from.length - 1)]
      if (picked === undefined) throw new Error(`nothing to pick from for ${name}`)
      return picked
    },
    shuffle<T>(items: readonly T[]): T[] {
      return items
        .map((item) => ({ item, order: next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item)
    },
  }
}
