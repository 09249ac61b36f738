import { accept, type Result, refuse } from '../matter/refusals'

/** A 评议会 is chaired by someone who did not do the work that is rated (RULES.md §2, ours). */
export function checkReviewChair({
  chairId,
  doerIds,
}: {
  chairId: string
  doerIds: readonly string[]
}): Result<null> {
  if (!doerIds.includes(chairId)) return accept(null)
  return refuse('chair_did_the_work', '这次要评的事里有您办的，请换一位没有参与的人来主持。')
}
