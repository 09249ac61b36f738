import { decide, whatCan } from '@yishiting/domain/matter/decide'
import { DAY } from '@yishiting/domain/matter/instant'
import { INTENT_TYPES, INTENTS } from '@yishiting/domain/matter/intents'
import type { Matter } from '@yishiting/domain/matter/matter'
import type { Actor } from '@yishiting/domain/people/roles'
import {
  BY_ROLE,
  CHECKER,
  EVERYBODY,
  HAND,
  LEAD,
  NEIGHBOUR,
  REPORTER,
  SECRETARY,
  SORTER,
  VISITOR,
} from '../support/cast'
import { intentOf } from '../support/intents'
import { CASES, IN_STATE, NOW, recheck, routeIn, sorted, withRoute } from '../support/matters'
import { by } from '../support/outcomes'

/** Where the offer and the answer of the rules part, if anywhere. */
function disagreements(matter: Matter, actor: Actor, now: number): string[] {
  const can = whatCan(matter, by(actor, now))
  return INTENT_TYPES.flatMap((type) => {
    const isRoute = INTENTS[type].level === 'route'
    const routeIds = isRoute ? matter.routes.map((route) => route.id) : ['none']
    return routeIds.flatMap((routeId) => {
      const isOffered = (isRoute ? can.routes[routeId] : can.matter)?.includes(type) ?? false
      const outcome = decide(matter, intentOf(type, routeId, now), by(actor, now))
      const code = outcome.ok ? 'accepted' : outcome.refusal.code
      const isBarred = ['not_allowed', 'same_person', 'not_in_this_state'].includes(code)
      const isFine = isOffered ? !isBarred : !outcome.ok
      return isFine ? [] : [`${type} by ${actor.id}: offered ${isOffered}, ${code}`]
    })
  })
}

test.each(CASES)('at “$name” what is offered can be tried, what is not offered is refused', ({ matter }) => {
  const found = [NOW, NOW + 8 * DAY, NOW + 31 * DAY].flatMap((now) =>
    EVERYBODY.flatMap((actor) => disagreements(matter, actor, now)),
  )
  expect(found).toEqual([])
})

const onMatter = (matter: Matter, actor: Actor, now = NOW) => whatCan(matter, by(actor, now)).matter
const onRoute = (matter: Matter, actor: Actor, now = NOW) =>
  Object.values(whatCan(matter, by(actor, now)).routes).flat()

test('its reporter can edit and take back what nobody has sorted; a neighbour cannot touch it', () => {
  expect(onMatter(IN_STATE.raised, REPORTER)).toEqual(['edit', 'withdraw'])
  expect(onMatter(IN_STATE.raised, NEIGHBOUR)).toEqual([])
  expect(onMatter(IN_STATE.raised, VISITOR)).toEqual([])
})

test('the branch acknowledges once', () => {
  expect(onMatter(IN_STATE.raised, SORTER)).toEqual(['acknowledge', 'return', 'merge', 'split', 'sort'])
  const taken = { ...IN_STATE.raised, acknowledgedAt: NOW }
  expect(onMatter(taken, SORTER)).not.toContain('acknowledge')
})

test('an objection is offered for seven days, once', () => {
  const matter = withRoute('assigned')
  expect(onMatter(matter, REPORTER, NOW + 5 * DAY)).toEqual(['object'])
  expect(onMatter(matter, REPORTER, NOW + 5 * DAY + 1)).toEqual([])
  expect(onMatter({ ...matter, objectedOnce: true }, REPORTER)).toEqual([])
})

test('coming back is offered for thirty days after it was closed', () => {
  expect(onMatter(IN_STATE.closed, REPORTER, NOW + 29 * DAY)).toEqual(['reopen'])
  expect(onMatter(IN_STATE.closed, REPORTER, NOW + 29 * DAY + 1)).toEqual([])
})

test('the lead works, extends and reports it done; a helper only works', () => {
  expect(onRoute(withRoute('assigned'), LEAD)).toEqual(['start', 'progress', 'extend', 'claimDone'])
  expect(onRoute(withRoute('assigned'), HAND)).toEqual(['start', 'progress'])
  expect(onRoute(withRoute('extended'), LEAD)).toEqual(['progress', 'claimDone'])
})

test('a look is asked of the checker once, and never of those who did the work', () => {
  expect(onRoute(sorted([recheck()]), CHECKER)).toEqual(['check'])
  expect(onRoute(sorted([recheck({ checkedAt: NOW })]), CHECKER)).toEqual([])
  expect(onRoute(sorted([recheck({ checkerId: LEAD.id })]), LEAD)).toEqual([])
  expect(onRoute(sorted([recheck({ checkerId: HAND.id })]), HAND)).toEqual([])
})

test('rating is offered to residents while it is open, not to those who did it', () => {
  const matter = withRoute('being_rated')
  expect(onRoute(matter, NEIGHBOUR)).toEqual(['rate'])
  expect(onRoute(matter, NEIGHBOUR, NOW + 6 * DAY)).toEqual([])
  expect(onRoute(matter, LEAD)).toEqual([])
  expect(onRoute(matter, BY_ROLE.street)).toEqual([])
})

test('a member of the branch who did the work is not offered to settle it', () => {
  const matter = withRoute('being_rated', { leadId: SECRETARY.id, claimedById: SECRETARY.id })
  expect(onRoute(matter, SECRETARY)).toEqual([])
  expect(onRoute(matter, SORTER)).toEqual(['settle'])
})

test('while a decision is under review only danger goes on', () => {
  const objected = {
    ...IN_STATE.objected,
    routes: [routeIn('assigned'), routeIn('assigned', { id: 'danger', code: 'emergency' })],
  }
  const can = whatCan(objected, by(LEAD)).routes
  expect(can['route-property']).toEqual([])
  expect(can.danger).toEqual(['start', 'progress', 'extend', 'claimDone'])
})
