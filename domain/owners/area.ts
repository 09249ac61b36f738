/** Floor area in units of 0.0001 ㎡: an integer, because two thirds of a compound are decided by it (RULES.md §4). */
export type Area = number

export const AREA_SCALE = 10_000
/** 1,000,000,000 ㎡. Four hundred times the largest area is still an exact integer. */
export const AREA_MAX: Area = 1_000_000_000 * AREA_SCALE

const DECIMAL = /^(\d{1,10})(?:\.(\d{1,4})0*)?$/

/** Reads “191619.21” exactly; null for anything that is not a plain decimal of at most 4 places. Never goes through a float. */
export function parseArea(text: string): Area | null {
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [, whole = '', part = ''] = match
  const area = Number(whole) * AREA_SCALE + Number(part.padEnd(4, '0'))
  return area <= AREA_MAX ? area : null
}

/** “191619.21”: at least two decimals, up to four when they are there. */
export function formatArea(area: Area): string {
  const part = String(area % AREA_SCALE)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '')
  return `${Math.floor(area / AREA_SCALE)}.${part}`
}
