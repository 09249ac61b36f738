import type { RefusalCode } from '@yishiting/domain/matter/refusals'
import { requireWords } from '@yishiting/domain/matter/words'

/** What is wrong with these words, in the sentence of the rules; undefined when nothing is. */
export function wordsError(
  words: string,
  code: RefusalCode,
  missing: string,
  max?: number,
): string | undefined {
  const checked = requireWords(words, code, missing, max)
  return checked.ok ? undefined : checked.refusal.message
}
