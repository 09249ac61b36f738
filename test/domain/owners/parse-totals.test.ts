import { parseWithNumbersAsWritten } from '@yishiting/domain/owners/json-numbers'
import { parseTotals } from '@yishiting/domain/owners/parse-totals'
import fc from 'fast-check'

const NOTICE = { people: 1505, area: '191619.21' }
const parsed = (more: Record<string, unknown>) => parseTotals({ ...NOTICE, ...more })
const wrongField = (more: Record<string, unknown>) => {
  const result = parsed(more)
  return result.ok ? null : [result.refusal.code, result.refusal.details?.field]
}

test('figures are read exactly; what is null or absent is not known', () => {
  expect(
    parsed({
      kind: 'special',
      participating: { people: 1360, area: '171755.223' },
      agree: { people: null },
      abstain: null,
    }),
  ).toMatchObject({
    ok: true,
    value: {
      kind: 'special',
      roll: { people: 1505, area: 1_916_192_100 },
      participating: { people: 1360, area: 1_717_552_230 },
      agree: { people: null, area: null },
      against: { people: null, area: null },
      abstain: { people: null, area: null },
      openConflicts: [],
      rules: {},
    },
  })
  expect(parseTotals({})).toMatchObject({
    ok: true,
    value: { kind: 'ordinary', roll: { people: null, area: null } },
  })
})

test('rules: what is not said is as the law has it', () => {
  expect(parsed({ rules: { nonVoters: 'join_leading' } })).toMatchObject({
    value: { rules: { invalidParticipates: false, nonVoters: 'join_leading', ranking: 'people_then_area' } },
  })
})

test('full-width digits, spaces around and JSON numbers are understood', () => {
  expect(parsed({ agree: { people: '１２', area: ' ８３．２５ ' } })).toMatchObject({
    value: { agree: { people: 12, area: 832_500 } },
  })
  expect(parsed({ agree: { people: 0, area: 83.25 } })).toMatchObject({
    value: { agree: { people: 0, area: 832_500 } },
  })
})

test.each<[field: string, Record<string, unknown>]>([
  ['agree.area', { agree: { area: '1.00001' } }],
  ['agree.area', { agree: { area: '-1' } }],
  ['agree.area', { agree: { area: '1e3' } }],
  ['agree.area', { agree: { area: '1,000.5' } }],
  ['agree.area', { agree: { area: '10000000000000' } }],
  ['agree.area', { agree: { area: true } }],
  ['agree.people', { agree: { people: -1 } }],
  ['agree.people', { agree: { people: 1.5 } }],
  ['agree.people', { agree: { people: '十二' } }],
  ['agree.people', { agree: { people: [1] } }],
  ['agree', { agree: 12 }],
  ['people', { people: 0 }],
  ['area', { area: '0.00' }],
  ['kind', { kind: 'plurality' }],
  ['rules', { rules: 'none' }],
  ['rules.invalidParticipates', { rules: { invalidParticipates: 'yes' } }],
  ['rules.nonVoters', { rules: { nonVoters: 'agree' } }],
  ['rules.ranking', { rules: { ranking: 'lot' } }],
  ['options', { kind: 'election' }],
  ['options', { kind: 'options', options: [] }],
  ['options', { kind: 'options', options: [{ id: 'A' }, { id: 'A' }] }],
  ['options.0.agree.area', { kind: 'options', options: [{ id: 'A', agree: { area: 'x' } }] }],
  ['seats', { kind: 'election', options: [{ id: 'A' }], seats: 0 }],
  ['openConflicts', { openConflicts: 3 }],
  ['openConflicts.1.area', { openConflicts: [{ people: 1, area: '1' }, { people: 1 }] }],
])('%s is refused in %j', (field, more) => {
  expect(wrongField(more)).toEqual(['figures_wrong', field])
})

test('what is no object is refused', () => {
  for (const value of [null, [], 'x', 3]) expect(parseTotals(value)).toMatchObject({ ok: false })
})

test('the refusal says what is wrong in Chinese and in English', () => {
  const result = parsed({ area: '1.23456' })
  if (result.ok) throw new Error('accepted')
  expect(result.refusal.message).toBe('area：面积要是 0 或正数，最多四位小数，例如 "191619.21"。')
  expect(result.refusal.details?.english).toContain('at most four places')
})

test('residents’ meetings need no areas, nor do their open ballots', () => {
  const meeting = { kind: 'representatives', people: 36, area: 0, openConflicts: [{ people: 1 }] }
  expect(parseTotals(meeting)).toMatchObject({ ok: true, value: { openConflicts: [{ people: 1, area: 0 }] } })
})

describe('numbers as they were written', () => {
  const areaOf = (written: string) => {
    const result = parseTotals(parseWithNumbersAsWritten(`{"people": 10, "area": ${written}}`))
    return result.ok ? result.value.roll.area : null
  }

  test('JSON.parse would make these look harmless', () => {
    expect(areaOf('191619.210000000001')).toBeNull()
    expect(areaOf('1e3')).toBeNull()
    expect(areaOf('-0')).toBeNull()
    expect(areaOf('191619.2100')).toBe(1_916_192_100)
  })

  test('strings keep what looks like a number in them', () => {
    expect(parseWithNumbersAsWritten('{"a 1": "x \\" 2", "b": [3, -4.5e6, true, null]}')).toEqual({
      'a 1': 'x " 2',
      b: ['3', '-4.5e6', true, null],
    })
    expect(() => parseWithNumbersAsWritten('{"a": 01}')).toThrow(SyntaxError)
  })

  test('everything else of any JSON stays as it is', () => {
    const quoted = (value: unknown): unknown => {
      if (typeof value === 'number') return JSON.stringify(value)
      if (Array.isArray(value)) return value.map(quoted)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, quoted(each)]))
    }
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value)
        expect(JSON.stringify(parseWithNumbersAsWritten(json))).toBe(JSON.stringify(quoted(JSON.parse(json))))
      }),
    )
  })
})
