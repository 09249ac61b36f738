const DASHES = /[‐‑‒–—―−－﹣─]+/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: files bring them along, and the database cannot keep U+0000
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2060\ufeff]/g

/** Most cells: ASCII and common Chinese characters have no other form. */
const IS_PLAIN = /^[\u0020-\u007e\u4e00-\u9fff、。]*$/

/** A cell as it was meant: full-width digits, letters, punctuation and spaces made plain (NFKC), nothing invisible, trimmed. */
export function plainText(cell: string): string {
  if (IS_PLAIN.test(cell)) return cell.trim()
  return cell.normalize('NFKC').replace(UNSEEN, '').replace(DASHES, '-').trim()
}

/** The same without any space: for what is compared and not read. */
export const tightText = (cell: string): string => plainText(cell).replace(/\s+/g, '')

const DIGITS = '零一二三四五六七八九'

/** “十二” → “12”, up to 九十九; anything else as it is. */
export function plainNumeral(text: string): string {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text.replace('两', '二'))
  if (!match || text === '') return text
  const [, tens, ten, ones] = match
  const value = (digit: string | undefined) => (digit ? DIGITS.indexOf(digit) : 0)
  if (ten) return String((tens ? value(tens) : 1) * 10 + value(ones))
  return tens && ones ? text : String(value(tens ?? ones))
}
