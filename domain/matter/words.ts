import { lengthOf, REASON_MAX, tidy } from '../speak/limits'
import { accept, type RefusalCode, type Result, refuse } from './refusals'

/** Words that somebody else will read: tidied, not empty, not too long. */
export function requireWords(
  words: string,
  code: RefusalCode,
  missing: string,
  max: number = REASON_MAX,
): Result<string> {
  const kept = tidy(words)
  if (kept === '') return refuse(code, missing)
  const length = lengthOf(kept)
  if (length > max) {
    return refuse('text_too_long', `写得太长了：${length} 字，最多 ${max} 字，请删短一些。`, {
      details: { length, max },
    })
  }
  return accept(kept)
}
