import { dueWords, mainAct, myPart, otherActs } from '@/act/task-words'
import { type Lead, leadsFor, leadWords } from '@/parts/lead-picker'

const NOW = Date.UTC(2026, 2, 12, 2)

test('the one main button is the next step; everything else stands below', () => {
  expect(mainAct(['progress', 'start', 'claimDone', 'extend'])).toBe('start')
  expect(otherActs(['progress', 'start', 'claimDone', 'extend'])).toEqual(['claimDone', 'progress', 'extend'])
  expect(mainAct(['progress', 'claimDone'])).toBe('claimDone')
  expect(mainAct(['check'])).toBe('check')
  expect(mainAct(['assign', 'escalate'])).toBe('assign')
  expect(mainAct(['escalate'])).toBeNull()
  expect(otherActs(['escalate'])).toEqual(['escalate'])
})

test('by when, and that it has been put off once', () => {
  const dueAt = '2026-03-20T10:00:00.000Z'
  expect(dueWords({ dueAt, dueBeforeExtension: null }, NOW)).toBe('应于 3 月 20 日 18:00 前办完')
  expect(dueWords({ dueAt, dueBeforeExtension: '2026-03-15T10:00:00.000Z' }, NOW)).toContain(
    '原定 3 月 15 日 18:00',
  )
  expect(dueWords({ dueAt: null, dueBeforeExtension: null }, NOW)).toBe('')
})

test('why it is on my list', () => {
  expect(myPart({ isMine: true, can: ['start'] })).toBe('您负责')
  expect(myPart({ isMine: false, can: ['progress'] })).toBe('您帮忙')
  expect(myPart({ isMine: false, can: ['check'] })).toBe('请您查验')
})

describe('choosing somebody', () => {
  const lead = (id: string, role: Lead['roles'][number], openTasks = 0): Lead => ({
    id,
    label: id,
    name: id,
    roles: [role],
    openTasks,
  })
  const all = [
    lead('a', 'committee_director'),
    lead('b', 'property_manager', 3),
    lead('c', 'property_manager'),
  ]

  test('those who usually do it first, nobody left out, otherwise as given', () => {
    expect(leadsFor('property', all).map((each) => each.id)).toEqual(['b', 'c', 'a'])
    expect(leadsFor('deliberation', all)).toEqual(all)
  })

  test('one sees how much is already on whose hands', () => {
    expect(leadWords(lead('b', 'property_manager', 3)).sub).toBe('物业 · 手上 3 件')
    expect(leadWords(lead('c', 'property_manager')).sub).toContain('没有事')
  })
})
