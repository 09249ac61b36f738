import { AREA_SOURCES, UNIT_USES } from '@yishiting/domain/owners/roll'
import { ROLL_COLUMNS } from '@yishiting/domain/owners/roll-columns'
import ExcelJS from 'exceljs'

export interface TemplateAsk {
  kind: 'template'
}

const LINES = 5_000
/** One made-up line, to be written over. */
const EXAMPLE: Record<keyof typeof ROLL_COLUMNS, string> = {
  code: '3-2-501',
  building: '3',
  stairwell: '2',
  use: UNIT_USES.dwelling,
  area: '83.25',
  areaSource: AREA_SOURCES.register,
  owners: '示例甲、示例乙',
  certificates: '',
  phones: '',
  isDevelopers: '否',
}

const HELP = [
  '一处专有部分写一行。不要合并单元格，不要留空行。',
  '房号：在小区里不重复，例如 3-2-501（3 号楼 2 单元 501）。',
  '建筑面积：平方米，最多四位小数，照不动产登记簿写；没有登记的照测绘成果，再没有的照买卖合同，并在“面积来源”写明。',
  '业主姓名：几个人共有的用“、”隔开，证件号码和电话按同样的先后写。同一个人在几处房屋里的写法要一样。',
  '证件号码和电话只用来认出同一位业主、让业主自己认领，导入后加密保存，谁的页面上也不显示。',
  '开发商未售：还没有卖出或没有交付的写“是”，业主姓名可以空着。',
  '第 2 行是例子，请删掉。',
]

/** In exceljs, but not in its types. */
interface Validations {
  add(range: string, validation: ExcelJS.DataValidation): void
}

const choiceOf = (values: readonly string[]): ExcelJS.DataValidation => ({
  type: 'list',
  allowBlank: true,
  formulae: [`"${values.join(',')}"`],
})

/** 名册模板: the columns that the import knows by name, one example, and in words what each wants. */
export async function makeTemplate(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('业主名册', { views: [{ state: 'frozen', ySplit: 1 }] })
  const names = Object.keys(ROLL_COLUMNS) as (keyof typeof ROLL_COLUMNS)[]
  // As text: a number would lose zeros, a code would become a date, a certificate its last digits.
  sheet.columns = names.map((key) => ({ header: ROLL_COLUMNS[key], key, width: 16, style: { numFmt: '@' } }))
  sheet.getRow(1).font = { bold: true }
  sheet.addRow(EXAMPLE)
  const lists = {
    use: Object.values(UNIT_USES),
    areaSource: Object.values(AREA_SOURCES),
    isDevelopers: ['是', '否'],
  }
  // For a whole range at once: a cell touched one by one would be a line of the table when it is read again.
  const { dataValidations } = sheet as unknown as { dataValidations: Validations }
  for (const [key, values] of Object.entries(lists)) {
    const { letter } = sheet.getColumn(key)
    dataValidations.add(`${letter}2:${letter}${LINES}`, choiceOf(values))
  }
  const help = book.addWorksheet('怎样填')
  help.getColumn(1).width = 100
  for (const text of HELP) help.addRow([text]).getCell(1).alignment = { wrapText: true }
  return Buffer.from(await book.xlsx.writeBuffer())
}
