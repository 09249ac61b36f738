import { checkNotice, MEETING_KINDS, type MeetingKind } from '@yishiting/domain/deliberate/meeting'
import { inChina } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { currentItem, phaseOf, unsettled } from '@/deliberate/item-phase'
import { noticeRule, proposedStart } from '@/deliberate/kinds'

const KINDS = Object.keys(MEETING_KINDS) as MeetingKind[]
/** 2026-03-12 in China, at the hour given */
const at = (hour: number) => Date.UTC(2026, 2, 12, hour - 8, 17)

describe('the time put in for a meeting', () => {
  test.each(KINDS)('%s: an evening that the rules accept, whenever one asks', (kind) => {
    for (const now of [at(8), at(18), at(19), at(23)]) {
      const start = proposedStart(kind, now)
      expect(checkNotice(kind, start, now, DEFAULT_RULES).ok).toBe(true)
      expect(inChina(start)).toMatchObject({ hour: 19, minute: 0 })
    }
  })

  test('is the first such evening', () => {
    expect(proposedStart('deliberation', at(10))).toBe(Date.UTC(2026, 2, 15, 11, 0))
    expect(proposedStart('deliberation', at(20))).toBe(Date.UTC(2026, 2, 16, 11, 0))
    expect(proposedStart('hearing', at(10))).toBe(Date.UTC(2026, 2, 22, 11, 0))
  })

  test('is explained', () => {
    expect(noticeRule('deliberation')).toBe('议事会要提前 3 天通知大家')
    expect(noticeRule('hearing')).toBe('听证会要提前 10 天通知大家')
  })
})

describe('where an item stands', () => {
  const fresh = { motion: null, poll: 'none', outcome: null } as const

  test('motion, vote, count, outcome', () => {
    expect(phaseOf(fresh, true)).toBe('motion')
    expect(phaseOf({ ...fresh, motion: '装 20 个充电口' }, true)).toBe('ready')
    expect(phaseOf({ ...fresh, poll: 'open' }, true)).toBe('polling')
    expect(phaseOf({ ...fresh, poll: 'closed' }, true)).toBe('counted')
    expect(phaseOf({ ...fresh, poll: 'closed', outcome: 'resolved' }, true)).toBe('done')
  })

  test('a 恳谈会 takes no vote', () => {
    expect(phaseOf({ ...fresh, motion: '装 20 个充电口' }, false)).toBe('counted')
  })

  test('the one being voted on comes first, then the first unsettled one, then none', () => {
    const settled = { ...fresh, outcome: 'declined' } as const
    const voting = { ...fresh, poll: 'open' } as const
    expect(currentItem([settled, fresh, voting])).toBe(voting)
    expect(currentItem([settled, fresh])).toBe(fresh)
    expect(currentItem([settled])).toBeNull()
    expect(unsettled([settled, fresh, voting])).toBe(2)
  })
})
