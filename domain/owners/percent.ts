/** Hundredths of a percent, half up, in integers; null when something is missing or there is nothing to take a share of. */
function hundredths(part: number, whole: number): number {
  // part · 10000 can leave the safe integers for areas: the whole percents first, then what is left over.
  const percents = Math.floor((part * 100) / whole)
  const left = part * 100 - percents * whole
  return percents * 100 + Math.floor((left * 200 + whole) / (2 * whole))
}

/** “90.37”: for display only, never compared (RULES.md §4). */
export function percentOf(part: number | null, whole: number | null): string | null {
  if (part === null || whole === null || whole <= 0) return null
  const value = hundredths(part, whole)
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
}
