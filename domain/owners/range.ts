/** All that is known of an integer: it lies between these two, both included. */
export interface Range {
  lo: number
  hi: number
}

export const exactly = (value: number): Range => ({ lo: value, hi: value })
export const isExact = ({ lo, hi }: Range): boolean => lo === hi
export const clamp = (value: number, { lo, hi }: Range): number => Math.min(Math.max(value, lo), hi)
export const sumLo = (ranges: readonly Range[]): number => ranges.reduce((sum, { lo }) => sum + lo, 0)
export const sumHi = (ranges: readonly Range[]): number => ranges.reduce((sum, { hi }) => sum + hi, 0)

/** The smallest integer of `range` for which `holds`, which once true stays true; null: none. */
export function firstWhere({ lo, hi }: Range, holds: (value: number) => boolean): number | null {
  if (lo > hi || !holds(hi)) return null
  let [from, to] = [lo, hi]
  while (from < to) {
    const middle = from + Math.floor((to - from) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return from
}
