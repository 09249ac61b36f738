import type { ItemView, PollView } from '@yishiting/domain/contract/deliberate'
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
  const poll = (state: PollView['state']) => ({ about: 'motion', state }) as PollView
  const fresh = { id: 'a', motion: null, polls: [], outcome: null } as unknown as ItemView
  const open = { ...fresh, id: 'b', polls: [poll('open')] }
  const closed = { ...fresh, polls: [poll('closed')] }

  test('motion, vote, count, outcome', () => {
    expect(phaseOf(fresh, true)).toBe('motion')
    expect(phaseOf({ ...fresh, motion: '装 20 个充电口' }, true)).toBe('ready')
    expect(phaseOf(open, true)).toBe('polling')
    expect(phaseOf(closed, true)).toBe('counted')
    expect(phaseOf({ ...closed, outcome: 'resolved' }, true)).toBe('done')
  })

  test('a straw poll that is over leaves the motion still to be voted on', () => {
    const sounded = { ...fresh, motion: '装灯', polls: [{ about: 'other', state: 'closed' } as PollView] }
    expect(phaseOf(sounded, true)).toBe('ready')
  })

  test('a 恳谈会 takes no vote', () => {
    expect(phaseOf({ ...fresh, motion: '装 20 个充电口' }, false)).toBe('counted')
  })

  test('the one being asked about comes first, then where the chair is, then the first unsettled one, then none', () => {
    const settled: ItemView = { ...fresh, id: 'c', outcome: 'declined' }
    const other = { ...fresh, id: 'd' }
    expect(currentItem([settled, fresh, open], 'a')).toBe(open)
    expect(currentItem([settled, fresh, other], 'd')).toBe(other)
    expect(currentItem([settled, fresh], 'c')).toBe(fresh)
    expect(currentItem([settled], null)).toBeNull()
    expect(unsettled([settled, fresh, open])).toBe(2)
  })
})
