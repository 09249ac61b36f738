import { DAY } from '@yishiting/domain/matter/instant'
import type { MatterState } from '@yishiting/domain/matter/states'
import { BY_ROLE, LEAD, NEIGHBOUR, REPORTER, SECRETARY, SORTER } from '../support/cast'
import { intentOf } from '../support/intents'
import { IN_STATE, NOW, objected, routeIn, sorted, withRoute } from '../support/matters'
import { codeOfRefusal, done, onlyRoute } from '../support/outcomes'

const OBJECT = { type: 'object', reason: '这是大家的事，不是我一家的' } as const
const review = (upheld: boolean) => ({ type: 'review', upheld, reason: '看过现场了' }) as const

test.each(['returned', 'merged', 'split', 'sorted'] satisfies MatterState[])(
  'its reporter may object to its being %s, and gets it back into the queue',
  (state) => {
    const { matter } = done(IN_STATE[state], OBJECT, REPORTER)
    expect(matter).toMatchObject({
      state: 'objected',
      waitingSince: NOW,
      objection: { before: state, againstId: SECRETARY.id },
    })
    const { matter: back } = done(matter, review(true), SORTER)
    expect(back).toMatchObject({ state: 'raised', mergedIntoId: null, objection: null, waitingSince: NOW })
    expect(back.routes.every((route) => route.state === 'closed')).toBe(true)
  },
)

test('a review that keeps the decision puts it back where it stood, merged into the same', () => {
  for (const state of ['returned', 'merged', 'split', 'sorted'] as const) {
    const { matter } = done(IN_STATE[state], OBJECT, REPORTER)
    const { matter: kept } = done(matter, review(false), SORTER)
    expect(kept.state).toBe(state)
    expect(kept.routes).toEqual(IN_STATE[state].routes)
    expect(kept.mergedIntoId).toBe(IN_STATE[state].mergedIntoId)
  }
})

test('there is one objection, whatever became of it', () => {
  const { matter } = done(IN_STATE.sorted, OBJECT, REPORTER)
  const { matter: kept } = done(matter, review(false), SORTER)
  expect(codeOfRefusal(kept, OBJECT, REPORTER)).toBe('already_objected')
})

test('seven days to the millisecond after the decision it is still in time', () => {
  const last = NOW - 2 * DAY + 7 * DAY
  expect(done(IN_STATE.sorted, OBJECT, REPORTER, last).matter.state).toBe('objected')
  expect(codeOfRefusal(IN_STATE.sorted, OBJECT, REPORTER, last + 1)).toBe('objection_window_over')
})

test('it is decided by someone else: not by who decided, not by who objects, not by a neighbour', () => {
  const matter = objected('sorted', [routeIn('assigned')])
  expect(codeOfRefusal(matter, review(true), SECRETARY)).toBe('same_person')
  expect(codeOfRefusal(matter, review(true), NEIGHBOUR)).toBe('not_allowed')
  expect(codeOfRefusal(matter, review(true), REPORTER)).toBe('not_allowed')
  const ownMatter = { ...matter, reporterId: SORTER.id }
  expect(codeOfRefusal(ownMatter, review(true), SORTER)).toBe('same_person')
  const typedForAnother = { ...matter, raisedById: SORTER.id }
  expect(codeOfRefusal(typedForAnother, review(true), SORTER)).toBe('same_person')
  expect(done(matter, review(true), BY_ROLE.residents_committee).matter.state).toBe('raised')
})

test('while it is looked at the work waits, but not where there is danger', () => {
  const danger = routeIn('in_progress', { id: 'danger', code: 'emergency' })
  const matter = objected('sorted', [routeIn('assigned'), danger])
  expect(codeOfRefusal(matter, intentOf('start', 'route-property'), LEAD)).toBe('not_in_this_state')
  const { matter: after } = done(matter, intentOf('claimDone', 'danger'), LEAD)
  expect(after.state).toBe('objected')
  expect(after.routes[1]?.state).toBe('done_claimed')
})

test('what was finished while it was looked at closes when the decision is kept', () => {
  const danger = routeIn('being_rated', { code: 'emergency' })
  const { matter } = done(objected('sorted', [danger]), intentOf('settle', danger.id), SORTER)
  expect(matter.state).toBe('objected')
  const { matter: kept } = done(matter, review(false), SORTER)
  expect(kept).toMatchObject({ state: 'closed', closedAt: NOW })
})

test('a meeting that is over lets go of a matter under review', () => {
  const matter = objected('sorted', [routeIn('scheduled')])
  const { matter: after } = done(matter, intentOf('unschedule', onlyRoute(matter).id), SECRETARY)
  expect(onlyRoute(after)).toMatchObject({ state: 'sorted', meetingId: null, meetingAt: null })
  expect(after.state).toBe('objected')
})

test('before anything is decided there is nothing to object to', () => {
  expect(codeOfRefusal(IN_STATE.raised, OBJECT, REPORTER)).toBe('not_in_this_state')
  expect(codeOfRefusal(sorted([routeIn('assigned')], { sortedById: null }), OBJECT, REPORTER)).toBe(
    'not_in_this_state',
  )
})

test('an objection says what is wrong', () => {
  expect(codeOfRefusal(withRoute('assigned'), { type: 'object', reason: ' \u200b' }, REPORTER)).toBe(
    'reason_required',
  )
})
