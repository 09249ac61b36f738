import { UnreadableTableError } from './table'

const BOM_UTF16LE = Buffer.from([0xff, 0xfe])

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a CSV file. UTF-8 (with or without BOM) where it is valid to the last byte, else GB18030, which holds GBK: what
 * Chinese spreadsheets write. UTF-16 only by its BOM.
 * @throws UnreadableTableError
 */
export function decodeText(bytes: Buffer): string {
  const isUtf16 = bytes.subarray(0, 2).equals(BOM_UTF16LE)
  const text = isUtf16 ? decoded(bytes, 'utf-16le') : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030'))
  if (text === null || text.includes('\0')) {
    throw new UnreadableTableError('认不出这个文件。请用表格软件另存为 .xlsx 或 .csv 再传。')
  }
  return text
}
