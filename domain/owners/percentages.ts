import type { Dimension, Side } from './dimension'
import { percentOf } from './percent'
import { isExact, type Range } from './range'
import type { Reading } from './reading'

const known = (range: Range | undefined): number | null => (range && isExact(range) ? range.lo : null)

const SHARES: readonly [
  name: string,
  part: (of: Dimension) => Range | undefined,
  whole: 'roll' | 'participating',
][] = [
  ['participating', ({ participating }) => participating, 'roll'],
  ['agree', ({ agree }) => agree, 'participating'],
  ['against', ({ rest }) => rest[0], 'participating'],
  ['abstain', ({ rest }) => rest[1], 'participating'],
]

/** Shares for display, in people and in area: of the roll who took part, of those who took part what they said. null: not known. */
export function percentagesOf(reading: Reading | null): Record<string, string | null> {
  const shares = (side: Side) =>
    SHARES.map(([name, part, whole]): [string, string | null] => {
      const dimension = reading?.[side]
      return [
        `${name}.${side}`,
        dimension ? percentOf(known(part(dimension)), known(dimension[whole])) : null,
      ]
    })
  return Object.fromEntries([...shares('people'), ...shares('area')])
}
