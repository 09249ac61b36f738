import { AREA_SCALE } from '@yishiting/domain/owners/area'
import type { Ballot } from '@yishiting/domain/owners/ballot'
import { decide } from '@yishiting/domain/owners/decide'
import { DEVELOPER_KEY, type Unit } from '@yishiting/domain/owners/roll'
import type { Tally } from '@yishiting/domain/owners/tally-types'
import {
  ballot,
  CLOSES,
  count278,
  ITEM,
  mandate,
  OPENS,
  only,
  paper,
  people,
  proxyBallot,
  RULES,
  unit,
} from './support/vote'

const metres = (area: number | null): number | null => (area === null ? null : area / AREA_SCALE)
const went = (counted: Tally, ...ballots: readonly Ballot[]) =>
  ballots.map(({ id }) => counted.dispositions.get(id))
const homes = (...owners: string[]): Unit[] =>
  owners.map((owner, index) => unit(`1-1-${index + 1}01`, [owner]))

describe('the roll (RULES.md §4.1–5)', () => {
  test('2: two flats of one owner are one person with both areas', () => {
    const { electorate } = count278([unit('1-1-101', ['a'], 80), unit('2-1-101', ['a'], 20.5)], [])
    expect([electorate.people, metres(electorate.area)]).toEqual([1, 100.5])
  })

  test('2: the order of the owners in the deed makes no difference; {甲,乙} and {甲} are two people, and said so', () => {
    const units = [unit('1-1-101', ['a', 'b']), unit('1-1-102', ['b', 'a']), unit('1-1-103', ['a'])]
    const { electorate } = count278(units, [])
    expect([electorate.people, electorate.overlaps]).toEqual([2, [['a', 'a+b']]])
  })

  test('2: all that the developer has not sold or handed over is one person', () => {
    const unsold = [1, 2, 3].map((n) => unit(`9-1-${n}01`, [], 100, { isDevelopers: true }))
    const { electorate } = count278([...unsold, unit('1-1-101', ['a'])], [])
    expect([electorate.people, electorate.keys.get(DEVELOPER_KEY)?.unitIds.length]).toEqual([2, 3])
  })

  test('3: only the scope counts, in people and in area', () => {
    const units = [unit('7-1-101', ['a']), unit('7-2-101', ['b']), unit('8-1-101', ['c'])]
    const inScope = (scope: typeof RULES.scope) =>
      count278(units, [], { rules: { ...RULES, scope } }).electorate.people
    expect(inScope({ type: 'buildings', buildings: ['7'] })).toBe(2)
    expect(inScope({ type: 'stairwell', building: '7', stairwell: '2' })).toBe(1)
  })

  test('4: excluded parking is out of both sums, and who owns nothing else is not a person; common premises never count', () => {
    const units = [
      unit('1-1-101', ['a'], 90),
      unit('P-1-1', ['a'], 12, { use: 'parking' }),
      unit('P-1-2', ['driver'], 12, { use: 'parking' }),
      unit('C-1-1', ['everybody'], 300, { use: 'common' }),
    ]
    const sums = (specialSpaces: 'included' | 'excluded') => {
      const { electorate } = count278(units, [], { rules: { ...RULES, specialSpaces } })
      return [electorate.people, metres(electorate.area)]
    }
    expect(sums('excluded')).toEqual([1, 90])
    expect(sums('included')).toEqual([2, 114])
    const votes = [ballot('a', 'agree'), ballot('driver', 'against')]
    const counted = count278(units, votes)
    expect(metres(only(counted).totals.agree.area)).toBe(90)
    expect(went(counted, ...votes)).toEqual(['counted', 'not_on_roll'])
  })

  test('a flat without an area leaves A open, and a flat without a known owner is a person who does not vote', () => {
    const { electorate } = count278([unit('1-1-101', ['a'], null), unit('1-1-102', [])], [])
    expect([electorate.people, electorate.area, electorate.withoutArea]).toEqual([2, null, ['1-1-101']])
  })
})

describe('ballots (RULES.md §4.6–14)', () => {
  test('6: blank is an abstention; two marks and a missing signature are invalid', () => {
    const units = homes('a', 'b', 'c', 'd')
    const votes = [
      paper('a', 'blank'),
      paper('b', 'invalid'),
      paper('c', 'agree', 'agree', { isUnsigned: true }),
    ]
    const counted = count278(units, votes)
    expect(people(counted)).toEqual([0, 0, 1, 2, 0])
    expect(went(counted, ...votes)).toEqual(['counted', 'invalid', 'invalid'])
  })

  test('7: who abstains takes part; who is invalid only where the rules say so', () => {
    const units = homes('a', 'b', 'c')
    const votes = [ballot('a', 'agree'), ballot('b', 'abstain'), paper('c', 'invalid')]
    const participating = (invalidParticipates: boolean) =>
      only(count278(units, votes, { rules: { ...RULES, invalidParticipates } })).totals.participating.people
    expect([participating(false), participating(true)]).toEqual([2, 3])
  })

  test('7: where that would flip the result, the other reading is told', () => {
    const units = homes('a', 'b', 'c')
    const totals = only(count278(units, [ballot('a', 'agree'), paper('b', 'invalid')])).totals
    const { verdict, otherReading } = decide(totals)
    expect([verdict, otherReading]).toEqual(['FAIL', null])
    const more = only(
      count278(units, [ballot('a', 'agree'), ballot('b', 'agree'), paper('c', 'invalid')]),
    ).totals
    expect(decide(more).verdict).toBe('PASS')
    const close = only(
      count278(
        homes('a', 'b', 'c', 'd', 'e', 'f'),
        ['a', 'b', 'c'].map((who) => ballot(who, 'agree')).concat(paper('d', 'invalid')),
      ),
    ).totals
    expect(decide(close)).toMatchObject({
      verdict: 'FAIL',
      otherReading: { invalidParticipates: true, verdict: 'PASS' },
    })
  })

  test('8 and 11: the same choice on two channels counts once; different choices are a conflict, not two people', () => {
    const units = homes('a', 'b')
    const [one, two] = [ballot('a', 'agree'), paper('a', 'agree')]
    const same = count278(units, [one, two])
    expect([people(same), went(same, one, two)]).toEqual([
      [1, 0, 0, 0, 0],
      ['counted', 'duplicate'],
    ])
    const [three, four] = [ballot('a', 'agree'), paper('a', 'against')]
    const differ = count278(units, [three, four])
    expect([people(differ), went(differ, three, four)]).toEqual([
      [0, 0, 0, 0, 1],
      ['conflicting', 'conflicting'],
    ])
  })

  test.each([
    ['first_valid', [1, 0, 0, 0, 0]],
    ['last_before_close', [0, 1, 0, 0, 0]],
    ['online_over_paper', [1, 0, 0, 0, 0]],
    ['void_both', [0, 0, 0, 1, 0]],
    ['personal_over_proxy', [0, 0, 0, 0, 1]],
    ['scrutineers', [0, 0, 0, 0, 1]],
  ] as const)('11: online agrees, then paper disagrees, by “%s”', (conflicts, expected) => {
    const votes = [ballot('a', 'agree'), paper('a', 'against')]
    expect(people(count278(homes('a'), votes, { rules: { ...RULES, conflicts } }))).toEqual(expected)
  })

  test('9: of co-owners the first counts, and a second who says otherwise is a conflict', () => {
    const units = [unit('1-1-101', ['a', 'b'])]
    const by = (voterId: string, mark: 'agree' | 'against') =>
      ballot('a+b', mark, { voterId, capacity: 'co_owner' })
    expect(people(count278(units, [by('a', 'agree'), by('b', 'agree')]))).toEqual([1, 0, 0, 0, 0])
    expect(people(count278(units, [by('a', 'agree'), by('b', 'against')]))).toEqual([0, 0, 0, 0, 1])
  })

  test('10: the owner’s own ballot beats the proxy’s, whichever came first', () => {
    const units = homes('a')
    const mandates = [mandate('a', 'p')]
    for (const votes of [
      [proxyBallot('a', 'p', 'against'), ballot('a', 'agree')],
      [ballot('a', 'agree'), proxyBallot('a', 'p', 'against')],
    ]) {
      const counted = count278(units, votes, { mandates })
      expect(people(counted)).toEqual([1, 0, 0, 0, 0])
      expect([...counted.dispositions.values()].sort()).toEqual(['counted', 'personal_over_proxy'])
    }
  })

  test('10: a mandate that ran out, was taken back, never was, or belongs to the property firm’s man does not count', () => {
    const cases: [Partial<ReturnType<typeof mandate>>, string][] = [
      [{ expiresAt: OPENS + 500_000 }, 'proxy_expired'],
      [{ revokedAt: OPENS + 400_000 }, 'proxy_revoked'],
      [{ key: 'b' }, 'proxy_unknown'],
      [{ proxyId: 'somebody else' }, 'proxy_unknown'],
      [{ isPropertyStaff: true }, 'proxy_barred'],
      [{ itemIds: [] }, 'proxy_out_of_mandate'],
      [{ instructions: { [ITEM]: 'against' } }, 'proxy_out_of_mandate'],
    ]
    for (const [change, disposition] of cases) {
      const vote = proxyBallot('a', 'p', 'agree')
      const counted = count278(homes('a', 'b'), [vote], {
        mandates: [mandate('a', 'p', { id: 'p for a', ...change })],
      })
      expect([people(counted), went(counted, vote)]).toEqual([[0, 0, 0, 0, 0], [disposition]])
    }
  })

  test('10: at most three owners to one proxy: those whose mandates were written first', () => {
    const owners = ['a', 'b', 'c', 'd']
    const mandates = owners.map((owner, index) => mandate(owner, 'p', { grantedAt: OPENS + 10 - index }))
    const votes = owners.map((owner) => proxyBallot(owner, 'p', 'agree'))
    const counted = count278(homes(...owners), votes, { mandates })
    expect(people(counted)[0]).toBe(3)
    expect(went(counted, votes[0] as Ballot)).toEqual(['proxy_over_limit'])
  })

  test('11: a paper counts when two have read it alike; read in two ways it is a conflict until it is ruled', () => {
    const [once, twice] = [paper('a', 'agree', null), paper('b', 'agree', 'against')]
    const counted = count278(homes('a', 'b'), [once, twice])
    expect([people(counted), went(counted, once, twice)]).toEqual([
      [0, 0, 0, 0, 1],
      ['not_entered_twice', 'conflicting'],
    ])
    const ruled = count278(homes('a', 'b'), [twice], {
      rulings: [{ key: 'b', itemId: ITEM, mark: 'agree', reason: '原票清楚' }],
    })
    expect(people(ruled)).toEqual([1, 0, 0, 0, 0])
    expect(only(ruled).withoutRulings.openConflicts).toHaveLength(1)
    const put = count278(homes('b'), [twice], {
      rulings: [{ key: 'b', itemId: ITEM, mark: 'void', reason: '看不清' }],
    })
    expect([people(put), only(put).totals.participating.people]).toEqual([[0, 0, 0, 0, 0], 0])
  })

  test('12: who votes again changes nothing unless the rules allow it, and then the last word counts', () => {
    const votes = [ballot('a', 'agree'), ballot('a', 'against')]
    const fixed = count278(homes('a'), votes)
    expect([people(fixed), went(fixed, ...votes)]).toEqual([
      [1, 0, 0, 0, 0],
      ['counted', 'change_not_allowed'],
    ])
    const free = count278(homes('a'), votes, { rules: { ...RULES, mayChange: true } })
    expect([people(free), went(free, ...votes)]).toEqual([
      [0, 1, 0, 0, 0],
      ['superseded', 'counted'],
    ])
  })

  describe('13: sold while voting was open', () => {
    const units = [unit('1-1-101', ['seller']), unit('1-1-102', ['other'])]
    const transfers = [{ unitId: '1-1-101', at: OPENS + 500_000, toOwnerIds: ['buyer'] }]

    test('the seller’s ballot stands when it came first, and the buyer has none', () => {
      const votes = [
        ballot('seller', 'agree', { receivedAt: OPENS + 499_999 }),
        ballot('buyer', 'against', { receivedAt: OPENS + 600_000 }),
      ]
      const counted = count278(units, votes, { transfers })
      expect([people(counted), went(counted, ...votes)]).toEqual([
        [1, 0, 0, 0, 0],
        ['counted', 'not_on_roll'],
      ])
    })

    test('else the buyer votes; what the seller says afterwards does not count', () => {
      const votes = [
        ballot('seller', 'agree', { receivedAt: OPENS + 500_000 }),
        ballot('buyer', 'against', { receivedAt: OPENS + 600_000 }),
      ]
      const counted = count278(units, votes, { transfers })
      expect([people(counted), went(counted, ...votes)]).toEqual([
        [0, 1, 0, 0, 0],
        ['sold_before', 'counted'],
      ])
      expect(counted.electorate.people).toBe(2)
    })

    test('a buyer who lives here already stays one person with more area', () => {
      const counted = count278(units, [], {
        transfers: [{ ...(transfers[0] as (typeof transfers)[number]), toOwnerIds: ['other'] }],
      })
      expect([counted.electorate.people, metres(counted.electorate.area)]).toEqual([1, 200])
    })
  })

  test('14: at the instant of the close it is late, a millisecond before it counts; before the opening it is early', () => {
    const units = homes('a', 'b', 'c')
    const votes = [
      ballot('a', 'agree', { receivedAt: CLOSES }),
      ballot('b', 'agree', { receivedAt: CLOSES - 1 }),
      ballot('c', 'agree', { receivedAt: OPENS - 1 }),
    ]
    expect(went(count278(units, votes), ...votes)).toEqual(['late', 'counted', 'early'])
  })

  test('20: who was served and did not vote is counted apart, once, and only if he did not vote', () => {
    const counted = count278(homes('a', 'b', 'c'), [ballot('a', 'agree')], { delivered: ['a', 'b', 'b'] })
    expect(only(counted).totals.deliveredNotVoted.people).toBe(1)
  })
})
