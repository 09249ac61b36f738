import type { MergedCells } from '@yishiting/domain/owners/roll-lines'

/** A sheet as text: what each cell shows or holds, all rows of one width or shorter. */
export interface Table {
  rows: string[][]
  merged: MergedCells[]
}

export const LINES_MAX = 60_000
export const COLUMNS_MAX = 200
export const FILE_BYTES_MAX = 20 * 1024 * 1024
/** All cells together, in characters: a small file can unfold into very much. */
export const TEXT_MAX = 40_000_000

/** A file that is no roll. The message is for whoever sent it. */
export class UnreadableTableError extends Error {
  override name = 'UnreadableTableError'
}

/** @throws UnreadableTableError beyond what a roll can be */
export function checkSize({ rows }: Table): void {
  if (rows.length > LINES_MAX) throw new UnreadableTableError(`行数太多，最多 ${LINES_MAX} 行。请分开核对。`)
  let characters = 0
  for (const row of rows) {
    if (row.length > COLUMNS_MAX) throw new UnreadableTableError(`列数太多，最多 ${COLUMNS_MAX} 列。`)
    for (const cell of row) characters += cell.length
  }
  if (characters > TEXT_MAX) throw new UnreadableTableError('表里的字太多了，请只留名册需要的列。')
}
