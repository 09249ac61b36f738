import { DAY } from '@yishiting/domain/matter/instant'
import { proposedStart } from '@/deliberate/kinds'
import {
  type Candidate,
  checkStep,
  EMPTY_PLAN,
  type Plan,
  planBody,
  stepOfProblem,
  toggle,
} from '@/deliberate/plan'

const NOW = Date.UTC(2026, 2, 12, 2)
const candidate = (n: number): Candidate => ({
  matterId: `matter-${n}`,
  routeId: `route-${n}`,
  receipt: `SX-2026-00000${n}`,
  title: `第 ${n} 件`,
  code: 'deliberation',
  supports: n,
})
const kind = 'deliberation'
const plan: Plan = { ...EMPTY_PLAN, kind, startsAt: proposedStart(kind, NOW), place: '党群活动室' }

test('each step asks only for its own', () => {
  expect(checkStep(EMPTY_PLAN, 'kind', NOW)).toHaveProperty('kind')
  expect(Object.keys(checkStep({ ...EMPTY_PLAN, kind }, 'when', NOW)).sort()).toEqual(['place', 'startsAt'])
  expect(checkStep(plan, 'when', NOW)).toEqual({})
  expect(checkStep(plan, 'preview', NOW)).toEqual({})
})

test('too short a notice is refused with the earliest time, before it is sent', () => {
  const early = { ...plan, startsAt: NOW + 2 * DAY }
  expect(checkStep(early, 'when', NOW).startsAt).toContain('最早可以定在 3 月 15 日 10:00')
})

test('a place may be left out only when one can take part by phone', () => {
  expect(checkStep({ ...plan, place: ' ' }, 'when', NOW)).toHaveProperty('place')
  expect(checkStep({ ...plan, place: '', online: true }, 'when', NOW)).toEqual({})
})

test('all but a 恳谈会 need an agenda', () => {
  expect(checkStep(plan, 'agenda', NOW).items).toContain('议事会要有议程')
  expect(checkStep({ ...plan, kind: 'talk' }, 'agenda', NOW)).toEqual({})
})

test('the agenda keeps the order of choosing, and a motion outlives being taken off', () => {
  const motions = { 'route-1': ' 装 20 个充电口 ' }
  const twice = toggle(toggle({ ...plan, motions }, 'route-2'), 'route-1')
  expect(toggle(twice, 'route-2').chosen).toEqual(['route-1'])
  const body = planBody({ ...twice, kind, startsAt: plan.startsAt ?? 0 }, [candidate(1), candidate(2)])
  expect(body.items).toEqual([
    { matterId: 'matter-2', routeId: 'route-2', motion: null },
    { matterId: 'matter-1', routeId: 'route-1', motion: '装 20 个充电口' },
  ])
  expect(body.startsAt).toBe('2026-03-15T11:00:00.000Z')
})

test('a refusal leads back to the step where it can be put right', () => {
  expect(stepOfProblem('notice_too_short')).toBe('when')
  expect(stepOfProblem('target_invalid')).toBe('agenda')
  expect(stepOfProblem('busy')).toBe('preview')
})
