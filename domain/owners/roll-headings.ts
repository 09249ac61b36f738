import { ROLL_COLUMNS, type RollColumn } from './roll-columns'
import { tightText } from './roll-text'

/** Which column of the file (0-based) is which. */
export type RollMapping = Partial<Record<RollColumn, number>>

/** How files name their columns, the most telling first. */
const HEADINGS: Record<RollColumn, readonly string[]> = {
  code: [
    '房号',
    '户号',
    '房屋编号',
    '房屋坐落',
    '房屋地址',
    '单元房号',
    '门牌号',
    '房间号',
    '室号',
    '房屋',
    '门牌',
  ],
  building: ['楼栋', '楼号', '栋号', '幢号', '楼幢', '楼栋号', '号楼', '栋', '幢', '楼', '座'],
  stairwell: ['单元', '单元号', '梯号', '梯', '门栋', '单元门'],
  use: ['用途', '房屋用途', '性质', '房屋性质', '规划用途', '类型', '房屋类型', '物业类型'],
  area: ['建筑面积', '专有部分面积', '专有面积', '产权面积', '房屋面积', '房屋建筑面积', '面积'],
  areaSource: ['面积来源', '面积依据', '来源', '依据'],
  owners: [
    '业主姓名',
    '产权人姓名',
    '业主',
    '产权人',
    '所有权人',
    '权利人',
    '业主名称',
    '产权人名称',
    '房主',
    '户主',
    '姓名',
  ],
  certificates: ['证件号码', '身份证号码', '身份证号', '身份证', '证件号', '业主证件号码', '证件'],
  phones: ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '电话号码', '业主电话'],
  isDevelopers: ['开发商未售', '未售', '开发商', '是否未售', '是否开发商', '建设单位未售', '未售未交付'],
}
const COLUMNS = Object.keys(ROLL_COLUMNS) as RollColumn[]

/** “建筑面积（㎡）*” → “建筑面积” */
const bareHeading = (cell: string): string =>
  tightText(cell).replace(/\(.*?\)|\[.*?\]|[*:：]|m2|平方米/gi, '')

/** How well a heading says `column`: 0 is best, null not at all. */
function rankOf(column: RollColumn, cell: string): number | null {
  const rank = HEADINGS[column].indexOf(bareHeading(cell))
  return rank < 0 ? null : rank
}

/** Each column of the roll with the heading that says it best; a heading is taken once. */
export function matchHeadings(header: readonly string[]): RollMapping {
  const mapping: RollMapping = {}
  for (const column of COLUMNS) {
    let best: { index: number; rank: number } | null = null
    for (const [index, cell] of header.entries()) {
      const rank = rankOf(column, cell)
      if (rank !== null && (best === null || rank < best.rank)) best = { index, rank }
    }
    if (best) mapping[column] = best.index
  }
  return mapping
}

/** Titles and notes may stand above the headings. */
const LOOKED_AT = 10
const NEEDED = 2

/** The line (0-based) that holds the headings: the one that says most columns; null when none says two. */
export function findHeader(rows: readonly (readonly string[])[]): number | null {
  let best = { line: -1, found: NEEDED - 1 }
  for (const [line, row] of rows.slice(0, LOOKED_AT).entries()) {
    const found = Object.keys(matchHeadings(row)).length
    if (found > best.found) best = { line, found }
  }
  return best.line < 0 ? null : best.line
}
