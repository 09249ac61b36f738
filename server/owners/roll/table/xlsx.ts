import { Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { cellText } from './cell-text'
import { COLUMNS_MAX, LINES_MAX, type Table, UnreadableTableError } from './table'

/** Unpacked, all parts together: a real roll of 50,000 lines has some 40 MB. */
const UNPACKED_MAX = 150_000_000

/** Unpacks piece by piece and only counts: a zip bomb ends here, whatever size it claims to have. */
async function checkUnpacked(bytes: Buffer): Promise<void> {
  const zip = await JSZip.loadAsync(bytes)
  let total = 0
  for (const entry of Object.values(zip.files)) {
    if (entry.dir) continue
    // JSZip's streams are of an older kind, which cannot be iterated.
    for await (const piece of new Readable().wrap(entry.nodeStream())) {
      total += (piece as Buffer).length
      if (total > UNPACKED_MAX) throw new UnreadableTableError('文件展开后太大了，请只留名册这一张表。')
    }
  }
}

const RANGE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column - 1
}

/** Cells merged downwards: exceljs gives each of them the value of the first. */
function mergedDown(sheet: ExcelJS.Worksheet): Table['merged'] {
  const ranges = (sheet.model as { merges?: string[] }).merges ?? []
  return ranges.flatMap((range) => {
    const [, left = '', top = '', right = left, bottom = top] = RANGE.exec(range) ?? []
    const from = Number(top)
    const to = Number(bottom)
    if (to <= from) return []
    const columns = []
    for (let column = columnOf(left); column <= columnOf(right) && column < COLUMNS_MAX; column += 1) {
      columns.push({ column, from, to: Math.min(to, LINES_MAX) })
    }
    return columns
  })
}

function rowsOf(sheet: ExcelJS.Worksheet): string[][] {
  const rows: string[][] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (number > LINES_MAX + 1) throw new UnreadableTableError(`行数太多，最多 ${LINES_MAX} 行。`)
    while (rows.length < number - 1) rows.push([])
    const cells: string[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const text = cellText(cell.value)
      if (text === '') return
      if (column > COLUMNS_MAX) throw new UnreadableTableError(`列数太多，最多 ${COLUMNS_MAX} 列。`)
      while (cells.length < column - 1) cells.push('')
      cells.push(text)
    })
    rows.push(cells)
  })
  return rows
}

/** The first sheet that can be seen and is not empty. @throws when the bytes are no workbook */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  await checkUnpacked(bytes)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const sheet = book.worksheets.find((each) => each.state === 'visible' && each.actualRowCount > 0)
  if (!sheet) throw new UnreadableTableError('表格是空的。')
  return { rows: rowsOf(sheet), merged: mergedDown(sheet) }
}
