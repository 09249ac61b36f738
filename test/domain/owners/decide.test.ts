import { checkTotals } from '@yishiting/domain/owners/check-totals'
import { decide } from '@yishiting/domain/owners/decide'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'
import type { Totals } from '@yishiting/domain/owners/totals'
import { figure, totals } from './support/totals'

const verdictOf = (kind: DecisionKind, known: Partial<Totals>) => decide(totals(kind, known)).verdict

/** Everybody's area is far above its thresholds: people decide. */
const byPeople = (kind: DecisionKind, roll: number, participating: number, agree: number) =>
  decide(
    totals(kind, {
      roll: figure(roll, '1000'),
      participating: figure(participating, '1000'),
      agree: figure(agree, '1000'),
    }),
  )
const byArea = (kind: DecisionKind, roll: string, participating: string, agree: string) =>
  decide(
    totals(kind, {
      roll: figure(90, roll),
      participating: figure(90, participating),
      agree: figure(90, agree),
    }),
  )

describe('the boundaries that must hold (RULES.md §4)', () => {
  test('two thirds of the people: exactly is enough, one less is one short', () => {
    expect(byPeople('ordinary', 36, 24, 24).verdict).toBe('PASS')
    expect(byPeople('ordinary', 36, 23, 23).failed).toMatchObject([{ code: 'quorum_people', shortPeople: 1 }])
    expect(byPeople('ordinary', 950, 634, 634).verdict).toBe('PASS')
    expect(byPeople('ordinary', 950, 633, 633)).toMatchObject({
      verdict: 'FAIL',
      failed: [{ code: 'quorum_people', shortPeople: 1, shortArea: null }],
    })
  })

  test('three quarters: 17 of 24 fails, 18 passes', () => {
    expect(byPeople('special', 24, 24, 17)).toMatchObject({
      verdict: 'FAIL',
      failed: [{ code: 'majority_people', shortPeople: 1 }],
    })
    expect(byPeople('special', 24, 24, 18).verdict).toBe('PASS')
  })

  test('half of the area fails, a hundredth of a ㎡ more passes', () => {
    expect(byArea('ordinary', '100', '100.00', '50.00')).toMatchObject({
      verdict: 'FAIL',
      failed: [{ code: 'majority_area', shortPeople: null, shortArea: 1 }],
    })
    expect(byArea('ordinary', '100', '100.00', '50.01').verdict).toBe('PASS')
    expect(byArea('ordinary', '100', '100.00', '50.0001').verdict).toBe('PASS')
  })

  test('two thirds of 100 ㎡: 66.66 fails by 0.0067, 66.67 passes', () => {
    expect(byArea('ordinary', '100.00', '66.66', '66.66').failed).toMatchObject([
      { code: 'quorum_area', shortArea: 67 },
    ])
    expect(byArea('ordinary', '100.00', '66.6666', '66.6666').failed).toMatchObject([
      { code: 'quorum_area', shortArea: 1 },
    ])
    expect(byArea('ordinary', '100.00', '66.67', '66.67').verdict).toBe('PASS')
  })

  test('one key with 40 % of the area, the developer’s, blocks the quorum alone', () => {
    const { verdict, failed } = decide(
      totals('ordinary', {
        roll: figure(101, '10000'),
        participating: figure(100, '6000'),
        agree: figure(100, '6000'),
      }),
    )
    expect([verdict, failed.map(({ code }) => code)]).toEqual(['FAIL', ['quorum_area']])
  })

  test('the largest areas there can be are still exact', () => {
    const known = { roll: figure(3, '1000000000'), agree: figure(3, '666666666.6667') }
    expect(verdictOf('ordinary', { ...known, participating: figure(3, '666666666.6667') })).toBe('PASS')
    expect(
      verdictOf('ordinary', {
        ...known,
        agree: figure(3, '666666666.6666'),
        participating: figure(3, '666666666.6666'),
      }),
    ).toBe('FAIL')
  })
})

test('who abstains stays in the denominator (278: of those taking part)', () => {
  const known = {
    roll: figure(30, '3000'),
    agree: figure(10, '1000'),
    against: figure(4, '400'),
    abstain: figure(6, '600'),
  }
  expect(verdictOf('ordinary', known)).toBe('FAIL')
  expect(verdictOf('ordinary', { ...known, abstain: figure(5, '500'), against: figure(4, '400') })).toBe(
    'FAIL',
  )
})

test('the trap: more than half of those taking part passes, though it is under half of everybody', () => {
  expect(byPeople('ordinary', 1000, 700, 400).verdict).toBe('PASS')
})

test('unanimous (279): one who did not answer is one who did not agree, in people and in area', () => {
  const roll = figure(12, '1200')
  expect(verdictOf('unanimous', { roll, participating: roll, agree: roll })).toBe('PASS')
  expect(verdictOf('unanimous', { roll, agree: figure(11, '1100'), participating: figure(11, '1100') })).toBe(
    'FAIL',
  )
  expect(verdictOf('unanimous', { roll, participating: roll, agree: figure(12, '1199.9999') })).toBe('FAIL')
})

test.each([
  ['residents', 100, 51, 26, 'PASS'],
  ['residents', 100, 50, 50, 'FAIL'],
  ['residents', 100, 52, 26, 'FAIL'],
  ['representatives', 36, 24, 13, 'PASS'],
  ['representatives', 36, 23, 23, 'FAIL'],
  ['representatives', 36, 24, 12, 'FAIL'],
] as const)(
  '%s: of %i come %i and agree %i: %s, whatever the areas',
  (kind, roll, present, agree, verdict) => {
    const known = { roll: figure(roll), participating: figure(present), agree: figure(agree) }
    expect(verdictOf(kind, known)).toBe(verdict)
  },
)

describe('people and area bind each other only where nobody is', () => {
  const known = { roll: figure(12, '1200'), participating: figure(10, '1000') }

  test('all agree: then nobody is against and has no area, and the area agrees as well', () => {
    const { verdict, percentages } = decide(totals('ordinary', { ...known, agree: figure(10) }))
    expect([verdict, percentages['agree.area']]).toEqual(['PASS', '100.00'])
  })

  test('one of ten is against: his area is not known, and nothing is certain', () => {
    expect(decide(totals('ordinary', { ...known, agree: figure(9) }))).toMatchObject({
      verdict: 'CANNOT_CERTIFY',
      missing: ['agree.area'],
    })
  })

  test('nobody agrees and an area agrees: that cannot be', () => {
    const { verdict, notes } = decide(totals('ordinary', { ...known, agree: figure(0, '700') }))
    expect(verdict).toBe('CANNOT_CERTIFY')
    expect(notes.join()).toContain('同意人数、同意面积')
  })

  test('all the people agree and not all of the area: the two are judged apart, and that is said', () => {
    const { verdict, notes } = decide(totals('ordinary', { ...known, agree: figure(10, '500') }))
    expect([verdict, notes.length]).toEqual(['FAIL', 1])
  })
})

test('different completions fail different tests, and each fails one: FAIL', () => {
  // Quorum needs 24 of 36; with 23 agreeing or less and at least 23 against, whoever else comes decides nothing.
  const { verdict, failed, notes } = decide(
    totals('special', {
      roll: figure(36),
      agree: figure(17),
      invalid: figure(0),
      deliveredNotVoted: figure(0),
    }),
  )
  expect([verdict, failed, notes.length]).toEqual(['FAIL', [], 1])
})

describe('figures that contradict each other', () => {
  const good = { roll: figure(30, '3000'), participating: figure(24, '2400'), agree: figure(20, '2000') }
  test.each([
    ['more take part than there are', { participating: figure(31, '2400') }, ['全体人数', '参加表决人数']],
    [
      'the parts exceed the whole',
      { against: figure(5, '400'), abstain: figure(0, '0') },
      ['参加表决人数', '同意人数', '不同意人数'],
    ],
    ['more area agrees than takes part', { agree: figure(20, '2400.0001') }, ['参加表决面积', '同意面积']],
    [
      'who did not vote does not fit in',
      { deliveredNotVoted: figure(7, '100') },
      ['全体人数', '参加表决人数', '送达没投人数'],
    ],
  ])('%s: never certified, and named', (_, wrong, names) => {
    const { verdict, strict, notes, otherReading } = decide(totals('ordinary', { ...good, ...wrong }))
    expect([verdict, strict, otherReading]).toEqual(['CANNOT_CERTIFY', 'CANNOT_CERTIFY', null])
    expect(notes).toEqual([expect.stringContaining(`：${names.join('、')}。`)])
  })
})

test('nobody took part: not held', () => {
  const roll = figure(30, '3000')
  expect(verdictOf('ordinary', { roll, participating: figure(0) })).toBe('NOT_HELD')
  expect(verdictOf('ordinary', { roll, agree: figure(0), against: figure(0), abstain: figure(0) })).toBe(
    'NOT_HELD',
  )
  expect(verdictOf('residents', { roll: figure(30), participating: figure(0) })).toBe('NOT_HELD')
})

describe('an electorate of nobody, and figures that are none, are refused (§4.21)', () => {
  const voted = { participating: figure(0, '0') }
  test.each<[string, Partial<Totals>]>([
    ['people', { roll: figure(0, '100') }],
    ['people', { roll: figure(-1, '100') }],
    ['people', { roll: figure(1.5, '100') }],
    ['area', { roll: figure(10, '0') }],
    ['agree.people', { roll: figure(10, '100'), agree: figure(-1) }],
    ['agree.area', { roll: figure(10, '100'), agree: { people: 1, area: Number.NaN } }],
    ['openConflicts.0.people', { roll: figure(10, '100'), openConflicts: [{ people: -1, area: 1 }] }],
  ])('%s', (field, known) => {
    const wrong = totals('ordinary', { ...voted, ...known })
    expect(checkTotals(wrong)).toMatchObject({
      ok: false,
      refusal: { code: 'figures_wrong', details: { field } },
    })
    const { verdict, notes } = decide(wrong)
    expect([verdict, notes.length]).toEqual(['CANNOT_CERTIFY', 1])
  })

  test('where only people count, the area may be anything', () => {
    expect(checkTotals(totals('residents', { roll: figure(10, '0') }))).toMatchObject({ ok: true })
  })
})

test('percentages are rounded half up in integers, and null where nothing is known', () => {
  const { percentages } = decide(
    totals('ordinary', {
      roll: figure(1505, '191619.21'),
      participating: figure(1360, '171755.223'),
      agree: figure(1, '0.0001'),
      against: figure(1359),
      abstain: figure(0),
    }),
  )
  expect(percentages).toEqual({
    'participating.people': '90.37',
    'participating.area': '89.63',
    'agree.people': '0.07',
    'agree.area': '0.00',
    'against.people': '99.93',
    'against.area': '100.00',
    'abstain.people': '0.00',
    'abstain.area': '0.00',
  })
  const half = decide(totals('residents', { roll: figure(20_000), participating: figure(1) }))
  expect([half.percentages['participating.people'], half.percentages['agree.area']]).toEqual(['0.01', null])
})

describe('invalid ballots (§4.7)', () => {
  const known = {
    roll: figure(36, '3600'),
    agree: figure(23, '2300'),
    against: figure(0, '0'),
    abstain: figure(0, '0'),
    invalid: figure(2, '200'),
    participating: figure(23, '2300'),
  }

  test('counting them would reach the quorum: the other reading is told', () => {
    expect(decide(totals('ordinary', known))).toMatchObject({
      verdict: 'FAIL',
      otherReading: { invalidParticipates: true, verdict: 'PASS' },
    })
    const rules = { invalidParticipates: true }
    expect(decide(totals('ordinary', { ...known, rules, participating: figure(25, '2500') }))).toMatchObject({
      verdict: 'PASS',
      otherReading: { invalidParticipates: false, verdict: 'FAIL' },
    })
  })

  test('no difference: nothing is told', () => {
    const none = { ...known, invalid: figure(0, '0') }
    expect(decide(totals('ordinary', none)).otherReading).toBeNull()
  })
})

describe('how many open ballots could flip it', () => {
  const open = (count: number, area = 1_000_000) => Array.from({ length: count }, () => ({ people: 1, area }))

  test('an open ballot that is left out is still one of the roll', () => {
    // Ten came, eleven more are open: of at least 21 ten are too few; with one more they may be enough.
    const known = { participating: figure(10), agree: figure(10), openConflicts: open(11, 0) }
    expect(decide(totals('residents', known))).toMatchObject({
      verdict: 'CANNOT_CERTIFY',
      conflictsToFlip: 1,
    })
  })

  test('a missing figure leaves no verdict that could flip', () => {
    const known = { roll: figure(30, '3000'), participating: figure(24), openConflicts: open(2) }
    expect(decide(totals('ordinary', known)).conflictsToFlip).toBeNull()
  })

  test('the largest decide: one of 300 ㎡ does what three of 100 would', () => {
    const known = {
      roll: figure(30, '3000'),
      participating: figure(20, '2000'),
      agree: figure(15, '1150'),
    }
    expect(decide(totals('ordinary', { ...known, openConflicts: open(5) })).conflictsToFlip).toBe(3)
    const one = [...open(2), { people: 1, area: 3_000_000 }]
    expect(decide(totals('ordinary', { ...known, openConflicts: one })).conflictsToFlip).toBe(1)
  })
})
