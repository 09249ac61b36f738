import { setImmediate as turn } from 'node:timers/promises'
import { type CsvError, parse } from 'csv-parse'
import { decodeText } from './decode'
import { LINES_MAX, type Table, UnreadableTableError } from './table'

const PIECE = 64 * 1024
const DELIMITERS = [',', '\t', ';'] as const

/** The separator that stands most often in the first line; inside cells the others may mean something else. */
function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 10_000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? ''
  const count = (mark: string) => first.split(mark).length
  return DELIMITERS.reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/**
 * Lines of a CSV file, numbered as a spreadsheet shows them (a cell may hold several lines of text). Reads in pieces and
 * lets others in between.
 * @throws UnreadableTableError
 */
export async function readCsv(bytes: Buffer): Promise<Table> {
  const text = decodeText(bytes)
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    bom: true,
    max_record_size: 100_000,
  })
  const rows: string[][] = []
  let failure: CsvError | null = null
  parser.on('readable', () => {
    for (let row = parser.read(); row !== null; row = parser.read()) rows.push(row as string[])
  })
  parser.on('error', (error) => {
    failure = error as CsvError
  })
  const ended = new Promise((resolve) => parser.once('close', resolve))
  for (let at = 0; at < text.length && failure === null && rows.length <= LINES_MAX; at += PIECE) {
    parser.write(text.slice(at, at + PIECE))
    await turn()
  }
  parser.end()
  if (failure === null) await ended
  if (failure !== null) {
    throw new UnreadableTableError(`第 ${rows.length + 1} 行附近读不下去，多半是引号没有配对，请改好再传。`)
  }
  return { rows, merged: [] }
}
