import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ItemResultView, VoteResultView } from '@yishiting/domain/contract/owners'
import { DECISION_KINDS } from '@yishiting/domain/owners/rule-set'
import ExcelJS from 'exceljs'
import { cellsOf, headerOf } from './csv'
import type { ExportTables } from './model'
import type { AllTables, Table } from './tables'

const SHEETS: Record<keyof ExportTables, string> = {
  ballots: '票',
  keys: '计票单位',
  units: '专有部分',
  mandates: '委托',
  rulings: '认定',
  deliveries: '送达',
  transfers: '过户',
}

/** A workbook written row by row: a hundred thousand ballots at once would fill the memory. All cells are text. */
async function book(fill: (writer: ExcelJS.stream.xlsx.WorkbookWriter) => void): Promise<Buffer> {
  const stream = new PassThrough()
  const bytes = buffer(stream)
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  fill(writer)
  await writer.commit()
  return bytes
}

function addSheet(
  writer: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): void {
  const sheet = writer.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = header.map((text) => ({ width: Math.max(12, text.length + 2) }))
  sheet.addRow([...header]).commit()
  for (const row of rows) sheet.addRow([...row]).commit()
  sheet.commit()
}

function* textRows(table: Table<unknown>, rows: readonly unknown[]): Iterable<string[]> {
  for (const row of rows) yield cellsOf(table, row)
}

/** The same tables as the CSV files, one sheet each. */
export function ballotsBook(tables: AllTables, data: ExportTables): Promise<Buffer> {
  return book((writer) => {
    for (const name of Object.keys(SHEETS) as (keyof ExportTables)[]) {
      const table = tables[name] as Table<unknown>
      addSheet(writer, SHEETS[name], headerOf(table), textRows(table, data[name]))
    }
  })
}

const FIGURES = [
  ['roll', '全体（名册）'],
  ['participating', '参加表决'],
  ['agree', '同意'],
  ['against', '不同意'],
  ['abstain', '弃权'],
  ['invalid', '废票'],
  ['deliveredNotVoted', '已送达、没有投票'],
] as const

const shown = (value: number | string | null): string => (value === null ? '不明' : String(value))

function itemRows(item: ItemResultView): string[][] {
  return [
    ...FIGURES.map(([name, words]) => [words, shown(item[name].people), shown(item[name].area)]),
    ...item.options.map(({ title, agree, verdict, isWinner }) => [
      title,
      shown(agree.people),
      shown(agree.area),
      isWinner ? '选定' : verdict,
    ]),
    ['种类', DECISION_KINDS[item.kind]],
    ['结果', item.verdict, item.words],
    ['不计认定', item.verdictWithoutRulings],
    ['不计未投的', item.strict],
    ['没有认定的', String(item.openConflicts)],
    ...item.failed.map(({ words, shortPeople, shortArea }) => [
      '没有达到',
      words,
      shown(shortPeople),
      shown(shortArea),
    ]),
  ]
}

/** One sheet for each item: figures in people and ㎡. */
export function resultBook(result: VoteResultView): Promise<Buffer> {
  return book((writer) => {
    for (const [index, item] of result.items.entries()) {
      const rows = [...itemRows(item), ['校验码', result.digest]]
      addSheet(writer, `第 ${index + 1} 项`, [item.title, '人数', '面积（平方米）', ''], rows)
    }
  })
}
