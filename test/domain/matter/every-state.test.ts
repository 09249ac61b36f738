import type { Outcome } from '@yishiting/domain/matter/context'
import { decide } from '@yishiting/domain/matter/decide'
import { INTENT_TYPES, type Intent } from '@yishiting/domain/matter/intents'
import { isRouteState } from '@yishiting/domain/matter/matter'
import { REFUSAL_STATUS } from '@yishiting/domain/matter/refusals'
import { MATTER_STATES, STATES } from '@yishiting/domain/matter/states'
import { ALL_STATES } from '@yishiting/domain/matter/transitions'
import { EVERYBODY } from '../support/cast'
import { intentOf } from '../support/intents'
import { CASES, NOW } from '../support/matters'
import { by } from '../support/outcomes'

/** The same intent with nothing in it, with far too much, and with dates that are none. */
function spoiled(intent: Intent): Intent[] {
  const spoil = (words: string, number: number): Intent => {
    const spoilValue = (value: unknown, key: string): unknown => {
      if (['type', 'routeId', 'to', 'code', 'topic', 'id'].includes(key)) return value
      if (typeof value === 'string') return words
      if (typeof value === 'number') return number
      if (Array.isArray(value)) return words === '' ? [] : value.map((each) => spoilValue(each, ''))
      if (typeof value === 'object' && value !== null) {
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spoilValue(each, name)]))
      }
      return value
    }
    return spoilValue(intent, '') as Intent
  }
  return [spoil('', Number.NaN), spoil('\u200b \ud800', -1), spoil('长'.repeat(2001), 8.64e15)]
}

const CODES = new Set(Object.keys(REFUSAL_STATUS))
const SENTENCE = /[\u4e00-\u9fff].*[。？！]$/u

/** What is wrong with an answer of the rules; empty when it is a new state or a named refusal. */
function faultOf(outcome: Outcome): string {
  if (!outcome.ok) {
    const { code, message } = outcome.refusal
    return CODES.has(code) && SENTENCE.test(message) ? '' : `refusal ${code}: ${message}`
  }
  const { matter, events } = outcome.value
  const isKnown =
    MATTER_STATES.includes(matter.state) && matter.routes.every(({ state }) => isRouteState(state))
  const [event, ...more] = events
  const isOneEvent = event?.at === NOW && more.length === 0
  const isTold = [event?.from, event?.to].every((state) => state && ALL_STATES.includes(state))
  return isKnown && isOneEvent && isTold ? '' : JSON.stringify([matter.state, events])
}

test.each(CASES)(
  'from “$name” every intent gives a new state or a named refusal, whoever tries and whatever he fills in',
  ({ matter, routeId }) => {
    const faults: string[] = []
    for (const type of INTENT_TYPES) {
      const sensible = intentOf(type, routeId)
      for (const intent of [sensible, ...spoiled(sensible)]) {
        for (const actor of EVERYBODY) {
          const fault = faultOf(decide(matter, intent, by(actor)))
          if (fault) faults.push(`${type} by ${actor.id}: ${fault}`)
        }
      }
    }
    expect(faults).toEqual([])
  },
)

test('a route that is not there is a named refusal', () => {
  for (const { matter } of CASES) {
    const outcome = decide(
      matter,
      { type: 'start', routeId: 'gone' },
      by({ id: 'lead', roles: ['property_manager'] }),
    )
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'route_unknown' } })
  }
})

test('every state has its room and its name', () => {
  expect(Object.keys(STATES).sort()).toEqual([...ALL_STATES].sort())
})
