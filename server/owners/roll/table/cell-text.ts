import type { CellValue } from 'exceljs'

/** Excel keeps 15 digits of a number: what is longer has already lost some, and must look like it. */
const EXACT_DIGITS = 1e15

/**
 * A number as it is held, in the shortest form that reads back the same: 83.25 is “83.25”, and 83.25000000000001 shows its
 * artifact. Never rounded: the area decides.
 */
function numberText(value: number): string {
  return Math.abs(value) >= EXACT_DIGITS ? value.toExponential().toUpperCase() : String(value)
}

/** As people write a day: a code that the program took for a date is found by it. */
const dateText = (date: Date): string =>
  `${date.getUTCFullYear()}-${String(date.getUTCMonth() + 1).padStart(2, '0')}-${String(date.getUTCDate()).padStart(2, '0')}`

/** What a cell of a workbook says: formulas by their result, rich text and links by their words; an error is empty no more. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return dateText(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return cellText(value.text as CellValue)
  if ('error' in value) return value.error
  if ('result' in value) return cellText(value.result as CellValue)
  return ''
}
