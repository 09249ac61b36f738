import { decide } from '@yishiting/domain/matter/decide'
import { DAY } from '@yishiting/domain/matter/instant'
import { ROUTE_CODES } from '@yishiting/domain/sort/routes'
import { SECRETARY } from '../support/cast'
import { intentOf } from '../support/intents'
import { NOW, withRoute } from '../support/matters'
import { by, codeOfRefusal, done, onlyRoute } from '../support/outcomes'

const MEETING = ['deliberation', 'owners', 'residents'] as const
const OTHERS = ROUTE_CODES.filter((code) => !(MEETING as readonly string[]).includes(code))
const at = (code: (typeof ROUTE_CODES)[number]) => `route-${code}`

test.each(MEETING)(
  'what waits for %s is not just given to somebody: that would go round the meeting or the vote',
  (code) => {
    expect(codeOfRefusal(withRoute('sorted', { code }), intentOf('assign', at(code)), SECRETARY)).toBe(
      'not_in_this_state',
    )
    expect(codeOfRefusal(withRoute('referred', { code }), intentOf('assign', at(code)), SECRETARY)).toBe(
      'decision_required',
    )
  },
)

test.each(['owners', 'residents'] as const)(
  'a consultation cannot decide what belongs to %s; it refers it',
  (code) => {
    const matter = withRoute('deliberated', { code })
    expect(codeOfRefusal(matter, intentOf('resolve', at(code)), SECRETARY)).toBe('decision_required')
    expect(onlyRoute(done(matter, intentOf('refer', at(code)), SECRETARY).matter).state).toBe('referred')
  },
)

test('that owners decide names its law', () => {
  const matter = withRoute('deliberated', { code: 'owners' })
  const outcome = decide(matter, intentOf('resolve', at('owners')), by(SECRETARY))
  expect(outcome).toMatchObject({ refusal: { legalBasis: '《民法典》第二百七十八条' } })
})

test('a resolution of the consultation becomes the task as it was written', () => {
  const matter = withRoute('deliberated')
  const { matter: resolved } = done(matter, intentOf('resolve', at('deliberation')), SECRETARY)
  expect(onlyRoute(resolved)).toMatchObject({ state: 'resolved', task: '物业两周内装十盏灯' })
  const { matter: assigned } = done(resolved, intentOf('assign', at('deliberation')), SECRETARY)
  expect(onlyRoute(assigned).state).toBe('assigned')
})

test.each(OTHERS)('%s is done without a meeting', (code) => {
  expect(codeOfRefusal(withRoute('referred', { code }), intentOf('schedule', at(code)), SECRETARY)).toBe(
    'target_invalid',
  )
})

test('a meeting lies ahead, and only its own agenda is talked through there', () => {
  const waiting = withRoute('sorted')
  const past = { ...intentOf('schedule', at('deliberation')), meetingAt: NOW } as ReturnType<typeof intentOf>
  expect(codeOfRefusal(waiting, past, SECRETARY)).toBe('meeting_over')
  const { matter } = done(waiting, intentOf('schedule', at('deliberation')), SECRETARY)
  expect(onlyRoute(matter)).toMatchObject({
    state: 'scheduled',
    meetingId: 'meeting',
    meetingAt: NOW + 4 * DAY,
  })
  const other = { type: 'deliberate', routeId: at('deliberation'), meetingId: 'another' } as const
  expect(codeOfRefusal(matter, other, SECRETARY)).toBe('not_on_agenda')
})

test('a referral can be referred on with a reason, but a public matter never into a private one', () => {
  const matter = withRoute('referred', { code: 'owners' })
  const on = {
    type: 'refer',
    routeId: at('owners'),
    whereTo: '物业工程部',
    reason: '业主大会已通过',
  } as const
  expect(onlyRoute(done(matter, { ...on, to: 'property' }, SECRETARY).matter)).toMatchObject({
    code: 'property',
    state: 'referred',
  })
  expect(codeOfRefusal(matter, { ...on, to: 'mediation' }, SECRETARY)).toBe('route_private_alone')
  expect(codeOfRefusal(matter, { ...on, to: 'whistle', whereTo: '有关单位' }, SECRETARY)).toBe(
    'where_to_required',
  )
})

test('what is referred to a department by the whistle says on which of the three grounds', () => {
  const matter = withRoute('referred', { code: 'owners' })
  const to = {
    type: 'refer',
    routeId: at('owners'),
    to: 'whistle',
    whereTo: '区消防救援大队',
    reason: '要执法',
  } as const
  expect(codeOfRefusal(matter, to, SECRETARY)).toBe('whistle_ground_required')
  const route = onlyRoute(done(matter, { ...to, ground: 'enforcement' }, SECRETARY).matter)
  expect(route).toMatchObject({ code: 'whistle', ground: 'enforcement' })
  const property = { ...to, to: 'property', ground: 'enforcement' } as const
  expect(onlyRoute(done(matter, property, SECRETARY).matter).ground).toBeNull()
})

test('not adopting carries a reason, and the matter closes when nothing else is open', () => {
  const matter = withRoute('deliberated')
  const declined = (reason: string) => ({ type: 'decline', routeId: at('deliberation'), reason }) as const
  expect(codeOfRefusal(matter, declined(' '), SECRETARY)).toBe('reason_required')
  const { matter: after, events } = done(matter, declined('费用没有着落'), SECRETARY)
  expect(after).toMatchObject({ state: 'closed', closedAt: NOW })
  expect(events[0]).toMatchObject({ from: 'deliberated', to: 'closed', reason: '费用没有着落' })
})
