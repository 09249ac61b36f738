/** What may be said, and how much of it. Lengths in Unicode code points, so that 𠮷 and an emoji count once. */
export const TITLE_MAX = 40
export const TEXT_MAX = 2000
export const COMMENT_MAX = 500
export const REASON_MAX = 500
export const PHOTOS_MAX = 9
export const PHOTO_BYTES_MAX = 10 * 1024 * 1024

/** Number of code points in `text`. */
export function lengthOf(text: string): number {
  return [...text].length
}

// Control and invisible formatting characters: they break lists and prints, turn the direction of text, or make words that
// nobody sees look like words. Not ZWJ and ZWNJ (see below), nor variation selectors (rare Han names are told apart by them).
const UNSEEN =
  /[\u034F\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFEFF\uFFA0\uFFF9-\uFFFC\uFFFE\uFFFF]/g
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
const JOINERS = /[\u200C\u200D]/

// Iterating by code point leaves a lone half of a pair on its own. (A look-behind would not parse on older iPhones.)
const withoutHalfPairs = (text: string): string =>
  [...text].filter((point) => !/^[\uD800-\uDFFF]$/.test(point)).join('')

/** Pictures, and what may stand between a picture and its joiner: skin tones, the emoji selector, the keycap. */
function isPicture(point: string | undefined): boolean {
  const code = point?.codePointAt(0) ?? 0
  const isSymbol = (code >= 0x2190 && code <= 0x2bff) || code === 0xfe0f || code === 0x20e3
  return isSymbol || (code >= 0x1f000 && code <= 0x1faff)
}

/** A joiner stays where it joins two pictures (👨‍👩‍👧); anywhere else it is only a way to hide. */
function withoutLooseJoiners(text: string): string {
  if (!JOINERS.test(text)) return text
  const points = [...text]
  const joins = (index: number) =>
    points[index] === '\u200D' && isPicture(points[index - 1]) && isPicture(points[index + 1])
  return points.filter((point, index) => !JOINERS.test(point) || joins(index)).join('')
}

/**
 * The words as they will be kept: composed (NFC), without control characters, line ends as \n, trimmed, never more than two
 * line ends in a row. HTML is left as the words it is; screens show text, never markup. Doing it twice changes nothing.
 */
export function tidy(text: string): string {
  const seen = withoutHalfPairs(text).replace(LINE_ENDS, '\n').replace(UNSEEN, '')
  return withoutLooseJoiners(seen)
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const TITLE_FROM_TEXT_MAX = 24

/** A title made from the first sentence, for somebody who wrote only the text: at most 24 code points. */
export function titleFrom(text: string): string {
  const words = tidy(text)
  const sentences = words.split(/[\n。！？!?；;]/).map((sentence) => sentence.trim())
  // Somebody who wrote nothing but “？？？” still gets a title.
  const points = [...(sentences.find((sentence) => sentence !== '') ?? words)]
  if (points.length <= TITLE_FROM_TEXT_MAX) return points.join('')
  return `${tidy(points.slice(0, TITLE_FROM_TEXT_MAX - 1).join(''))}…`
}
