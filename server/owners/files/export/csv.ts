import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { UnreadableExportError } from './cells'
import type { Field, Table } from './tables'

const FORMULA = /^[=+\-@\t\r]/
/** A cell that a spreadsheet would take for a formula gets an apostrophe before it, which reading takes away again. */
const safe = (text: string): string => (FORMULA.test(text) || /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const plain = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

const entriesOf = <Row>({ fields }: Table<Row>) =>
  Object.entries(fields) as unknown as [keyof Row & string, Field<unknown>][]

export const headerOf = <Row>(table: Table<Row>): string[] =>
  entriesOf(table).flatMap(([, { names }]) => [...names])

export const cellsOf = <Row>(table: Table<Row>, row: Row): string[] =>
  entriesOf(table).flatMap(([name, field]) => [...field.write(row[name])])

/** UTF-8 with its mark, so that a spreadsheet reads Chinese; lines end as RFC 4180 says. */
export function writeCsv<Row>(table: Table<Row>, rows: readonly Row[]): Buffer {
  const lines = [headerOf(table), ...rows.map((row) => cellsOf(table, row).map(safe))]
  return Buffer.from(stringify(lines, { bom: true, record_delimiter: 'windows' }))
}

function rowOf<Row>(table: Table<Row>, cells: readonly string[]): Row {
  let at = 0
  const entries = entriesOf(table).map(([name, field]) => {
    const own = cells.slice(at, at + field.names.length).map(plain)
    at += field.names.length
    return [name, field.read(own)] as const
  })
  return Object.fromEntries(entries) as Row
}

/** @throws UnreadableExportError with file and line */
export function readCsv<Row>(table: Table<Row>, bytes: Buffer): Row[] {
  const [header, ...lines] = parseLines(table.file, bytes)
  const wanted = headerOf(table)
  if (header?.join() !== wanted.join()) {
    throw new UnreadableExportError(`${table.file} must have the columns ${wanted.join(', ')}`)
  }
  return lines.map((cells, index) => {
    try {
      return rowOf(table, cells)
    } catch (error) {
      if (!(error instanceof UnreadableExportError)) throw error
      throw new UnreadableExportError(`${table.file} line ${index + 2}: ${error.message}`)
    }
  })
}

function parseLines(file: string, bytes: Buffer): string[][] {
  try {
    return parse(bytes, { bom: true })
  } catch (error) {
    throw new UnreadableExportError(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
