const STEPS_MS = [1_000, 2_000, 5_000, 10_000]

/**
 * How long to wait before trying again, in ms. Spread by up to a half: a thousand phones that lost the same server must not all
 * knock at once.
 * @param tries how often it failed already
 * @param chance 0 … 1
 */
export function backoff(tries: number, chance: number): number {
  const step = STEPS_MS[Math.min(tries, STEPS_MS.length - 1)] ?? 10_000
  return Math.round(step * (0.75 + chance / 2))
}
