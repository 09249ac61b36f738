import type { Decision } from '@yishiting/domain/matter/context'
import { decide, whatCan } from '@yishiting/domain/matter/decide'
import { DAY, HOUR, type Instant, MINUTE } from '@yishiting/domain/matter/instant'
import { INTENT_TYPES, INTENTS, type Intent } from '@yishiting/domain/matter/intents'
import { headline, type Matter } from '@yishiting/domain/matter/matter'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { standingOf } from '@yishiting/domain/matter/standing'
import { tell } from '@yishiting/domain/matter/telling'
import { ALL_STATES } from '@yishiting/domain/matter/transitions'
import { type Actor, SYSTEM } from '@yishiting/domain/people/roles'
import { ROUTE_CODES, ROUTES } from '@yishiting/domain/sort/routes'
import fc from 'fast-check'
import { LEAD, PEOPLE } from '../support/cast'
import { intentOf } from '../support/intents'
import { NOW, raised } from '../support/matters'
import { by } from '../support/outcomes'

const SPANS = [MINUTE, 5 * HOUR, DAY, 9 * DAY]
const VERDICTS = ['done', 'not_done'] as const
type Choices = readonly [span: number, pick: number, twist: number]

/** The plain intent, varied: several routes, other people, the other answer. */
function twisted(intent: Intent, twist: number, now: Instant): Intent {
  if (intent.type === 'sort') {
    const codes = ROUTE_CODES.filter((_code, index) => (twist >> index) % 2 === 1)
    const routes = codes.map((code) => ({
      id: `${code}-${now}`,
      code,
      leadId: ROUTES[code].begins === 'assigned' ? LEAD.id : null,
      ground: 'enforcement' as const,
      whereTo: '区人民法院',
    }))
    return { ...intent, routes: routes.length > 0 ? routes : intent.routes }
  }
  if (intent.type === 'settle') return { ...intent, verdict: VERDICTS[twist % 2] ?? 'done' }
  if (intent.type === 'review') return { ...intent, upheld: twist % 2 === 1 }
  if (intent.type === 'check') return { ...intent, passed: twist % 2 === 1 }
  if (intent.type === 'refer') return { ...intent, to: ROUTE_CODES[twist % ROUTE_CODES.length] ?? 'owners' }
  if (intent.type === 'assign') {
    const checker = PEOPLE[twist % PEOPLE.length]
    return {
      ...intent,
      checkerId: twist % 3 === 0 ? null : (checker?.id ?? null),
      dueAt: now + (1 + (twist % 9)) * DAY,
    }
  }
  return intent
}

interface Move {
  before: Matter
  intent: Intent
  actor: Actor
  now: Instant
  decision: Decision
}

/** `list` from somewhere in the middle on, and around: chance decides who or what is tried first. */
const from = <T>(list: readonly T[], start: number): T[] =>
  list.map((_each, index) => list[(start + index * 9) % list.length] as T)

/** The first thing that somebody may do now, in an order left to chance. */
function moveFrom(matter: Matter, now: Instant, pick: number, twist: number): Move | null {
  for (const type of from(INTENT_TYPES, pick)) {
    const routeIds = INTENTS[type].level === 'route' ? matter.routes.map((route) => route.id) : ['none']
    for (const routeId of routeIds) {
      const intent = twisted(intentOf(type, routeId, now), twist, now)
      // What not even the system could do now need not be tried by everybody.
      if (!decide(matter, intent, by(SYSTEM, now)).ok) continue
      for (const actor of type === 'askRating' ? [SYSTEM] : from(PEOPLE, pick + twist)) {
        const outcome = decide(matter, intent, by(actor, now))
        if (outcome.ok) return { before: matter, intent, actor, now, decision: outcome.value }
      }
    }
  }
  return null
}

function walk(choices: readonly Choices[]): Move[] {
  const moves: Move[] = []
  let matter = raised({ raisedAt: NOW, waitingSince: NOW })
  let now = NOW
  for (const [span, pick, twist] of choices) {
    now += SPANS[span % SPANS.length] ?? MINUTE
    const move = moveFrom(matter, now, pick, twist)
    if (!move) continue
    moves.push(move)
    matter = move.decision.matter
  }
  return moves
}

const choices = fc.array(fc.tuple(fc.nat(3), fc.nat(999), fc.nat(511)), {
  minLength: 1,
  maxLength: 50,
  size: 'max',
})
const everyWalk = (check: (moves: Move[]) => void) => () =>
  fc.assert(
    fc.property(choices, (each) => check(walk(each))),
    { numRuns: 100 },
  )
const routeBy = (matter: Matter, id: string | null) => matter.routes.find((route) => route.id === id)

describe('however a matter walks', () => {
  test(
    'it is closed exactly when all its routes are, once it is sorted',
    everyWalk((moves) => {
      for (const { decision } of moves) {
        const { state, routes, closedAt } = decision.matter
        const isAllClosed = routes.every((route) => route.state === 'closed')
        if (state === 'sorted') expect(isAllClosed).toBe(false)
        if (state === 'closed') expect(isAllClosed).toBe(true)
        expect(closedAt !== null).toBe(state === 'closed')
        for (const route of routes) expect(route.closedAt !== null).toBe(route.state === 'closed')
      }
    }),
  )

  test(
    'its reporter objects once at most, and each assignment is extended once at most',
    everyWalk((moves) => {
      expect(moves.filter(({ intent }) => intent.type === 'object').length).toBeLessThanOrEqual(1)
      const extended = new Set<string>()
      for (const { intent } of moves) {
        if (intent.type === 'assign') extended.delete(intent.routeId)
        if (intent.type !== 'extend') continue
        expect(extended.has(intent.routeId)).toBe(false)
        extended.add(intent.routeId)
      }
    }),
  )

  test(
    'the first failed rating means redo, the second goes one level up',
    everyWalk((moves) => {
      for (const { before, intent, decision } of moves) {
        if (intent.type !== 'settle' || intent.verdict !== 'not_done') continue
        const failures = (routeBy(before, intent.routeId)?.failures ?? 0) + 1
        const route = routeBy(decision.matter, intent.routeId)
        expect(route).toMatchObject({ failures, state: failures >= 2 ? 'escalated' : 'redo' })
      }
    }),
  )

  test(
    'who checks has neither done the work nor checked before',
    everyWalk((moves) => {
      for (const { before, decision, intent } of moves) {
        if (intent.type !== 'assign') continue
        const was = routeBy(before, intent.routeId)
        const route = routeBy(decision.matter, intent.routeId)
        if (was && was.failures > 0) expect(route?.checkerId).toEqual(expect.any(String))
        if (!route?.checkerId) continue
        expect([route.leadId, ...route.helperIds, ...route.pastCheckerIds]).not.toContain(route.checkerId)
      }
    }),
  )

  test(
    'nobody settles or checks his own work',
    everyWalk((moves) => {
      for (const { before, intent, actor } of moves) {
        if (intent.type !== 'settle' && intent.type !== 'check') continue
        const route = routeBy(before, intent.routeId)
        expect([route?.leadId, route?.claimedById, ...(route?.helperIds ?? [])]).not.toContain(actor.id)
      }
    }),
  )

  test(
    'a date that is set lies ahead',
    everyWalk((moves) => {
      for (const { intent, now, decision } of moves) {
        if (!['sort', 'assign', 'extend'].includes(intent.type)) continue
        const ids = new Set(intent.type === 'sort' ? intent.routes.map(({ id }) => id) : [])
        const touched = decision.matter.routes.filter(
          (route) => ids.has(route.id) || ('routeId' in intent && route.id === intent.routeId),
        )
        for (const { dueAt } of touched) if (dueAt !== null) expect(dueAt).toBeGreaterThan(now)
      }
    }),
  )

  test(
    'each event says truly from where to where',
    everyWalk((moves) => {
      for (const { before, decision, now } of moves) {
        const [event, ...more] = decision.events
        expect(more).toEqual([])
        expect(event?.at).toBe(now)
        const was = routeBy(before, event?.routeId ?? null)
        const is = routeBy(decision.matter, event?.routeId ?? null)
        expect(event?.from).toBe(was ? was.state : headline(before))
        expect(event?.to).toBe(is ? is.state : headline(decision.matter))
      }
    }),
  )

  test(
    'it can be told and shown at every moment, without a gap in the words',
    everyWalk((moves) => {
      const gap = /undefined|null|NaN|Invalid|\{|\}/
      for (const { decision, now } of moves) {
        const { matter, events } = decision
        const standing = standingOf(matter, { now, rules: DEFAULT_RULES, who: null })
        expect(ALL_STATES).toContain(standing.state)
        expect(standing.steps).toHaveLength(5)
        expect(JSON.stringify([standing.line, standing.overdueText, standing.steps])).not.toMatch(
          /undefined|NaN|Invalid/,
        )
        expect(standing.line).not.toBe('')
        for (const event of events) {
          const told = tell(event, '支部')
          expect(told.title).not.toBe('')
          expect(`${told.title}${told.text}`).not.toMatch(gap)
        }
      }
    }),
  )

  test(
    'what the page offers can be tried, and what it does not offer is refused',
    everyWalk((moves) => {
      const last = moves.at(-1)
      if (!last) return
      const matter = last.decision.matter
      for (const actor of PEOPLE) {
        const can = whatCan(matter, by(actor, last.now))
        for (const type of INTENT_TYPES) {
          const isRoute = INTENTS[type].level === 'route'
          for (const routeId of isRoute ? matter.routes.map((route) => route.id) : ['none']) {
            const offered = isRoute ? can.routes[routeId] : can.matter
            const outcome = decide(matter, intentOf(type, routeId, last.now), by(actor, last.now))
            if (!offered?.includes(type)) expect(outcome.ok).toBe(false)
            else if (!outcome.ok)
              expect(['not_allowed', 'not_in_this_state']).not.toContain(outcome.refusal.code)
          }
        }
      }
    }),
  )
})

test('walks of this kind do visit every state', () => {
  const visited = new Set<string>()
  fc.assert(
    fc.property(choices, (each) => {
      for (const { decision } of walk(each)) {
        visited.add(decision.matter.state)
        for (const route of decision.matter.routes) visited.add(route.state)
      }
    }),
    { numRuns: 300, seed: 20260310 },
  )
  expect(ALL_STATES.filter((state) => !visited.has(state))).toEqual([])
})
