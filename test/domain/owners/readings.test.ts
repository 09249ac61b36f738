import { asRead, doReadingsAgree } from '@yishiting/domain/owners/readings'

const items = [
  { id: 'a', kind: 'ordinary' as const, options: [], seats: 1 },
  { id: 'e', kind: 'election' as const, options: ['x', 'y', 'z'], seats: 2 },
]
const reading = (
  a: 'agree' | 'against' | 'abstain' | 'blank' | 'invalid',
  e: string[],
  isUnsigned = false,
) => ({
  marks: { a, e },
  isUnsigned,
})

test('read once: nothing to compare with, and not counted yet', () => {
  const first = reading('agree', ['x'])
  expect(asRead(first, null)).toEqual({ ...first, secondMarks: null })
})

test('the same marks agree, in whatever order the candidates are; different ones do not', () => {
  expect(doReadingsAgree(items, reading('agree', ['x', 'y']), reading('agree', ['y', 'x']))).toBe(true)
  expect(doReadingsAgree(items, reading('agree', ['x']), reading('against', ['x']))).toBe(false)
  expect(doReadingsAgree(items, reading('agree', ['x']), reading('agree', []))).toBe(false)
})

test('blank is an abstention: one who writes blank and one who writes abstain agree (RULES.md §4.6)', () => {
  expect(doReadingsAgree(items, reading('blank', ['x']), reading('abstain', ['x']))).toBe(true)
})

test('a signature that only one of them finds wanting is a difference in every item', () => {
  const [signed, unsigned] = [reading('agree', ['x']), reading('agree', ['x'], true)]
  for (const [first, second] of [
    [signed, unsigned],
    [unsigned, signed],
  ] as const) {
    expect(asRead(first, second)).toEqual({
      marks: signed.marks,
      secondMarks: { a: 'invalid', e: 'invalid' },
      isUnsigned: false,
    })
    expect(doReadingsAgree(items, first, second)).toBe(false)
  }
})

test('where both find it wanting, the whole paper is invalid, whatever else it says', () => {
  const [one, other] = [reading('agree', ['x'], true), reading('against', ['y'], true)]
  expect(asRead(one, other).isUnsigned).toBe(true)
  expect(doReadingsAgree(items, one, other)).toBe(true)
})
