import JSZip from 'jszip'
import { rollTemplate } from '../../../../server/owners/roll/template'
import { type Hall, openHall } from '../../../support/hall'
import { expectProblem } from '../../support/problem'
import { checked, csv, HEADER, line, uploadRoll, xlsx } from './support/files'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const GOOD = [HEADER, line('3-2-501', '甲一、乙二', { area: '83.25' }), line('3-2-502', '丙三')]

/** What GBK bytes say; made by hand, because Node decodes but does not encode it. */
const GBK = {
  '房号,面积,业主姓名': 'b7bfbac52cc3e6bbfd2cd2b5d6f7d0d5c3fb',
  '3-2-501,83.25,张三': '332d322d3530312c38332e32352cd5c5c8fd',
}

test('a CSV in UTF-8, with BOM or without', async () => {
  for (const mark of ['', '\ufeff']) {
    const { check, view } = await checked(hall, mark + csv(GOOD))
    expect([view.header[0], check.good, check.badCount]).toEqual(['房号', 2, 0])
    expect(check.summary).toMatchObject({ units: 2, people: 2, area: '163.75' })
  }
})

test('a CSV in GBK, as Chinese spreadsheets write it', async () => {
  const bytes = Buffer.from(Object.values(GBK).join('0d0a'), 'hex')
  const { view, check } = await checked(hall, bytes)
  expect(view.header).toEqual(['房号', '面积', '业主姓名'])
  expect(view.sample[0]).toEqual(['3-2-501', '83.25', '张*'])
  expect(check.good).toBe(1)
})

test('tabs, in UTF-16 with its mark', async () => {
  const text = '\ufeff房号\t面积\t业主姓名\r\n1-1-101\t80\t甲;乙'
  const { check } = await checked(hall, Buffer.from(text, 'utf16le'))
  expect(check.summary).toMatchObject({ units: 1, people: 1, area: '80.00' })
})

test('full-width digits and punctuation', async () => {
  const { check } = await checked(
    hall,
    csv([HEADER, line('３－２－５０１', '甲一，乙二', { area: '８３．２５㎡' })]),
  )
  expect(check).toMatchObject({ badCount: 0, summary: { area: '83.25' } })
})

test('each bad line with its number, its code and its reason', async () => {
  const { check } = await checked(
    hall,
    csv([
      ['幸福里业主名册'],
      HEADER,
      line('1-1-101', '甲'),
      line('1-1-101', '乙'),
      [],
      line('1-1-102', '丙', { area: '0' }),
      line('1-1-103', '丁', { area: '-80' }),
      line('1-1-104', '戊', { area: '80.1234567891' }),
      line('1-1-105', '己', { area: '' }),
      line('', '庚'),
      line('1-1-106', ''),
      line('1-1-107', '辛', { use: '飞机场' }),
    ]),
  )
  expect(check.bad).toEqual([
    { line: 4, code: '1-1-101', reason: '房号 1-1-101 和第 3 行重复了。' },
    { line: 6, code: '1-1-102', reason: '面积是 0。不知道面积就空着，不要写 0。' },
    { line: 7, code: '1-1-103', reason: '面积“-80”是负数。' },
    { line: 8, code: '1-1-104', reason: '面积“80.1234567891”超过四位小数，请核对后写成最多四位。' },
    { line: 10, code: '', reason: '没有房号。' },
    { line: 11, code: '1-1-106', reason: '没有业主，也没有标明开发商未售。' },
    { line: 12, code: '1-1-107', reason: expect.stringContaining('“飞机场”认不出') },
  ])
  expect(check).toMatchObject({ lines: 9, good: 2, badCount: 7, summary: { withoutArea: 1 } })
  expect(check.warnings).toContainEqual({
    line: 9,
    code: '1-1-105',
    reason: expect.stringContaining('没有面积'),
  })
})

describe('a workbook', () => {
  test('numbers are read exactly as they are held', async () => {
    const bytes = await xlsx([
      ['房号', '面积', '业主姓名'],
      ['1-1-101', 83.25, '甲'],
      ['1-1-102', 83.25000000000001, '乙'],
      ['1-1-103', 0.1 + 0.2, '丙'],
      [104, '83.2500', '丁'],
    ])
    const { check } = await checked(hall, bytes)
    expect(check.bad.map(({ line: at }) => at)).toEqual([3, 4])
    expect(check.bad[0]?.reason).toContain('83.25000000000001')
    expect(check.summary.area).toBe('166.50')
  })

  test('formulas by their result, rich text by its words, dates where a code should be are told', async () => {
    const bytes = await xlsx([
      ['房号', '面积', '业主姓名', '证件号码'],
      ['1-1-101', { formula: '80+3.25', result: 83.25 }, { richText: [{ text: '甲' }, { text: '一' }] }, ''],
      [new Date('2026-05-01T00:00:00Z'), 80, '乙二', ''],
      ['1-1-103', { formula: '1/0', result: { error: '#DIV/0!' } }, '丙三', ''],
      ['1-1-104', 80, '丁四', 110101198001011230],
    ])
    const { check } = await checked(hall, bytes)
    expect(check.summary).toMatchObject({ units: 1, area: '83.25' })
    expect(check.bad.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('像日期'),
      expect.stringContaining('#DIV/0!'),
      expect.stringContaining('后几位已经丢了'),
    ])
  })

  test('an owner or a building merged downwards holds for each of its lines', async () => {
    const bytes = await xlsx(
      [
        ['楼栋', '单元', '室号', '面积', '业主姓名', '电话'],
        ['3号楼', '2单元', '501', 80, '甲一', '13900000001'],
        [null, null, '502', 81, null, null],
        [null, null, '503', 82, '乙二', '13900000002'],
      ],
      (sheet) => {
        for (const range of ['A2:A4', 'B2:B4', 'E2:E3', 'F2:F3']) sheet.mergeCells(range)
      },
    )
    const { check } = await checked(hall, bytes)
    expect(check).toMatchObject({ badCount: 0, summary: { units: 3, people: 2, area: '243.00' } })
  })

  test('an area merged over two units is told, not counted twice', async () => {
    const rows = [
      ['房号', '面积', '业主姓名'],
      ['1-1-101', 160, '甲'],
      ['1-1-102', null, '乙'],
    ]
    const { check } = await checked(hall, await xlsx(rows, (sheet) => sheet.mergeCells('B2:B3')))
    expect(check.bad.map(({ line: at, reason }) => [at, reason.slice(0, 12)])).toEqual([
      [2, '面积是几行合并的单元格，'],
      [3, '面积是几行合并的单元格，'],
    ])
  })

  test('the template is understood; its examples are told, so that nobody imports them', async () => {
    const { view, check } = await checked(hall, await rollTemplate())
    expect(Object.keys(view.mapping)).toHaveLength(10)
    expect(check.bad.map(({ reason }) => reason)).toEqual(Array(2).fill('这是模板里的示例，请删去这一行。'))
  })
})

describe('what is no roll', () => {
  const zipOf = async (files: Record<string, string | Buffer>) => {
    const zip = new JSZip()
    for (const [name, content] of Object.entries(files)) zip.file(name, content)
    return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level: 9 } })
  }
  const noise = Buffer.from(Array.from({ length: 2_000 }, (_, index) => (index * 7919) % 256))

  test.each<[string, () => Promise<Buffer> | Buffer]>([
    ['nothing', () => Buffer.alloc(0)],
    ['bytes', () => noise],
    ['a broken workbook', () => Buffer.from('PK\x03\x04 and nothing more')],
    ['a zip of something else', () => zipOf({ 'a.txt': '你好' })],
    ['an old workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['a text without headings', () => Buffer.from('你好，世界\n1,2,3')],
    ['quotes without end', () => Buffer.from(`房号,面积,业主姓名\n1,2,"${'甲'.repeat(200_000)}`)],
    ['too many lines', () => Buffer.from(`房号,业主姓名\n${'1,甲\n'.repeat(60_001)}`)],
    ['too many columns', () => Buffer.from(`房号,业主姓名${','.repeat(300)}\n1,甲`)],
    ['a zip bomb', () => zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(400_000_000, 0x20) })],
  ])('%s', async (_name, make) => {
    const bytes = await make()
    const { status, problem, headers } = await uploadRoll(hall, hall.people.committee_director, bytes)
    expectProblem({ status, problem, headers }, 422, 'file_unreadable')
  })

  test('a file of more than 20 MB', async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024 + 1, 0x61)
    const { status, problem, headers } = await uploadRoll(hall, hall.people.committee_director, bytes)
    expectProblem({ status, problem, headers }, 413, 'too_large')
  })
})
