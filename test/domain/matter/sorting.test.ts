import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import type { Intent, RouteChoice } from '@yishiting/domain/matter/intents'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { ROUTE_CODES, ROUTES, type RouteCode } from '@yishiting/domain/sort/routes'
import { LEAD, REPORTER, SECRETARY, SORTER } from '../support/cast'
import { intentOf } from '../support/intents'
import { IN_STATE, NOW, raised } from '../support/matters'
import { codeOfRefusal, done, onlyRoute } from '../support/outcomes'

const choice = (code: RouteCode, more: Partial<RouteChoice> = {}): RouteChoice => ({
  id: `route-${code}`,
  code,
  leadId: LEAD.id,
  ground: 'enforcement',
  whereTo: '区人民法院',
  ...more,
})
const sort = (routes: RouteChoice[], more: { isPrivate?: boolean; reason?: string } = {}): Intent => ({
  type: 'sort',
  topic: 'repair',
  reason: '合同里该做的',
  routes,
  ...more,
})

test('receipt: acknowledged once, and by whoever decides about it', () => {
  const { matter } = done(raised(), { type: 'acknowledge' }, SORTER)
  expect(matter.acknowledgedAt).toBe(NOW)
  expect(codeOfRefusal(matter, { type: 'acknowledge' }, SECRETARY, NOW + HOUR)).toBe('already_acknowledged')
  for (const type of ['sort', 'return', 'merge', 'split'] as const) {
    expect(done(raised(), intentOf(type, ''), SECRETARY).matter.acknowledgedAt).toBe(NOW)
    expect(done(matter, intentOf(type, ''), SECRETARY, NOW + HOUR).matter.acknowledgedAt).toBe(NOW)
  }
})

test.each(ROUTE_CODES.filter((code) => ROUTES[code].begins === 'assigned'))(
  '%s has a lead and a date from the first minute; the clock of the route is the default',
  (code) => {
    const { matter } = done(raised(), sort([choice(code)]), SECRETARY)
    expect(onlyRoute(matter)).toMatchObject({
      state: 'assigned',
      leadId: LEAD.id,
      dueAt: NOW + DEFAULT_RULES.actWithin[code],
    })
    expect(codeOfRefusal(raised(), sort([choice(code, { leadId: null })]), SECRETARY)).toBe('lead_required')
  },
)

test('danger has two hours, utilities a day, ordinary work seven days', () => {
  const { emergency, utility, property } = DEFAULT_RULES.actWithin
  expect([emergency, utility, property]).toEqual([2 * HOUR, DAY, 7 * DAY])
})

test.each(['deliberation', 'owners', 'residents'] as const)(
  '%s waits for its meeting, led by nobody yet',
  (code) => {
    const { matter } = done(raised(), sort([choice(code)]), SECRETARY)
    expect(onlyRoute(matter)).toMatchObject({ state: 'sorted', leadId: null, dueAt: null })
  },
)

test('a whistle needs one of its three grounds, “elsewhere” a place with a name', () => {
  const code = (route: RouteChoice) => codeOfRefusal(raised(), sort([route]), SECRETARY)
  expect(code(choice('whistle', { ground: null }))).toBe('whistle_ground_required')
  expect(code(choice('elsewhere', { whereTo: '' }))).toBe('where_to_required')
  expect(code(choice('elsewhere', { whereTo: '相关部门' }))).toBe('where_to_required')
})

test('several routes at once, each its own; the same one twice is a mistake', () => {
  const codes: RouteCode[] = ['property', 'whistle', 'deliberation', 'elsewhere']
  const { matter } = done(raised(), sort(codes.map((code) => choice(code))), SECRETARY)
  expect(matter.routes.map((route) => route.state)).toEqual(['assigned', 'assigned', 'sorted', 'referred'])
  const twice = sort([choice('property'), choice('property', { id: 'again' })])
  expect(codeOfRefusal(raised(), twice, SECRETARY)).toBe('route_duplicate')
  expect(codeOfRefusal(raised(), sort([]), SECRETARY)).toBe('route_required')
})

test('私事调解 stays between the parties, and with it the whole matter; in the open nothing stands beside it', () => {
  const mixed = [choice('mediation'), choice('property')]
  for (const isPrivate of [undefined, true]) {
    expect(done(raised(), sort([choice('mediation')], { isPrivate }), SECRETARY).matter.isPrivate).toBe(true)
    expect(done(raised(), sort(mixed, { isPrivate }), SECRETARY).matter.isPrivate).toBe(true)
  }
  expect(done(raised(), sort([choice('mediation')], { isPrivate: false }), SECRETARY).matter.isPrivate).toBe(
    true,
  )
  expect(codeOfRefusal(raised(), sort(mixed, { isPrivate: false }), SECRETARY)).toBe('route_private_alone')
})

test('what its reporter told in private stays private unless the sorter says otherwise', () => {
  const secret = raised({ isPrivate: true })
  expect(done(secret, sort([choice('property')]), SECRETARY).matter.isPrivate).toBe(true)
  expect(done(raised(), sort([choice('property')]), SECRETARY).matter.isPrivate).toBe(false)
})

test('a due date lies ahead and within a year', () => {
  const code = (dueAt: number) => codeOfRefusal(raised(), sort([choice('property', { dueAt })]), SECRETARY)
  expect(code(NOW)).toBe('due_in_past')
  expect(code(NOW + 365 * DAY + 1)).toBe('due_too_far')
  expect(code(Number.NaN)).toBe('due_required')
  expect(done(raised(), sort([choice('property', { dueAt: NOW + 1 })]), SECRETARY).matter.state).toBe(
    'sorted',
  )
})

test('a split makes at least two, each with a title and words', () => {
  const part = { id: 'a', title: '灯坏了', text: '车棚的灯坏了' }
  const split = (parts: (typeof part)[]): Intent => ({ type: 'split', reason: '说的是两件事', parts })
  expect(codeOfRefusal(raised(), split([part]), SECRETARY)).toBe('parts_required')
  expect(codeOfRefusal(raised(), split([part, { ...part, title: ' ' }]), SECRETARY)).toBe('text_required')
  expect(codeOfRefusal(raised(), split([part, { ...part, title: '长'.repeat(41) }]), SECRETARY)).toBe(
    'text_too_long',
  )
})

test('a return without a reason or without where to go is no return', () => {
  const send = (reason: string, whereTo: string): Intent => ({ type: 'return', reason, whereTo })
  expect(codeOfRefusal(raised(), send('', '街道'), SECRETARY)).toBe('reason_required')
  expect(codeOfRefusal(raised(), send('不归小区管', ' '), SECRETARY)).toBe('where_to_required')
  expect(codeOfRefusal(raised(), send('不归小区管', '请找有关部门。'), SECRETARY)).toBe('where_to_required')
})

test('a matter is not merged into itself', () => {
  const intoItself: Intent = { type: 'merge', intoId: raised().id, reason: '同一件事' }
  expect(codeOfRefusal(raised(), intoItself, SECRETARY)).toBe('target_invalid')
})

test('completed after a return, it waits anew, and nobody is late for what has just come back', () => {
  const { matter } = done(IN_STATE.returned, intentOf('resubmit', ''), REPORTER)
  expect(matter).toMatchObject({ state: 'raised', waitingSince: NOW, acknowledgedAt: null })
})
