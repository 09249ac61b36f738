import { AREA_SOURCES, UNIT_USES } from '@yishiting/domain/owners/roll'
import { ROLL_COLUMNS, type RollColumn } from '@yishiting/domain/owners/roll-columns'
import ExcelJS from 'exceljs'

const COLUMNS = Object.keys(ROLL_COLUMNS) as RollColumn[]
const WIDTH = 16

/** Marked, so that a line left standing is found by the check and not imported. */
const EXAMPLES: Record<RollColumn, string>[] = [
  {
    ...{ code: '示例 3-2-501', building: '3', stairwell: '2', use: '住宅', area: '83.25' },
    ...{ areaSource: '不动产登记簿', owners: '张某、李某', isDevelopers: '' },
    ...{ certificates: '（两人的证件号码，用“、”隔开）', phones: '（两人的电话，用“、”隔开）' },
  },
  {
    ...{ code: '示例 3-2-502', building: '3', stairwell: '2', use: '住宅', area: '90.1' },
    ...{ areaSource: '测绘成果', owners: '', certificates: '', phones: '', isDevelopers: '是' },
  },
]

const EXPLAINED: Record<RollColumn, string> = {
  code: '必填，每户不同，例如 3-2-501（3 号楼 2 单元 501）。也可以写“3号楼2单元501”。',
  building: '房号里看得出就可以不填。按楼投票时用。',
  stairwell: '房号里看得出就可以不填。按单元投票时用。',
  use: `${Object.values(UNIT_USES).join('、')}之一；不填算住宅。`,
  area: '专有部分建筑面积，平方米，最多四位小数。不知道就空着，不要写 0；缺面积时有的结果无法认定。',
  areaSource: `${Object.values(AREA_SOURCES).join('、')}之一，有登记的以登记为准。`,
  owners: '全部产权人，用“、”隔开。同一组产权人的几户合并算一个人。',
  certificates: '和姓名一一对应，用“、”隔开；要么全写，要么都不写。同一个人有几户时，靠它认出是同一个人。',
  phones: '和姓名一一对应；只写一个就算共用。没有证件号码时，靠姓名和电话认人。',
  isDevelopers: '没有卖出，或卖出还没交付的写“是”：全部合起来算开发商一个人。',
}

function fillRoll(sheet: ExcelJS.Worksheet): void {
  sheet.columns = COLUMNS.map((column) => ({
    header: ROLL_COLUMNS[column],
    key: column,
    width: WIDTH,
    // Text, also the area: a spreadsheet makes dates of codes and loses the last digits of certificates.
    style: { numFmt: '@' },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  for (const example of EXAMPLES) sheet.addRow(example).font = { italic: true, color: { argb: 'FF888888' } }
}

function fillExplanations(sheet: ExcelJS.Worksheet): void {
  sheet.columns = [
    { header: '列', key: 'column', width: WIDTH },
    { header: '怎么填', key: 'how', width: 90 },
  ]
  sheet.getRow(1).font = { bold: true }
  for (const column of COLUMNS) sheet.addRow({ column: ROLL_COLUMNS[column], how: EXPLAINED[column] })
  sheet.addRow({ column: '示例行', how: '灰色的两行是示例，填好后请删去。一户写一行，不要合并单元格。' })
}

/** The XLSX that a committee fills in: headings, two examples, and a sheet that explains each column. */
export async function rollTemplate(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  fillRoll(book.addWorksheet('业主名册'))
  fillExplanations(book.addWorksheet('填写说明'))
  return Buffer.from(await book.xlsx.writeBuffer())
}
