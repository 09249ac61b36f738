import { firstWhere } from './range'

/**
 * The least number of open conflicts whose resolution (agree, against, abstain or out) can change the verdict, or the winners,
 * from that with all of them left out; null: none can, or missing figures leave no verdict that could change.
 *
 * Exact where every conflict is one person, as a key is: of a given number the largest areas do most, all resolved the same way
 * do more than any mixture, and more of them do no less. Where typed-in conflicts are of several people the largest numbers and
 * the largest areas are taken together, and it is a lower bound.
 * @param signatureWith the verdict and winners when so many of the largest may go anywhere and the others fall out; null: none certain
 */
export function conflictsToFlip(
  conflicts: number,
  signatureWith: (count: number) => string | null,
): number | null {
  if (conflicts === 0) return null
  const before = signatureWith(0)
  if (before === null) return null
  return firstWhere({ lo: 1, hi: conflicts }, (count) => signatureWith(count) !== before)
}
