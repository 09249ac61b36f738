import type { ImportView, RollView } from '@yishiting/domain/contract/owners'
import type { Problem } from '@yishiting/domain/contract/shared'
import ExcelJS from 'exceljs'
import { newId } from '../../../../../server/platform/ids'
import type { Hall } from '../../../../support/hall'
import type { TestPerson } from '../../../../support/people'
import { multipart } from '../../../support/pictures'

export const HEADER = ['房号', '用途', '面积', '面积来源', '业主姓名', '证件号码', '电话', '开发商未售']

type Cell = string | number | Date | null | ExcelJS.CellValue

/** A workbook with these rows on its first sheet. */
export async function xlsx(rows: Cell[][], more?: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('名册')
  for (const row of rows) sheet.addRow(row)
  more?.(sheet)
  return Buffer.from(await book.xlsx.writeBuffer())
}

export const csv = (rows: string[][]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')

/** A line as HEADER has it. */
export function line(
  code: string,
  owners: string,
  given: { area?: string; certificates?: string; phones?: string; use?: string; developers?: string } = {},
): string[] {
  const { area = '80.5', certificates = '', phones = '', use = '', developers = '' } = given
  return [code, use, area, '不动产登记簿', owners, certificates, phones, developers]
}

export async function uploadRoll(
  hall: Hall,
  who: TestPerson | null,
  bytes: Buffer | string,
  name = '名册.csv',
): Promise<{ status: number; view: ImportView; problem: Problem; headers: Record<string, never> }> {
  const { payload, contentType } = multipart(Buffer.from(bytes), { name, type: 'application/octet-stream' })
  const answer = await hall.app.inject({
    method: 'POST',
    url: `/api/compounds/${hall.compound.id}/roll/imports`,
    headers: { 'content-type': contentType, ...(who ? { authorization: `Bearer ${who.token}` } : {}) },
    payload,
  })
  const body = answer.json()
  return { status: answer.statusCode, view: body, problem: body, headers: answer.headers as never }
}

/** Uploads and checks with the columns as the server recognised them. */
export async function checked(hall: Hall, bytes: Buffer | string) {
  const who = hall.people.committee_director
  const { status, view, problem } = await uploadRoll(hall, who, bytes)
  if (status !== 201) throw new Error(`upload answered ${status}: ${JSON.stringify(problem)}`)
  const check = await hall.ok(who, 'owners.checkImport', {
    params: { importId: view.id },
    body: { mapping: view.mapping },
  })
  return { view, check }
}

export function applying(hall: Hall, who: TestPerson, view: ImportView, more: object = {}) {
  return hall.send(who, 'owners.applyImport', {
    key: newId(),
    params: { importId: view.id },
    body: { mapping: view.mapping, reason: '首次建册', ...more },
  })
}

/** The roll as these lines have it, the next version. */
export async function imported(hall: Hall, lines: string[][]): Promise<RollView> {
  const who = hall.people.committee_director
  const { view } = await uploadRoll(hall, who, csv([HEADER, ...lines]))
  const { status, body } = await applying(hall, who, view)
  if (status !== 201) throw new Error(`apply answered ${status}: ${JSON.stringify(body)}`)
  return body
}
