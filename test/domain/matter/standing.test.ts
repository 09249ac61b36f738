import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import type { Matter } from '@yishiting/domain/matter/matter'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { isDeadline, standingOf } from '@yishiting/domain/matter/standing'
import { MATTER_STATES, ROUTE_STATES, STATES, type State } from '@yishiting/domain/matter/states'
import { REPORTER, SECRETARY, SORTER } from '../support/cast'
import { intentOf } from '../support/intents'
import { IN_STATE, NOW, objected, raised, routeIn, sorted, withRoute } from '../support/matters'
import { done } from '../support/outcomes'

const at = (matter: Matter, now = NOW, who: string | null = '物业工程部') =>
  standingOf(matter, { now, rules: DEFAULT_RULES, who })
const marks = (matter: Matter) => at(matter).steps.map(({ mark }) => mark)
const captions = (matter: Matter) => at(matter).steps.map(({ caption }) => caption)

describe('the line says where it stands, who has it and by when', () => {
  test.each<[State, Matter, string]>([
    ['raised', raised(), '等支部接件'],
    ['raised', raised({ acknowledgedAt: NOW }), '支部已接件，正在分类'],
    ['returned', IN_STATE.returned, '支部退回了，请看原因和去处'],
    ['merged', IN_STATE.merged, '并到同一件事里一起办'],
    ['split', IN_STATE.split, '拆成几件，分开办'],
    ['objected', IN_STATE.objected, '报事人申请复核，由另一位来看'],
    ['reopened', IN_STATE.reopened, '又出现了，等支部重新处理'],
    ['sorted', withRoute('sorted'), '等支部排进会议'],
    ['sorted', withRoute('sorted', { code: 'owners' }), '等业委会安排业主表决'],
    ['scheduled', withRoute('scheduled'), '3 月 14 日 10:00 开会商量'],
    ['deliberated', withRoute('deliberated'), '议过了，等形成决议'],
    ['resolved', withRoute('resolved'), '有决议了，等派人去办'],
    ['referred', withRoute('referred'), '转给区住建局'],
    ['assigned', withRoute('assigned'), '派给物业工程部，应于 3 月 15 日前办完'],
    ['in_progress', withRoute('in_progress'), '物业工程部在办，应于 3 月 15 日前办完'],
    ['extended', withRoute('extended'), '物业工程部在办，延期到 3 月 15 日'],
    ['done_claimed', withRoute('done_claimed'), '物业工程部说办完了，等大家评'],
    ['being_rated', withRoute('being_rated'), '办完了吗？请大家评一评'],
    ['redo', withRoute('redo'), '大家说没办好，要返工'],
    ['escalated', withRoute('escalated'), '两次没办好，已报到上一级'],
    ['closed', IN_STATE.closed, '办结了，全程可查'],
  ])('%s', (state, matter, line) => {
    expect(at(matter)).toMatchObject({ state, room: STATES[state].room, line })
  })

  test('nobody named is “责任人”, and next year has its number', () => {
    const matter = withRoute('assigned', { dueAt: Date.UTC(2027, 0, 5) })
    expect(at(matter, NOW, null).line).toBe('派给责任人，应于 2027 年 1 月 5 日前办完')
  })

  test('a referral without a name still says that it is out', () => {
    expect(at(withRoute('referred', { whereTo: null })).line).toBe('已转办，等答复')
  })

  test('one that went up without having failed twice does not say that it did', () => {
    const reported = done(withRoute('in_progress'), intentOf('escalate', 'route-property'), SORTER).matter
    expect(at(reported).line).not.toContain('两次')
  })

  test('what its reporter took back is not said to be settled', () => {
    const taken = done(IN_STATE.raised, intentOf('withdraw', ''), REPORTER).matter
    expect(at(taken).line).toBe('报事人撤回了')
    const takenAgain = done(IN_STATE.reopened, intentOf('withdraw', ''), REPORTER).matter
    expect(at(takenAgain).line).toBe('报事人撤回了')
  })

  test('what danger closed while an objection was looked at is settled, not taken back', () => {
    const closed = routeIn('closed', { code: 'emergency', closedAt: NOW - 1 })
    const kept = done(objected('sorted', [closed]), { type: 'review', upheld: false, reason: '维持' }, SORTER)
    expect(at(kept.matter).line).toBe('办结了，全程可查')
  })
})

describe('the five steps', () => {
  test('are the five rooms in their order, the present one by its word, the past by their day', () => {
    const { steps } = at(withRoute('deliberated'))
    expect(steps.map(({ room }) => room)).toEqual(['speak', 'sort', 'deliberate', 'act', 'rate'])
    expect(marks(withRoute('deliberated'))).toEqual(['done', 'done', 'now', 'todo', 'todo'])
    expect(captions(withRoute('deliberated'))).toEqual(['3/7', '3/8', '议过了', '', ''])
  })

  test('what goes straight to the property company skips the meeting', () => {
    expect(marks(withRoute('in_progress'))).toEqual(['done', 'done', 'skipped', 'now', 'todo'])
    expect(marks(withRoute('being_rated'))).toEqual(['done', 'done', 'skipped', 'done', 'now'])
  })

  test('what was talked about keeps the day of the meeting when it is done, even where it was referred on', () => {
    const resolved = withRoute('in_progress', {
      code: 'deliberation',
      meetingId: 'meeting',
      meetingAt: NOW - DAY,
    })
    expect(captions(resolved)).toEqual(['3/7', '3/8', '3/9', '正在办', ''])
    const to = { ...intentOf('refer', 'route-deliberation'), to: 'property' } as ReturnType<typeof intentOf>
    const referred = done(withRoute('deliberated', { meetingAt: NOW - DAY }), to, SECRETARY).matter
    const working = {
      ...referred,
      routes: referred.routes.map((route) => ({ ...route, state: 'assigned' as const })),
    }
    expect(marks(working)).toEqual(['done', 'done', 'done', 'now', 'todo'])
    expect(captions(working)[2]).toBe('3/9')
  })

  test('a meeting taken off the calendar leaves no day behind', () => {
    const off = done(withRoute('scheduled'), intentOf('unschedule', 'route-deliberation'), SECRETARY).matter
    expect(marks(off)).toEqual(['done', 'now', 'todo', 'todo', 'todo'])
  })

  test('what was taken back at once has skipped all but its beginning and end', () => {
    const taken = done(raised(), intentOf('withdraw', ''), REPORTER).matter
    expect(marks(taken)).toEqual(['done', 'skipped', 'skipped', 'skipped', 'done'])
    expect(captions(taken)).toEqual(['3/7', '', '', '', '3/10'])
  })

  test('an answer without any work skips the work', () => {
    const referred = withRoute('referred', { code: 'elsewhere' })
    const { matter } = done(referred, intentOf('answer', 'route-elsewhere'), SECRETARY)
    expect(marks(matter)).toEqual(['done', 'done', 'skipped', 'skipped', 'done'])
  })

  test.each([...MATTER_STATES, ...ROUTE_STATES])('at %s exactly one is now, unless it is closed', (state) => {
    const isWhole = (MATTER_STATES as readonly string[]).includes(state)
    const matter = isWhole ? IN_STATE[state as keyof typeof IN_STATE] : withRoute(state as 'assigned')
    const shown = state === 'closed' ? IN_STATE.closed : matter
    const now = at(shown).steps.filter(({ mark }) => mark === 'now')
    expect(now).toHaveLength(state === 'closed' ? 0 : 1)
    for (const step of now) expect(step.caption).toBe(STATES[at(shown).state].name)
  })

  test('with several routes the first one still open stands for the matter', () => {
    const two = sorted([routeIn('closed', { code: 'utility' }), routeIn('in_progress')])
    expect(at(two).state).toBe('in_progress')
  })
})

describe('overdue', () => {
  const due = Date.UTC(2026, 2, 15, 15, 59) // 15 March, 23:59 in China
  const late = (now: number) => at(withRoute('in_progress', { dueAt: due }), now).overdueText

  test('to the minute, then by the days of the calendar in China', () => {
    expect(late(due)).toBe('')
    expect(late(due + 1)).toBe('已逾期')
    // 00:01 of the next day: two minutes later, and a day by the calendar.
    expect(late(due + 2 * 60_000)).toBe('逾期 1 天')
    expect(late(due + DAY)).toBe('逾期 1 天')
    expect(late(due + DAY + 2 * 60_000)).toBe('逾期 2 天')
  })

  test('at the other end of the day it is the same: from 00:01 a whole day is one day', () => {
    const early = Date.UTC(2026, 2, 14, 16, 1) // 15 March, 00:01 in China
    const text = (now: number) => at(withRoute('in_progress', { dueAt: early }), now).overdueText
    expect(text(early + 23 * HOUR)).toBe('已逾期')
    expect(text(early + DAY)).toBe('逾期 1 天')
  })

  test('acknowledged within a day, sorted and reviewed within three working days', () => {
    expect(at(raised({ waitingSince: NOW })).dueAt).toBe(NOW + DAY)
    // Tuesday → Friday
    expect(at(raised({ waitingSince: NOW, acknowledgedAt: NOW })).dueAt).toBe(NOW + 3 * DAY)
    expect(at({ ...IN_STATE.objected, waitingSince: NOW }).dueAt).toBe(NOW + 3 * DAY)
    expect(at({ ...IN_STATE.objected, waitingSince: NOW }, NOW + 5 * DAY).overdueText).toBe('逾期 2 天')
  })

  test('a meeting and the end of the rating just come; nobody is late for them', () => {
    expect(at(withRoute('scheduled'), NOW + 9 * DAY).overdueText).toBe('')
    expect(at(withRoute('being_rated'), NOW + 9 * DAY).overdueText).toBe('')
    expect([isDeadline('scheduled'), isDeadline('being_rated'), isDeadline('redo')]).toEqual([
      false,
      false,
      true,
    ])
  })

  test('what is said to be done, and what has ended, is not late any more', () => {
    for (const matter of [withRoute('done_claimed'), IN_STATE.closed, IN_STATE.returned, IN_STATE.merged]) {
      expect(at(matter, NOW + 90 * DAY)).toMatchObject({ dueAt: null, overdueText: '' })
    }
  })
})

test('that a matter is private changes nothing of where it stands', () => {
  for (const matter of Object.values(IN_STATE)) {
    expect(at({ ...matter, isPrivate: true })).toEqual(at(matter))
  }
})
