import { readCsv } from './read-csv'
import { readXlsxAside } from './read-xlsx'
import { checkSize, type Table, UnreadableTableError } from './table'

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

const startsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark)

/** Reads what was sent by what it is, not by what it is called: XLSX or CSV. @throws UnreadableTableError */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (startsWith(bytes, OLD_EXCEL)) {
    throw new UnreadableTableError('这是旧格式（.xls）或加了密码的表格。请另存为不带密码的 .xlsx 再传。')
  }
  const table = startsWith(bytes, ZIP) ? await readXlsxAside(bytes) : await readCsv(bytes)
  checkSize(table)
  return table
}
