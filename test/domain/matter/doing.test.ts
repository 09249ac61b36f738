import { DAY } from '@yishiting/domain/matter/instant'
import type { Intent } from '@yishiting/domain/matter/intents'
import { CHECKER, HAND, LEAD, SECRETARY, SORTER } from '../support/cast'
import { intentOf } from '../support/intents'
import { NOW, routeIn, withRoute } from '../support/matters'
import { codeOfRefusal, done, onlyRoute } from '../support/outcomes'

const ROUTE = 'route-property'
const assign = (more: Partial<Extract<Intent, { type: 'assign' }>> = {}): Intent => ({
  ...(intentOf('assign', ROUTE) as Extract<Intent, { type: 'assign' }>),
  ...more,
})
const extend = (dueAt: number, reason = '灯要订货'): Intent => ({
  type: 'extend',
  routeId: ROUTE,
  dueAt,
  reason,
})

test('an extension: once, with a reason and a later date; the first date stays readable', () => {
  const matter = withRoute('in_progress')
  expect(codeOfRefusal(matter, extend(NOW + 9 * DAY, ''), LEAD)).toBe('reason_required')
  expect(codeOfRefusal(matter, extend(NOW + 5 * DAY), LEAD)).toBe('due_in_past')
  const { matter: later } = done(matter, extend(NOW + 9 * DAY), LEAD)
  expect(onlyRoute(later)).toMatchObject({
    state: 'extended',
    dueAt: NOW + 9 * DAY,
    dueBeforeExtension: NOW + 5 * DAY,
  })
  expect(codeOfRefusal(later, extend(NOW + 12 * DAY), LEAD)).toBe('not_in_this_state')
  const inWork = withRoute('in_progress', { dueBeforeExtension: NOW })
  expect(codeOfRefusal(inWork, extend(NOW + 12 * DAY), LEAD)).toBe('already_extended')
})

test('progress does not wipe out that it was extended', () => {
  const { matter } = done(withRoute('extended'), intentOf('progress', ROUTE), LEAD)
  expect(onlyRoute(matter).state).toBe('extended')
})

test('giving it anew to the same person is no way round the one extension', () => {
  const matter = withRoute('assigned')
  expect(codeOfRefusal(matter, assign({ dueAt: NOW + 6 * DAY }), SECRETARY)).toBe('due_too_far')
  expect(onlyRoute(done(matter, assign({ dueAt: NOW + 2 * DAY }), SECRETARY).matter).dueAt).toBe(
    NOW + 2 * DAY,
  )
  const other = assign({ dueAt: NOW + 6 * DAY, leadId: 'other' })
  expect(onlyRoute(done(matter, other, SECRETARY).matter).leadId).toBe('other')
})

test('only the lead extends and reports done; a helper reports progress; somebody else nothing', () => {
  const matter = withRoute('in_progress')
  for (const type of ['extend', 'claimDone'] as const) {
    expect(codeOfRefusal(matter, intentOf(type, ROUTE), HAND)).toBe('not_allowed')
  }
  expect(onlyRoute(done(matter, intentOf('progress', ROUTE), HAND).matter).state).toBe('in_progress')
  expect(codeOfRefusal(matter, intentOf('progress', ROUTE), SECRETARY)).toBe('not_allowed')
})

test('there is ONE lead: he is not his own helper, and nobody helps twice', () => {
  const { matter } = done(
    withRoute('resolved'),
    {
      ...(assign({ helperIds: [LEAD.id, HAND.id, HAND.id] }) as Extract<Intent, { type: 'assign' }>),
      routeId: 'route-deliberation',
    },
    SECRETARY,
  )
  expect(onlyRoute(matter)).toMatchObject({ leadId: LEAD.id, helperIds: [HAND.id] })
})

test('done is said with words and a picture, and rated from nine the next morning', () => {
  const claim = (text: string, photoCount: number): Intent => ({
    type: 'claimDone',
    routeId: ROUTE,
    text,
    photoCount,
  })
  const matter = withRoute('in_progress')
  expect(codeOfRefusal(matter, claim('', 1), LEAD)).toBe('evidence_required')
  expect(codeOfRefusal(matter, claim('换好了', 0), LEAD)).toBe('evidence_required')
  const { matter: claimed } = done(matter, claim('换好了', 1), LEAD)
  expect(onlyRoute(claimed)).toMatchObject({
    state: 'done_claimed',
    claimedById: LEAD.id,
    // 11 March 2026, 09:00 in China
    ratingOpensAt: Date.UTC(2026, 2, 11, 1),
  })
})

test('who checks has not done the work, as lead or as helper', () => {
  const redo = withRoute('redo')
  for (const checkerId of [LEAD.id, HAND.id]) {
    expect(codeOfRefusal(redo, assign({ checkerId }), SECRETARY)).toBe('checker_not_different')
  }
  expect(codeOfRefusal(redo, assign({ checkerId: null }), SECRETARY)).toBe('checker_required')
  expect(onlyRoute(done(redo, assign(), SECRETARY).matter).checkerId).toBe(CHECKER.id)
})

test('an emergency is acted on first: the lead can report it done at once', () => {
  const matter = withRoute('assigned', { code: 'emergency' })
  expect(onlyRoute(done(matter, intentOf('claimDone', 'route-emergency'), LEAD).matter).state).toBe(
    'done_claimed',
  )
})

test('reported upwards by the branch with a reason, never by the one who is late', () => {
  const matter = withRoute('in_progress')
  expect(codeOfRefusal(matter, intentOf('escalate', ROUTE), LEAD)).toBe('not_allowed')
  expect(codeOfRefusal(matter, { type: 'escalate', routeId: ROUTE, reason: '' }, SORTER)).toBe(
    'reason_required',
  )
  expect(onlyRoute(done(matter, intentOf('escalate', ROUTE), SORTER).matter).state).toBe('escalated')
})

test('the whole matter closes with the last of its routes', () => {
  const closed = routeIn('closed', { code: 'utility', id: 'closed' })
  const matter = withRoute('referred')
  const two = { ...matter, routes: [...matter.routes, routeIn('assigned', { code: 'whistle', id: 'open' })] }
  expect(done(two, intentOf('answer', ROUTE), SECRETARY).matter.state).toBe('sorted')
  const last = { ...matter, routes: [closed, ...matter.routes] }
  expect(done(last, intentOf('answer', ROUTE), SECRETARY).matter).toMatchObject({
    state: 'closed',
    closedAt: NOW,
  })
})
