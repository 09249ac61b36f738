/** What a file with the roll of owners (业主名册) can tell of a unit, as its template's heads say it. */
export const ROLL_COLUMNS = {
  code: '房号',
  building: '楼栋',
  stairwell: '单元',
  use: '用途',
  area: '面积',
  areaSource: '面积来源',
  owners: '业主姓名',
  certificates: '证件号码',
  phones: '电话',
  isDevelopers: '开发商未售',
} as const
export type RollColumn = keyof typeof ROLL_COLUMNS
