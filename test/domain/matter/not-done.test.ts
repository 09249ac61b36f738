import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import type { Intent } from '@yishiting/domain/matter/intents'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { SYSTEM } from '@yishiting/domain/people/roles'
import { BY_ROLE, CHECKER, LEAD, NEIGHBOUR, REPORTER, SECRETARY, SORTER } from '../support/cast'
import { intentOf } from '../support/intents'
import { IN_STATE, NOW, recheck, routeIn, sorted, withRoute } from '../support/matters'
import { codeOfRefusal, done, lastRoute, onlyRoute } from '../support/outcomes'

const ROUTE = 'route-property'
const settle = (verdict: 'done' | 'not_done' | 'waiting'): Intent => ({
  type: 'settle',
  routeId: ROUTE,
  verdict,
})

describe('rating', () => {
  test('is asked the day after, and in a redo only when somebody has looked', () => {
    const ask = intentOf('askRating', ROUTE)
    expect(codeOfRefusal(withRoute('done_claimed', { ratingOpensAt: NOW + 1 }), ask, SYSTEM)).toBe(
      'rating_not_open',
    )
    expect(codeOfRefusal(sorted([recheck()]), ask, SYSTEM)).toBe('check_pending')
    const { matter } = done(withRoute('done_claimed', { ratingOpensAt: NOW }), ask, SYSTEM)
    expect(onlyRoute(matter)).toMatchObject({ state: 'being_rated', ratingClosesAt: NOW + 7 * DAY })
  })

  const rate = (satisfied: boolean, reason: string, alreadyRated = false): Intent => ({
    type: 'rate',
    routeId: ROUTE,
    answers: { contacted: true, solved: true, satisfied, reason },
    alreadyRated,
    affected: true,
  })

  test('once each, while it is open, and not content needs a reason', () => {
    const matter = withRoute('being_rated')
    expect(codeOfRefusal(matter, rate(true, '', true), NEIGHBOUR)).toBe('already_rated')
    expect(codeOfRefusal(matter, rate(false, ' \u200b'), NEIGHBOUR)).toBe('reason_required')
    expect(codeOfRefusal(matter, rate(true, ''), NEIGHBOUR, NOW + 6 * DAY)).toBe('rating_not_open')
    expect(codeOfRefusal(matter, rate(true, '长'.repeat(501)), NEIGHBOUR)).toBe('text_too_long')
    for (const reason of ['', '  ', '灯很亮'])
      expect(done(matter, rate(true, reason), NEIGHBOUR).matter).toEqual(matter)
  })

  test('nobody rates or settles what he did himself', () => {
    const matter = withRoute('being_rated', { leadId: SECRETARY.id, claimedById: SECRETARY.id })
    expect(codeOfRefusal(matter, settle('done'), SECRETARY)).toBe('same_person')
    expect(codeOfRefusal(matter, settle('done'), LEAD)).toBe('not_allowed')
    const resident = { id: SECRETARY.id, roles: ['branch_secretary', 'owner'] as const }
    expect(codeOfRefusal(matter, rate(true, ''), resident)).toBe('same_person')
  })

  test('waits for its answers', () => {
    expect(codeOfRefusal(withRoute('being_rated'), settle('waiting'), SORTER)).toBe('rating_not_open')
  })
})

describe('rated as not done', () => {
  test('once: done again, with a new date', () => {
    const { matter, events } = done(withRoute('being_rated'), settle('not_done'), SORTER)
    expect(onlyRoute(matter)).toMatchObject({
      state: 'redo',
      failures: 1,
      dueAt: NOW + DEFAULT_RULES.actWithin.property,
      ratingOpensAt: null,
      ratingClosesAt: null,
    })
    expect(events[0]).toMatchObject({ to: 'redo', extra: { failures: 1 } })
  })

  test('twice: one level up, and whoever checked does not check again', () => {
    const second = withRoute('being_rated', { failures: 1, checkerId: CHECKER.id, checkedAt: NOW - HOUR })
    const { matter } = done(second, settle('not_done'), SORTER)
    expect(onlyRoute(matter)).toMatchObject({ state: 'escalated', failures: 2, pastCheckerIds: [CHECKER.id] })
    expect(codeOfRefusal(matter, intentOf('assign', ROUTE), SECRETARY)).toBe('checker_not_different')
    expect(codeOfRefusal(matter, intentOf('answer', ROUTE), SECRETARY)).toBe('not_allowed')
    expect(done(matter, intentOf('answer', ROUTE), BY_ROLE.street).matter.state).toBe('closed')
  })

  test('however often, nobody who has ever checked it checks again', () => {
    const checked = { checkerId: CHECKER.id, checkedAt: NOW - HOUR, pastCheckerIds: ['first'] }
    const { matter } = done(withRoute('being_rated', { failures: 1, ...checked }), settle('not_done'), SORTER)
    expect(onlyRoute(matter).pastCheckerIds).toEqual(['first', CHECKER.id])
  })

  test('it is given out anew before anybody works on it or reports it done', () => {
    for (const type of ['progress', 'claimDone', 'start', 'extend'] as const) {
      expect(codeOfRefusal(withRoute('redo'), intentOf(type, ROUTE), LEAD)).toBe('not_in_this_state')
    }
  })
})

describe('a check', () => {
  const check = (passed: boolean): Intent => ({ type: 'check', routeId: ROUTE, passed, reason: '去看过了' })

  test('that passes is done once and opens the rating', () => {
    const { matter } = done(sorted([recheck()]), check(true), CHECKER)
    expect(onlyRoute(matter)).toMatchObject({ state: 'done_claimed', checkedAt: NOW, checkerId: CHECKER.id })
    expect(codeOfRefusal(matter, check(false), CHECKER)).toBe('already_checked')
    expect(done(matter, intentOf('askRating', ROUTE), SYSTEM).matter.routes[0]?.state).toBe('being_rated')
  })

  test('that fails sends it on, with the same checker', () => {
    const { matter } = done(sorted([recheck()]), check(false), CHECKER)
    expect(onlyRoute(matter)).toMatchObject({ state: 'in_progress', claimedAt: null, checkerId: CHECKER.id })
  })

  test('can be done by the supervisor when the named one does not come; then he is the one who has checked', () => {
    const { matter } = done(sorted([recheck()]), check(true), BY_ROLE.supervisor)
    expect(onlyRoute(matter).checkerId).toBe('supervisor')
    const past = sorted([recheck({ pastCheckerIds: ['supervisor'] })])
    expect(codeOfRefusal(past, check(true), BY_ROLE.supervisor)).toBe('not_allowed')
    expect(codeOfRefusal(sorted([recheck({ checkerId: null })]), check(true), BY_ROLE.supervisor)).toBe(
      'not_allowed',
    )
  })
})

describe('closed, and back within thirty days', () => {
  const reopened = () => done(IN_STATE.closed, intentOf('reopen', ''), REPORTER).matter
  const doneOnce = (failures: number) =>
    sorted(
      [
        routeIn('closed', {
          claimedAt: NOW - 2 * DAY,
          failures,
          checkerId: failures > 0 ? CHECKER.id : null,
        }),
      ],
      {
        state: 'closed',
        closedAt: NOW - DAY,
      },
    )
  const again = (failures: number) => {
    const back = done(doneOnce(failures), intentOf('reopen', ''), REPORTER).matter
    return lastRoute(done(back, intentOf('sort', ''), SECRETARY).matter)
  }

  test('it counts as not solved and waits for the branch anew', () => {
    const { matter, events } = done(IN_STATE.closed, intentOf('reopen', ''), REPORTER)
    expect(matter).toMatchObject({
      state: 'reopened',
      closedAt: null,
      timesReopened: 1,
      waitingSince: NOW,
      acknowledgedAt: null,
    })
    expect(events[0]).toMatchObject({ from: 'closed', to: 'reopened', extra: { notSolved: true } })
  })

  test('thirty days to the millisecond are in time, one more is a new matter', () => {
    const last = NOW - DAY + 30 * DAY
    expect(done(IN_STATE.closed, intentOf('reopen', ''), REPORTER, last).matter.state).toBe('reopened')
    expect(codeOfRefusal(IN_STATE.closed, intentOf('reopen', ''), REPORTER, last + 1)).toBe(
      'reopen_window_over',
    )
  })

  test('what was said to be done comes back as once not done: the next failure goes one level up', () => {
    expect(again(0)).toMatchObject({ state: 'assigned', failures: 1 })
    const failedAgain = { ...routeIn('being_rated'), failures: again(0).failures }
    const { matter } = done(sorted([failedAgain]), settle('not_done'), SORTER)
    expect(onlyRoute(matter).state).toBe('escalated')
  })

  test('after a redo it is the second failure: it goes one level up at once, and needs another checker', () => {
    expect(again(1)).toMatchObject({ state: 'escalated', failures: 2, pastCheckerIds: [CHECKER.id] })
  })

  test('what was never said to be done is nobody’s failure', () => {
    const { matter } = done(reopened(), intentOf('sort', ''), SECRETARY)
    expect(lastRoute(matter)).toMatchObject({ state: 'assigned', failures: 0 })
  })

  test('its reporter can take back what he has brought back', () => {
    expect(done(reopened(), intentOf('withdraw', ''), REPORTER).matter).toMatchObject({
      state: 'closed',
      closedAt: NOW,
    })
  })
})
