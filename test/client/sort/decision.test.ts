import { DAY, HOUR, MINUTE } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { ROUTE_CODES, ROUTES } from '@yishiting/domain/sort/routes'
import { defaultDue } from '@/act/due'
import {
  checkSort,
  chooseRoutes,
  EMPTY_DRAFT,
  fieldOfProblem,
  needsLead,
  type SortDraft,
  sortBody,
} from '@/sort/decision'

/** 2026-03-12 10:13 in China */
const NOW = Date.UTC(2026, 2, 12, 2, 13)
const LEAD = '0198c5a0-0000-7000-8000-000000000001'

const full = (): SortDraft & { topic: 'parking' } => {
  const chosen = chooseRoutes(EMPTY_DRAFT, ['property', 'deliberation'], NOW)
  const property = chosen.routes.property
  if (!property) throw new Error('a chosen route has a draft')
  return {
    ...chosen,
    topic: 'parking',
    reason: '车棚归物业管',
    routes: { ...chosen.routes, property: { ...property, leadId: LEAD } },
  }
}

describe('the due date put in for the sorter', () => {
  test.each(ROUTE_CODES.filter(needsLead))('%s: within its clock, ahead, and at a round time', (code) => {
    const due = defaultDue(code, NOW)
    expect(due).toBeGreaterThan(NOW)
    expect(due).toBeLessThanOrEqual(NOW + DEFAULT_RULES.actWithin[code])
    expect(due % (30 * MINUTE)).toBe(0)
  })

  test('follows the clock of the route: seven days, a day, two hours', () => {
    expect(defaultDue('property', NOW)).toBe(Date.UTC(2026, 2, 19, 2, 0))
    expect(defaultDue('utility', NOW)).toBe(Date.UTC(2026, 2, 13, 2, 0))
    expect(defaultDue('emergency', NOW)).toBe(Date.UTC(2026, 2, 12, 4, 0))
  })

  test('is not cut when so little time is left that cutting would matter', () => {
    const rules = { ...DEFAULT_RULES, actWithin: { ...DEFAULT_RULES.actWithin, emergency: HOUR } }
    expect(defaultDue('emergency', NOW, rules)).toBe(NOW + HOUR)
  })
})

describe('choosing routes', () => {
  test('puts them in the order R1–R9 and gives each what it needs', () => {
    const draft = chooseRoutes(EMPTY_DRAFT, ['elsewhere', 'property'], NOW)
    expect(draft.codes).toEqual(['property', 'elsewhere'])
    expect(draft.routes.property?.dueAt).toBe(defaultDue('property', NOW))
    expect(draft.routes.elsewhere?.dueAt).toBeNull()
  })

  test('keeps what was filled in when a route is taken off and chosen again', () => {
    const without = chooseRoutes(full(), ['deliberation'], NOW)
    const again = chooseRoutes(without, ['deliberation', 'property'], NOW + DAY)
    expect(again.routes.property?.leadId).toBe(LEAD)
    expect(again.routes.property?.dueAt).toBe(defaultDue('property', NOW))
  })
})

describe('what is missing', () => {
  test('an empty form: class, route and reason', () => {
    expect(Object.keys(checkSort(EMPTY_DRAFT, NOW)).sort()).toEqual(['reason', 'routes', 'topic'])
  })

  test('a full form: nothing', () => {
    expect(checkSort(full(), NOW)).toEqual({})
  })

  test.each(ROUTE_CODES)('%s: asks for exactly what the rules ask for', (code) => {
    const draft = chooseRoutes({ ...EMPTY_DRAFT, topic: 'other', reason: '说明' }, [code], NOW)
    const wanted = [
      ...(ROUTES[code].begins === 'assigned' ? [`${code}.lead`] : []),
      ...(code === 'whistle' ? ['whistle.ground'] : []),
      ...(code === 'elsewhere' ? ['elsewhere.whereTo'] : []),
    ]
    expect(Object.keys(checkSort(draft, NOW)).sort()).toEqual(wanted.sort())
  })

  test('a due date that has gone by while the form was open', () => {
    expect(checkSort(full(), NOW + 8 * DAY)['property.due']).toContain('现在之后')
  })

  test('a reason of blanks, and one too long, in the words of the rules', () => {
    expect(checkSort({ ...full(), reason: ' \n ' }, NOW).reason).toContain('为什么')
    expect(checkSort({ ...full(), reason: '长'.repeat(501) }, NOW).reason).toContain('501')
  })
})

describe('on the wire', () => {
  test('one entry a route, instants as ISO, nothing that was left empty', () => {
    expect(sortBody(full())).toEqual({
      topic: 'parking',
      reason: '车棚归物业管',
      routes: [
        {
          code: 'property',
          leadId: LEAD,
          dueAt: '2026-03-19T02:00:00.000Z',
          task: null,
          ground: null,
          whereTo: null,
        },
        { code: 'deliberation', leadId: null, dueAt: null, task: null, ground: null, whereTo: null },
      ],
    })
  })

  test('a refusal of the server stands at its field', () => {
    expect(fieldOfProblem('lead_required', full())).toBe('property.lead')
    expect(fieldOfProblem('due_too_far', full())).toBe('property.due')
    expect(fieldOfProblem('reason_required', full())).toBe('reason')
    expect(fieldOfProblem('route_private_alone', full())).toBe('routes')
    expect(fieldOfProblem('not_in_this_state', full())).toBeNull()
    expect(fieldOfProblem('lead_required', EMPTY_DRAFT)).toBeNull()
  })
})
