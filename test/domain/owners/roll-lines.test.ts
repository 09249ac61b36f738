import { parseArea } from '@yishiting/domain/owners/area'
import { findHeader, matchHeadings } from '@yishiting/domain/owners/roll-headings'
import { checkRoll, type MergedCells } from '@yishiting/domain/owners/roll-lines'

const HEADER = [
  '房号',
  '楼栋',
  '单元',
  '用途',
  '面积',
  '面积来源',
  '业主姓名',
  '证件号码',
  '电话',
  '开发商未售',
]
const MAPPING = matchHeadings(HEADER)

interface Given {
  code?: string
  building?: string
  stairwell?: string
  use?: string
  area?: string
  source?: string
  owners?: string
  certificates?: string
  phones?: string
  developers?: string
}
const row = (given: Given = {}): string[] => {
  const { code = '3-2-501', building = '', stairwell = '', use = '', area = '83.25', source = '' } = given
  const { owners = '甲一', certificates = '', phones = '', developers = '' } = given
  return [code, building, stairwell, use, area, source, owners, certificates, phones, developers]
}
const check = (rows: Given[], merged: MergedCells[] = []) => checkRoll(rows.map(row), MAPPING, { merged })
const only = (given: Given) => {
  const { units, bad } = check([given])
  return { unit: units[0], reason: bad[0]?.reason }
}

describe('headings', () => {
  test.each([
    [
      ['户号', '建筑面积（㎡）', '产权人', '身份证号', '联系电话'],
      { code: 0, area: 1, owners: 2, certificates: 3, phones: 4 },
    ],
    [
      ['序号', '幢', '单元', '室号', '房屋性质', '业主'],
      { building: 1, stairwell: 2, code: 3, use: 4, owners: 5 },
    ],
    [
      ['房号*', '面积(平方米)', '面积来源', '业主姓名', '开发商未售'],
      { code: 0, area: 1, areaSource: 2, owners: 3, isDevelopers: 4 },
    ],
  ])('%j', (header, mapping) => {
    expect(matchHeadings(header)).toEqual(mapping)
  })

  test('titles and empty lines may stand above them', () => {
    expect(
      findHeader([['幸福里小区业主名册', '', ''], [], ['房号', '面积', '业主'], ['1-1', '80', '甲']]),
    ).toBe(2)
    expect(
      findHeader([
        ['1-1-101', '80', '甲一'],
        ['1-1-102', '80', '甲二'],
      ]),
    ).toBeNull()
  })
})

describe('codes', () => {
  test.each([
    ['3-2-501', '3-2-501', '3', '2'],
    ['３－２－５０１', '3-2-501', '3', '2'],
    ['3号楼2单元501', '3-2-501', '3', '2'],
    ['3 号楼 2 单元 501 室', '3-2-501', '3', '2'],
    ['三号楼十二单元501', '3-12-501', '3', '12'],
    ['第3幢-501', '3-501', '3', ''],
    ['12号501室', '12-501', '12', ''],
    ['A座1201', 'A-1201', 'A', ''],
    ['a-1201', 'A-1201', 'A', ''],
    ['地库-1-001', '地库-1-001', '地库', '1'],
    ['3—2—501', '3-2-501', '3', '2'],
  ])('%s is %s', (written, code, building, stairwell) => {
    expect(only({ code: written }).unit).toMatchObject({ code, building, stairwell })
  })

  test('a room number alone takes building and stairwell from their columns', () => {
    const { unit } = only({ code: '501室', building: '3号楼', stairwell: '2单元' })
    expect(unit).toMatchObject({ code: '3-2-501', building: '3', stairwell: '2' })
  })

  test('stairwell and room, with the building in its column', () => {
    expect(only({ code: '2-501', building: '3' }).unit).toMatchObject({
      code: '3-2-501',
      building: '3',
      stairwell: '2',
    })
  })

  test('what stands in the columns goes before what the code seems to say', () => {
    expect(only({ code: '3-501', building: '3', stairwell: '2' }).unit).toMatchObject({
      code: '3-501',
      building: '3',
      stairwell: '2',
    })
  })

  test.each([
    ['', '没有房号'],
    ['  ', '没有房号'],
    ['2024-05-01', '像日期'],
    ['5月1日', '像日期'],
    ['1-May', '像日期'],
    ['合计', '像是合计'],
    ['9'.repeat(41), '太长'],
  ])('“%s” is no code', (code, reason) => {
    expect(only({ code }).reason).toContain(reason)
  })

  test('the second of two with one code is bad and names the first, however they are written', () => {
    const { units, bad } = check([{ code: '3-2-501' }, { code: '3-2-502' }, { code: '３号楼2单元501室' }])
    expect(units.map(({ code }) => code)).toEqual(['3-2-501', '3-2-502'])
    expect(bad).toEqual([{ line: 4, code: '3-2-501', reason: '房号 3-2-501 和第 2 行重复了。' }])
  })
})

describe('areas', () => {
  test.each([
    ['83.25', '83.25'],
    ['８３．２５', '83.25'],
    ['83.25㎡', '83.25'],
    ['83.25 平方米', '83.25'],
    ['83.25m²', '83.25'],
    ['1,234.5', '1234.5'],
    ['１，２３４．５', '1234.5'],
    ['0.0001', '0.0001'],
    ['83.2500000000', '83.25'],
    ['083.25', '83.25'],
  ])('%s is %s', (written, area) => {
    expect(only({ area: written }).unit?.area).toBe(parseArea(area))
  })

  test.each([
    ['0', '面积是 0'],
    ['0.00', '面积是 0'],
    ['-83.25', '负数'],
    ['－83.25', '负数'],
    ['83.25000000000001', '超过四位小数'],
    ['83.1234567891', '超过四位小数'],
    ['83.00001', '超过四位小数'],
    ['八十三', '不是数字'],
    ['1e3', '不是数字'],
    ['8,3.25', '不是数字'],
    ['83.25.1', '不是数字'],
    ['Infinity', '不是数字'],
    ['#REF!', '不是数字'],
    ['100000.01', '太大'],
    ['9'.repeat(40), '太大'],
  ])('“%s” is refused', (area, reason) => {
    expect(only({ area }).reason).toContain(reason)
  })

  test.each(['', ' ', '　', '-'])('“%s” means not known: allowed, with a warning', (area) => {
    const { units, bad, warnings, summary } = check([{ area }])
    expect([units[0]?.area, bad.length, summary.withoutArea]).toEqual([null, 0, 1])
    expect(warnings[0]?.reason).toContain('没有面积')
  })

  test('one merged over several units is nobody’s', () => {
    const merged = [{ column: 4, from: 2, to: 3 }]
    const { bad } = check([{ code: '1-1-1' }, { code: '1-1-2' }, { code: '1-1-3' }], merged)
    expect(bad.map(({ line }) => line)).toEqual([2, 3])
    expect(bad[0]?.reason).toContain('面积是几行合并的单元格')
  })

  test('a code merged over several lines is one unit written as several', () => {
    const { bad, units } = check([{ owners: '甲' }, { owners: '乙' }], [{ column: 0, from: 2, to: 3 }])
    expect([bad.length, units.length]).toEqual([2, 0])
    expect(bad[0]?.reason).toContain('一户写一行')
  })
})

describe('uses, sources, the developer', () => {
  test.each([
    ['', 'dwelling'],
    ['住宅', 'dwelling'],
    ['商 铺', 'shop'],
    ['写字楼', 'office'],
    ['地下车位', 'parking'],
    ['储藏间', 'storage'],
    ['地下室', 'basement'],
    ['物业用房', 'common'],
  ])('“%s” is %s', (use, code) => {
    expect(only({ use }).unit?.use).toBe(code)
  })

  test('an unknown use or source is told, with what may be written', () => {
    expect(only({ use: '飞机场' }).reason).toMatch(/“飞机场”认不出.*住宅/)
    expect(only({ source: '听说' }).reason).toMatch(/“听说”认不出.*测绘成果/)
    expect(only({ developers: '也许' }).reason).toContain('“也许”')
  })

  test.each([
    ['房产证', 'register'],
    ['实测', 'survey'],
    ['购房合同', 'contract'],
  ])('%s is %s', (source, code) => {
    expect(only({ source }).unit?.areaSource).toBe(code)
  })

  test.each(['是', '√', '未售', '１'])('“%s”: the developer’s, no owner needed', (developers) => {
    expect(only({ owners: '', developers }).unit).toMatchObject({ isDevelopers: true, owners: [] })
  })

  test('no owner and not the developer’s', () => {
    expect(only({ owners: '' }).reason).toBe('没有业主，也没有标明开发商未售。')
    expect(only({ owners: '', developers: '否' }).reason).toBe('没有业主，也没有标明开发商未售。')
    expect(only({ owners: '', use: '物业用房' }).unit?.owners).toEqual([])
  })
})

describe('owners', () => {
  const names = (owners: string) => only({ owners }).unit?.owners.map(({ name }) => name)

  test.each([
    '甲一、乙二',
    '甲一，乙二',
    '甲一,乙二',
    '甲一/乙二',
    '甲一;乙二',
    '甲一；乙二',
    '甲一\n乙二',
    '甲一和乙二',
    ' 甲 一 、乙二 ',
  ])('“%s” are two', (owners) => {
    expect(names(owners)).toEqual(['甲一', '乙二'])
  })

  test.each(['和平', '欧阳和平', '人和物业服务有限公司', '阿依古丽·买买提', 'John Smith'])(
    '“%s” is one',
    (owners) => {
      expect(names(owners)).toEqual([owners])
    },
  )

  test('certificates go with the names one by one, or not at all', () => {
    expect(
      only({ owners: '甲一、乙二', certificates: '11010119800101123x、E１２３４５６７８' }).unit?.owners,
    ).toEqual([
      { name: '甲一', certificate: '11010119800101123X', phone: null },
      { name: '乙二', certificate: 'E12345678', phone: null },
    ])
    expect(only({ owners: '甲一、乙二', certificates: '110101198001011234' }).reason).toContain('对不上')
    expect(only({ owners: '甲一', certificates: '1、2' }).reason).toContain('对不上')
  })

  test('a certificate that the spreadsheet made a number of has lost digits', () => {
    expect(only({ certificates: '1.10101E+17' }).reason).toContain('后几位已经丢了')
  })

  test('one telephone may be shared, three for two may not', () => {
    expect(
      only({ owners: '甲一、乙二', phones: '139 0000 0001' }).unit?.owners.map(({ phone }) => phone),
    ).toEqual(['13900000001', '13900000001'])
    expect(only({ owners: '甲一、乙二', phones: '1、2、3' }).reason).toContain('对不上')
  })

  test('nobody owns a unit twice', () => {
    expect(only({ owners: '甲一、甲一' }).reason).toContain('写了两遍')
  })

  test('the same name without a number is not taken for one person, but it is asked', () => {
    const { summary, warnings } = check([{ code: '1-1-1' }, { code: '1-1-2' }])
    expect(summary.people).toBe(2)
    expect(warnings[0]?.reason).toMatch(/“甲一”在 1-1-1、1-1-2 都有/)
  })

  test('with certificate, else with telephone, he is one', () => {
    const certificates = '110101198001011234'
    expect(
      check([
        { code: '1-1-1', certificates },
        { code: '1-1-2', certificates },
      ]),
    ).toMatchObject({
      summary: { people: 1, area: '166.50' },
      warnings: [],
    })
    const phones = '13900000001'
    expect(
      check([
        { code: '1-1-1', phones },
        { code: '1-1-2', phones },
      ]).summary.people,
    ).toBe(1)
  })

  test('sets of owners that overlap are different people, and told', () => {
    const { summary, warnings } = check([
      { code: '1-1-1', owners: '甲一、乙二', phones: '13900000001、13900000002' },
      { code: '1-1-2', owners: '甲一', phones: '13900000001' },
    ])
    expect(summary.people).toBe(2)
    expect(warnings.map(({ reason }) => reason).join()).toContain('1-1-1、1-1-2 有共同的业主')
  })
})

test('empty lines are nothing, and lines keep the numbers they have in the file', () => {
  const { lines, bad } = checkRoll([row(), [], ['', ' ', ''], row({ code: '' })], MAPPING)
  expect([lines, bad[0]?.line]).toEqual([2, 5])
})

test('the totals are exact, the developer is one person, common premises none', () => {
  const unsold = { owners: '', developers: '是', area: '0.1' }
  const { summary } = check([
    { code: '1-1-1', area: '0.1' },
    { code: '1-1-2', ...unsold },
    { code: '1-1-3', ...unsold },
    { code: '1-1-4', owners: '', use: '公建', area: '' },
  ])
  expect(summary).toEqual({
    units: 4,
    people: 2,
    area: '0.30',
    developerUnits: 2,
    specialUnits: 0,
    withoutArea: 0,
  })
})
