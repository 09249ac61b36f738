import { DAY } from '@yishiting/domain/matter/instant'
import { PRESETS } from '@yishiting/domain/owners/presets'
import { checkDraft, type DraftItem, type VoteDraft } from '@yishiting/domain/owners/rules-check'

const NOW = Date.UTC(2026, 10, 1, 2)
const ITEM: DraftItem = {
  title: '修屋顶',
  body: '1、2 号楼屋顶重做防水。',
  kind: 'ordinary',
  lawItem: 5,
  options: [],
  seats: 1,
}
const DRAFT: VoteDraft = {
  title: '动用维修资金修屋顶',
  why: '顶楼漏了三年。',
  contact: '业委会',
  isExtraordinary: false,
  opensAt: NOW + 15 * DAY,
  closesAt: NOW + 25 * DAY,
  rules: { ...PRESETS[0].rules, specialSpaces: 'excluded', noticeDays: 15 },
  items: [ITEM],
}

const fields = (change: Partial<VoteDraft>) =>
  checkDraft({ ...DRAFT, ...change }, NOW).map(({ field }) => field)
const withRules = (change: Partial<VoteDraft['rules']>) => fields({ rules: { ...DRAFT.rules, ...change } })
const withItem = (change: Partial<DraftItem>) => fields({ items: [{ ...ITEM, ...change }] })
const two = (one: string, other: string) => [
  { id: 'x', title: one },
  { id: 'y', title: other },
]

test('a draft that lacks nothing may be announced', () => {
  expect(fields({})).toEqual([])
})

describe('time', () => {
  test('announced fifteen days before, to the millisecond', () => {
    expect(fields({ opensAt: NOW + 15 * DAY - 1 })).toEqual(['opensAt'])
    expect(fields({ opensAt: NOW + 15 * DAY })).toEqual([])
  })

  test('no rule set announces later than the law has it; an extraordinary meeting seven days before', () => {
    expect(withRules({ noticeDays: 14 })).toEqual(['rules.noticeDays'])
    const rules = { ...DRAFT.rules, noticeDays: 7 }
    expect(
      fields({ rules, isExtraordinary: true, opensAt: NOW + 7 * DAY, closesAt: NOW + 17 * DAY }),
    ).toEqual([])
    expect(fields({ rules: { ...rules, noticeDays: 6 }, isExtraordinary: true })).toEqual([
      'rules.noticeDays',
    ])
  })

  test.each([
    [5, []],
    [60, []],
    [5 - 1 / DAY, ['closesAt']],
    [60 + 1 / DAY, ['closesAt']],
    [-1, ['closesAt']],
  ])('open for %d days', (days, found) => {
    expect(fields({ closesAt: DRAFT.opensAt + days * DAY })).toEqual(found)
  })
})

describe('rules', () => {
  test('whether parking spaces count must be said (274号文第25条)', () => {
    expect(withRules({ specialSpaces: 'unset' })).toEqual(['rules.specialSpaces'])
  })

  test('some way to vote, some building, some law', () => {
    expect(withRules({ channels: [] })).toEqual(['rules.channels'])
    expect(withRules({ scope: { type: 'buildings', buildings: [] } })).toEqual(['rules.scope'])
    expect(withRules({ scope: { type: 'stairwell', building: '3', stairwell: '' } })).toEqual(['rules.scope'])
    expect(withRules({ legalBasis: [] })).toEqual(['rules.legalBasis'])
  })

  test('silence counts only where a paper can be delivered', () => {
    expect(withRules({ nonVoters: 'join_leading', channels: ['online'] })).toEqual(['rules.nonVoters'])
    expect(withRules({ nonVoters: 'join_leading', channels: ['online', 'door'] })).toEqual([])
  })
})

describe('items', () => {
  test('each has a title, a text, and its place in the law', () => {
    expect(withItem({ title: ' ' })).toEqual(['items.0.title'])
    expect(withItem({ body: ' ' })).toEqual(['items.0.body'])
    expect(withItem({ lawItem: null })).toEqual(['items.0.lawItem'])
    expect(fields({ items: [] })).toEqual(['items'])
  })

  test.each([
    [1, []],
    [5, []],
    [6, ['items.0.kind']],
    [7, ['items.0.kind']],
    [8, ['items.0.kind']],
    [9, []],
  ])('民法典 278 item %d takes the majority the law gives it, neither less nor more', (lawItem, found) => {
    expect(withItem({ lawItem })).toEqual(found)
    expect(withItem({ lawItem, kind: 'special' })).toEqual(found.length > 0 ? [] : ['items.0.kind'])
  })

  test('what is chosen from is at least two, all different by name and by number, and no fewer than the seats', () => {
    const choice = { kind: 'options', lawItem: null } as const
    expect(withItem({ ...choice, options: two('甲队', '乙队') })).toEqual([])
    expect(withItem({ ...choice, options: [{ id: 'x', title: '甲队' }] })).toEqual(['items.0.options'])
    expect(withItem({ ...choice, options: two('甲队', '甲队 ') })).toEqual(['items.0.options'])
    const sameId = two('甲队', '乙队').map((option) => ({ ...option, id: 'x' }))
    expect(withItem({ ...choice, options: sameId })).toEqual(['items.0.options'])
    const election = { kind: 'election', lawItem: null, options: two('甲', '乙') } as const
    expect(withItem({ ...election, seats: 2 })).toEqual([])
    expect(withItem({ ...election, seats: 3 })).toEqual(['items.0.seats'])
  })
})
