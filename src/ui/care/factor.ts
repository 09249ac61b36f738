const LARGEST = 1.5
const CARE_LEAST = 1.3

/**
 * How many times larger than normal the text is drawn.
 * @param phone WeChat's own font scale (1 = standard); anything unusable counts as 1.
 * @returns 1…1.5; at least 1.3 in care mode.
 */
export function fontFactor(care: boolean, phone: number | undefined): number {
  const asked = phone !== undefined && Number.isFinite(phone) ? phone : 1
  const least = care ? CARE_LEAST : 1
  return Math.min(LARGEST, Math.max(least, Math.round(asked * 100) / 100))
}
