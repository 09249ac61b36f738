import { ROLL_COLUMNS } from '@yishiting/domain/owners/roll-columns'
import { ROLE_CODES } from '@yishiting/domain/people/roles'
import ExcelJS from 'exceljs'
import { type Hall, openHall } from '../../../support/hall'
import type { TestPerson } from '../../../support/people'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const fetchTemplate = (who: TestPerson | null) =>
  hall.app.inject({
    method: 'GET',
    url: `/api/compounds/${hall.compound.id}/roll/template.xlsx`,
    headers: who ? { authorization: `Bearer ${who.token}` } : {},
  })

test('the template has the columns that the import knows, and no cell that Excel would spoil', async () => {
  const answer = await fetchTemplate(hall.people.committee_member)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toMatch(/spreadsheetml\.sheet/)
  expect(answer.headers['content-disposition']).toContain(encodeURIComponent('业主名册模板.xlsx'))
  expect(answer.headers['cache-control']).toContain('no-store')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(answer.rawPayload as never)
  const [sheet] = book.worksheets
  const header = sheet?.getRow(1).values as string[]
  expect(header.filter(Boolean)).toEqual(Object.values(ROLL_COLUMNS))
  expect(sheet?.getRow(2).getCell(1).value).toBe('3-2-501')
  expect(sheet?.getRow(3).getCell(1).numFmt).toBe('@')
  expect(sheet?.actualRowCount).toBe(2)
})

test('only those who keep the roll get it', async () => {
  expect((await fetchTemplate(null)).statusCode).toBe(401)
  for (const role of ROLE_CODES) {
    const isCommittee = role === 'committee_director' || role === 'committee_member'
    expect([role, (await fetchTemplate(hall.people[role])).statusCode]).toEqual([
      role,
      isCommittee ? 200 : 403,
    ])
  }
})
