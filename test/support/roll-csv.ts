import { ROLL_HEADER, rollLines } from '../../server/demo/owners/roll'

export const csvOf = (lines: readonly (readonly string[])[]): string =>
  [ROLL_HEADER, ...lines].map((line) => line.join(',')).join('\r\n')

/** The roll of the demo with one line in which the area is below zero. */
export function wrongRoll(): string {
  const [first = [], ...rest] = rollLines()
  return csvOf([[...first.slice(0, 4), '-78', ...first.slice(5)], ...rest])
}

export const rightRoll = (): string => csvOf(rollLines())

/** Flats whose owners are not in the hall: they vote on paper. */
export const ON_PAPER: readonly string[] = rollLines()
  .filter(([, , , use, , , , phone]) => use === '住宅' && phone?.startsWith('19900005'))
  .map(([code = '']) => code)
