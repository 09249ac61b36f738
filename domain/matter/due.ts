import type { Context } from './context'
import type { Instant } from './instant'
import { accept, type Result, refuse } from './refusals'

/** A due date lies ahead, and not absurdly far. */
export function checkDue(dueAt: Instant, context: Context): Result<Instant> {
  if (!Number.isSafeInteger(dueAt)) return refuse('due_required', '请选一个办完的日期。')
  if (dueAt <= context.now) return refuse('due_in_past', '办完的日期要在现在之后。')
  if (dueAt > context.now + context.rules.dueAtMost)
    return refuse('due_too_far', '办完的日期太远了，最多一年。')
  return accept(dueAt)
}
