import type { ImportView } from '@yishiting/domain/contract/owners'
import { ROLL_COLUMNS, type RollColumn } from '@yishiting/domain/owners/roll-columns'

export type Mapping = ImportView['mapping']

/** What each of our columns is for, in words. */
const HINTS: Record<RollColumn, string> = {
  code: '每户一个，不能重复，例如 3-2-501',
  building: '例如 3 号楼；没有就看房号',
  stairwell: '加装电梯按单元表决时要用',
  use: '住宅、商铺、车位……没有就当住宅',
  area: '平方米，最多四位小数',
  areaSource: '登记簿、测绘还是合同',
  owners: '共有的写在一格里，用顿号隔开',
  certificates: '和姓名一样的顺序；业主认领房屋时核对',
  phones: '和姓名一样的顺序；业主认领房屋时核对',
  isDevelopers: '没卖出或没交付的写“是”',
}

export const COLUMNS = (Object.keys(ROLL_COLUMNS) as RollColumn[]).map((column) => ({
  column,
  label: ROLL_COLUMNS[column],
  hint: HINTS[column],
}))

/** Without these nobody could be told who may vote. */
export const NEEDED: readonly RollColumn[] = ['code', 'owners']

/** “A”, “Z”, “AA”: as a spreadsheet names its columns. */
export function letterOf(at: number): string {
  const before = Math.floor(at / 26) - 1
  return (before >= 0 ? letterOf(before) : '') + String.fromCharCode(65 + (at % 26))
}

export const NOT_THERE = 'none'

/** Every column of the file to choose from, each with the first word found below it. */
export function columnOptions({ header, sample }: Pick<ImportView, 'header' | 'sample'>) {
  const columns = header.map((head, at) => {
    const example = sample.map((row) => row[at]?.trim()).find(Boolean)
    return {
      value: String(at),
      label: `${letterOf(at)} 列 ${head || '（没有表头）'}`,
      sub: example ? `例如 ${example}` : '前几行是空的',
    }
  })
  return [{ value: NOT_THERE, label: '表里没有', sub: '不导入这一项' }, ...columns]
}

/** The mapping with one column chosen anew; a column of the file is used once. */
export function choose(mapping: Mapping, column: RollColumn, chosen: string): Mapping {
  const at = chosen === NOT_THERE ? undefined : Number(chosen)
  const others = Object.entries(mapping).filter(([key, taken]) => key !== column && taken !== at)
  return { ...Object.fromEntries(others), ...(at !== undefined && { [column]: at }) }
}

/** Which of the needed columns are not matched yet, in words; empty when all are. */
export const missingColumns = (mapping: Mapping): string =>
  NEEDED.filter((column) => mapping[column] === undefined)
    .map((column) => `“${ROLL_COLUMNS[column]}”`)
    .join('、')
