import { createHash } from 'node:crypto'
import { formatArea } from '@yishiting/domain/owners/area'
import JSZip from 'jszip'
import { writeCsv } from './csv'
import { FORMAT, FORMAT_VERSION, MANIFEST } from './format'
import type { ExportAsk, ExportData, ExportTables } from './model'
import { type AllTables, type Table, tablesFor } from './tables'
import { ballotsBook, resultBook } from './workbook'

const README = `这个文件夹是一次业主表决的全部票据，可以自己重新计票。
里面只有号码，没有姓名、电话、证件号码和房号：业主、投票的人、房屋、票都在这一次表决里编号。
自己的票号（key_no）印在表决票上，也在投票回执里。

manifest.json   表决的规则、事项、时间，和每个文件的 SHA-256
units.csv       名册里的每一处专有部分：楼栋、单元、用途、面积、业主号
keys.csv        每一个计票单位（同一组业主算一人）
ballots.csv     每一张票，按收到的先后；mark_1 是对第一项的选择
mandates.csv    委托
rulings.csv     监票人对“对不上的票”的认定（理由在系统里看）
deliveries.csv  送达和上门记录
transfers.csv   表决期间过户的房屋
result.json     公布的结果
ballots.xlsx    票和名册，给人看
result.xlsx     结果，给人看

重新计票：npm run --silent recount -- <这个文件夹或 zip>
它先核对每个文件的 SHA-256，再只用这些文件从头计票，得出的校验码应当和公布的一样。
`

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function tableFiles(tables: AllTables, data: ExportTables): [string, Buffer][] {
  const names = Object.keys(tables) as (keyof ExportTables)[]
  return names.map((name) => {
    const table = tables[name] as Table<unknown>
    return [table.file, writeCsv(table, data[name])]
  })
}

function manifestOf({ head }: ExportData, files: readonly [string, Buffer][]): Buffer {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())
  const { registry, ...rest } = head
  const manifest = {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    ...rest,
    noticedAt: iso(head.noticedAt),
    opensAt: iso(head.opensAt),
    closesAt: iso(head.closesAt),
    publishedAt: iso(head.publishedAt),
    registry: { units: registry.units, area: registry.area === null ? null : formatArea(registry.area) },
    files: Object.fromEntries(
      files.map(([name, bytes]) => [name, { bytes: bytes.length, sha256: sha256(bytes) }]),
    ),
  }
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
}

/** Every file of the export by its name. */
export async function exportFiles(data: ExportData): Promise<Map<string, Buffer>> {
  const tables = tablesFor(data.head)
  const files: [string, Buffer][] = [
    ...tableFiles(tables, data.tables),
    ['result.json', Buffer.from(`${JSON.stringify(data.result, null, 2)}\n`)],
    ['ballots.xlsx', await ballotsBook(tables, data.tables)],
    ['result.xlsx', await resultBook(data.result)],
    ['说明.txt', Buffer.from(README)],
  ]
  return new Map([[MANIFEST, manifestOf(data, files)], ...files])
}

/** The export as one ZIP, its files in a folder called by the vote's receipt number. */
export async function makeExport({ data }: ExportAsk): Promise<Buffer> {
  const zip = new JSZip()
  const folder = zip.folder(data.head.receipt) as JSZip
  for (const [name, bytes] of await exportFiles(data)) folder.file(name, bytes)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
