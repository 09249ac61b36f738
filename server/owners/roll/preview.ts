import type { ImportView } from '@yishiting/domain/contract/owners'
import type { RollColumn } from '@yishiting/domain/owners/roll-columns'
import { matchHeadings } from '@yishiting/domain/owners/roll-headings'
import { maskText } from '@yishiting/domain/people/masking'
import type { UploadedRoll } from './imports'

const SAMPLE_LINES = 5
const CELL_MAX = 40
/** What these hold is no secret; any other column may hold a name or a number, also one nobody has recognised. */
const OPEN: readonly RollColumn[] = [
  'code',
  'building',
  'stairwell',
  'use',
  'area',
  'areaSource',
  'isDevelopers',
]

/** What is shown of a file before it is checked. */
export function previewOf(id: string, fileName: string, { rows, headerAt }: UploadedRoll): ImportView {
  const header = (rows[headerAt] ?? []).map((cell) => cell.trim().slice(0, CELL_MAX))
  const mapping = matchHeadings(header)
  const open = new Set(OPEN.map((column) => mapping[column]))
  const lines = rows.slice(headerAt + 1).filter((row) => row.some((cell) => cell.trim() !== ''))
  const sample = lines.slice(0, SAMPLE_LINES).map((row) =>
    header.map((_, column) => {
      const cell = (row[column] ?? '').trim().slice(0, CELL_MAX)
      return open.has(column) ? cell : maskText(cell)
    }),
  )
  return { id, fileName, header, sample, lines: lines.length, mapping }
}
