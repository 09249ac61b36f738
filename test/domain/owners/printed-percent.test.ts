import { percentOf } from '@yishiting/domain/owners/percent'
import { checkPercent, readPercent } from '@yishiting/domain/owners/printed-percent'
import fc from 'fast-check'

test.each([
  ['90.37%', 1360, 1505, 'right', '90.37'],
  ['90.4', 1360, 1505, 'right', '90.4'],
  ['90%', 1360, 1505, 'right', '90'],
  ['９０．３７％', 1360, 1505, 'right', '90.37'],
  // 2/3 is 66.666…: half up it reads 66.67.
  ['66.66%', 2, 3, 'cut_off', '66.67'],
  ['66.67%', 2, 3, 'right', '66.67'],
  ['66%', 2, 3, 'cut_off', '67'],
  ['91.00%', 1360, 1505, 'wrong', '90.37'],
  ['100%', 24, 24, 'right', '100'],
  ['0.00', 0, 24, 'right', '0.00'],
  // 800 and 750 ten-thousandths: 12.5 % is half, and goes up.
  ['13%', 1, 8, 'right', '13'],
])('%s for %i of %i is %s', (text, part, whole, verdict, right) => {
  expect(checkPercent(text, part, whole, null)).toEqual({ verdict, right })
})

test('a share of everybody, where the law asks for a share of those taking part, is named as what it is', () => {
  // 1021 of 1360 took part and agree: 75.07 %. Of all 1505 it is 67.84 %.
  expect(checkPercent('67.84%', 1021, 1360, 1505)).toEqual({ verdict: 'of_everybody', right: '75.07' })
  expect(checkPercent('67.90%', 1022, 1360, 1505)).toMatchObject({ verdict: 'of_everybody' })
  expect(checkPercent('67.83%', 1021, 1360, 1505)).toMatchObject({ verdict: 'wrong' })
})

test('nothing is said of what is no percentage, nor where a figure is not known', () => {
  for (const text of ['', '过半', '-3%', '1e2', '90.12345']) expect(readPercent(text)).toBeNull()
  expect(checkPercent('50%', null, 10, null)).toBeNull()
  expect(checkPercent('50%', 5, 0, null)).toBeNull()
})

test('at two places it agrees with what the engine prints, up to the largest areas', () => {
  const figures = fc
    .integer({ min: 1, max: 10_000_000_000_000 })
    .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))
  fc.assert(
    fc.property(figures, ([part, whole]) => {
      const printed = percentOf(part, whole) as string
      expect(checkPercent(printed, part, whole, null)).toEqual({ verdict: 'right', right: printed })
    }),
  )
})
