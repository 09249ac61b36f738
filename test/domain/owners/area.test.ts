import { AREA_MAX, formatArea, parseArea } from '@yishiting/domain/owners/area'
import fc from 'fast-check'

test.each([
  ['191619.21', 1_916_192_100],
  ['171755.223', 1_717_552_230],
  ['0.0001', 1],
  ['0', 0],
  ['83', 830_000],
  ['83.2500000', 832_500],
  ['1000000000', AREA_MAX],
])('%s ㎡ is %i', (text, area) => {
  expect(parseArea(text)).toBe(area)
})

test.each([
  '',
  ' ',
  '-1',
  '+1',
  '1e3',
  '.5',
  '5.',
  '1,000',
  '1.00001',
  '0x10',
  'NaN',
  '１',
  '1000000000.0001',
  '10000000001',
])('“%s” is no area', (text) => {
  expect(parseArea(text)).toBeNull()
})

test('what is printed is read back as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: AREA_MAX }), (area) => parseArea(formatArea(area)) === area),
  )
  expect([0, 1, 10_000, 832_500, 1_717_552_230].map(formatArea)).toEqual([
    '0.00',
    '0.0001',
    '1.00',
    '83.25',
    '171755.223',
  ])
})

test('where floating point is off, this is not: 0.1 + 0.2', () => {
  expect((parseArea('0.1') ?? 0) + (parseArea('0.2') ?? 0)).toBe(parseArea('0.3'))
})
