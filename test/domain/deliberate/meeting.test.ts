import {
  type AgendaItem,
  checkGavel,
  checkNotice,
  checkOpen,
  checkOpenPoll,
  checkVote,
  hasQuorum,
  isAdopted,
  type Meeting,
  quorumNeeded,
} from '@yishiting/domain/deliberate/meeting'
import { DAY, MINUTE } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES as RULES } from '@yishiting/domain/matter/rule-set'
import fc from 'fast-check'
import { NOW } from '../support/matters'
import { accepted, refused } from '../support/outcomes'

const ITEM: AgendaItem = {
  id: 'item',
  matterId: 'matter',
  routeId: 'route',
  motion: '车棚装十盏感应灯，物业两周内装好。',
  proposerId: 'member',
  poll: 'none',
  outcome: null,
}
const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  id: 'meeting',
  kind: 'deliberation',
  state: 'open',
  noticedAt: NOW - 4 * DAY,
  startsAt: NOW,
  seats: 21,
  voters: 'present',
  chairId: 'chair',
  openPollId: null,
  items: [ITEM],
  ...more,
})

describe('notice', () => {
  test.each([
    ['deliberation', 3],
    ['talk', 3],
    ['review', 3],
    ['hearing', 10],
  ] as const)(
    '%s: %d days to the millisecond pass, one less is refused with the earliest time',
    (kind, days) => {
      const earliest = NOW + days * DAY
      expect(accepted(checkNotice(kind, earliest, NOW, RULES))).toBe(earliest)
      const refusal = refused(checkNotice(kind, earliest - 1, NOW, RULES))
      expect(refusal).toMatchObject({ code: 'notice_too_short', details: { earliest, days } })
      expect(refusal.message).toContain(`3 月 ${10 + days} 日 10:00`)
    },
  )

  test('the days are a rule of the compound, not of the code', () => {
    const rules = { ...RULES, deliberationNotice: 7 * DAY }
    expect(refused(checkNotice('deliberation', NOW + 6 * DAY, NOW, rules)).message).toContain('7 天')
  })
})

describe('quorum', () => {
  test.each([
    [21, 14],
    [36, 24],
    [950, 634],
    [1, 1],
    [2, 2],
    [3, 2],
  ])('of %d seats %d are enough and one less is not', (seats, needed) => {
    expect(quorumNeeded(seats, RULES)).toBe(needed)
    expect(hasQuorum(needed, seats, RULES)).toBe(true)
    expect(hasQuorum(needed - 1, seats, RULES)).toBe(false)
  })

  test('a body without seats decides nothing', () => {
    expect(hasQuorum(0, 0, RULES)).toBe(false)
    expect(hasQuorum(5, 0, RULES)).toBe(false)
  })

  test('is counted in integers, whatever the fraction: what is said to be needed is just enough', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }))
      .filter(([a, b]) => a <= b)
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 5000 }), (deliberationQuorum, seats) => {
        const rules = { ...RULES, deliberationQuorum }
        const needed = quorumNeeded(seats, rules)
        expect(hasQuorum(needed, seats, rules)).toBe(true)
        expect(hasQuorum(needed - 1, seats, rules)).toBe(false)
        const [part, whole] = deliberationQuorum
        expect(BigInt(needed) * BigInt(whole) >= BigInt(part) * BigInt(seats)).toBe(true)
      }),
    )
  })
})

describe('opening', () => {
  test('from half an hour before its time on', () => {
    const noticed = meeting({ state: 'noticed', startsAt: NOW + 30 * MINUTE })
    expect(checkOpen(noticed, NOW).ok).toBe(true)
    expect(refused(checkOpen(noticed, NOW - 1)).code).toBe('meeting_not_open')
  })

  test.each(['open', 'closed', 'cancelled'] as const)('not when it is %s', (state) => {
    expect(refused(checkOpen(meeting({ state }), NOW)).code).toBe('meeting_over')
  })
})

describe('the gavel', () => {
  test('one hand holds it while the meeting is open', () => {
    expect(checkGavel(meeting(), 'chair').ok).toBe(true)
    expect(refused(checkGavel(meeting(), 'deputy')).code).toBe('not_in_the_chair')
    expect(checkGavel(meeting({ state: 'noticed' }), 'deputy').ok).toBe(true)
  })
})

describe('a poll', () => {
  const open = (more: Partial<Meeting>, item: AgendaItem | undefined = ITEM, present = 14) =>
    checkOpenPoll(meeting(more), item, { decides: true, presentMembers: present }, RULES)

  test('needs an open meeting that decides, a posted item, one motion in writing and the quorum', () => {
    expect(accepted(open({}))).toBe(ITEM)
    expect(refused(open({ state: 'noticed' })).code).toBe('meeting_not_open')
    expect(
      refused(checkOpenPoll(meeting(), undefined, { decides: true, presentMembers: 14 }, RULES)).code,
    ).toBe('not_on_agenda')
    expect(refused(open({ kind: 'talk' })).message).toContain('恳谈会只听意见')
    expect(refused(open({}, { ...ITEM, motion: null })).code).toBe('motion_required')
    expect(refused(open({}, { ...ITEM, motion: '' })).code).toBe('motion_required')
    expect(refused(open({}, ITEM, 13))).toMatchObject({
      code: 'quorum_not_met',
      details: { needed: 14, present: 13 },
    })
  })

  test.each(['open', 'closed'] as const)('is held once: not again when it is %s', (poll) => {
    expect(refused(open({}, { ...ITEM, poll })).code).toBe('poll_already_open')
  })

  test('one question at a time; a straw poll needs neither motion nor quorum', () => {
    expect(refused(open({ openPollId: 'other' })).code).toBe('poll_already_open')
    const straw = { decides: false, presentMembers: 0 }
    expect(checkOpenPoll(meeting(), { ...ITEM, motion: null }, straw, RULES).ok).toBe(true)
    expect(checkOpenPoll(meeting({ kind: 'talk' }), ITEM, straw, RULES).ok).toBe(true)
  })

  const HERE = { isResident: true, isMember: false, checkedIn: true, byHand: false, voted: false }
  const asking = { openPollId: 'poll' }
  const vote = (more: Partial<Meeting>, poll: { id: string } | undefined, voter: Partial<typeof HERE> = {}) =>
    checkVote(meeting(more), poll, { ...HERE, ...voter })
  const polling = { id: 'poll' }

  test('takes one voice of everybody who is here', () => {
    expect(vote(asking, polling).ok).toBe(true)
    expect(refused(vote(asking, polling, { checkedIn: false })).code).toBe('not_checked_in')
    expect(refused(vote(asking, polling, { voted: true })).code).toBe('already_voted')
  })

  test('nobody twice: who raises his hand does not vote on a phone', () => {
    expect(refused(vote(asking, polling, { byHand: true })).code).toBe('votes_by_hand')
  })

  test('as announced: every resident who is here, or the seated members only', () => {
    expect(refused(vote(asking, polling, { isResident: false })).code).toBe('members_only')
    const members = { ...asking, voters: 'members' } as const
    expect(refused(vote(members, polling)).code).toBe('members_only')
    expect(vote(members, polling, { isMember: true }).ok).toBe(true)
  })

  test('takes none before it opens, after it closes, or off the agenda', () => {
    expect(refused(vote({}, polling)).code).toBe('poll_not_open')
    expect(refused(vote({ openPollId: 'next' }, polling)).code).toBe('poll_not_open')
    expect(refused(vote({ ...asking, state: 'closed' }, polling)).code).toBe('poll_not_open')
    expect(refused(vote({}, undefined)).code).toBe('not_on_agenda')
  })
})

describe('adopted', () => {
  test.each([
    [7, 7, 0, false],
    [8, 7, 0, true],
    [7, 0, 7, false],
    [8, 0, 7, true],
    [1, 0, 0, true],
    [0, 0, 0, false],
    [0, 0, 9, false],
  ])('%d for, %d against, %d abstaining: %s', (agree, against, abstain, adopted) => {
    expect(isAdopted({ agree, against, abstain })).toBe(adopted)
  })

  test('means more than half of the votes cast, exactly half never', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(2000), fc.nat(2000), (agree, against, abstain) => {
        expect(isAdopted({ agree, against, abstain })).toBe(agree > against + abstain)
        expect(isAdopted({ agree, against: agree, abstain })).toBe(false)
      }),
    )
  })
})
