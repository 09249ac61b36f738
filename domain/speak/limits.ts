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

// Control and invisible formatting characters that break lists, prints and bidirectional text.
const UNSEEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF]/g

// Iterating by code point leaves a lone half of a pair on its own. (A look-behind would not parse on older iPhones.)
const withoutHalfPairs = (text: string): string =>
  [...text].filter((point) => !/^[\uD800-\uDFFF]$/.test(point)).join('')

/**
 * The words as they will be kept: composed (NFC), without control characters, line ends as \n, trimmed, never more than two
 * empty lines in a row. HTML is left as the words it is; screens show text, never markup.
 */
export function tidy(text: string): string {
  return withoutHalfPairs(text)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A title made from the first sentence, for somebody who wrote only the text: at most 24 code points. */
export function titleFrom(text: string): string {
  const first = tidy(text).split(/[\n。！？!?；;]/)[0] ?? ''
  const points = [...first.trim()]
  return points.length <= 24 ? points.join('') : `${points.slice(0, 23).join('')}…`
}
