import type { Mark } from '@yishiting/domain/owners/ballot'

const WORDS: Record<string, string> = {
  agree: '同意',
  against: '不同意',
  abstain: '弃权',
  blank: '空白（算弃权）',
  invalid: '废票',
  void: '都不算',
}

/** A mark as a person says it; options by their titles. */
export function markWords(
  mark: Mark | 'void',
  options: readonly { id: string; title: string }[] = [],
): string {
  if (typeof mark === 'string') return WORDS[mark] ?? mark
  if (mark.length === 0) return '都没选（算弃权）'
  return mark.map((id) => options.find((option) => option.id === id)?.title ?? id).join('、')
}
