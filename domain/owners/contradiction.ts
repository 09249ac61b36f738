import type { Side } from './dimension'
import { isContradiction, readSituation } from './reading'
import { type Situation, situationOf } from './situation'
import type { Totals } from './totals'

const NAMES = {
  roll: '全体',
  participating: '参加表决',
  agree: '同意',
  against: '不同意',
  abstain: '弃权',
  invalid: '废票',
  deliveredNotVoted: '送达没投',
} as const
type Name = keyof typeof NAMES
const SIDES = { people: '人数', area: '面积' } as const

const without = (totals: Totals, name: Name, side: Side): Totals => ({
  ...totals,
  [name]: { ...totals[name], [side]: null },
})

/** The fewest figures that contradict each other: each one of them, left out, would leave the others possible. */
export function contradicting({ totals, invalidParticipates }: Situation): { name: Name; side: Side }[] {
  const all = (Object.keys(NAMES) as Name[]).flatMap((name) =>
    (['people', 'area'] as const).map((side) => ({ name, side })),
  )
  let left = totals
  return all.filter(({ name, side }) => {
    if (left[name][side] === null) return false
    const fewer = without(left, name, side)
    if (!isContradiction(readSituation(situationOf(fewer, invalidParticipates)))) return true
    left = fewer
    return false
  })
}

/** “对不起来的是：全体人数、参加表决人数。” */
export function contradictionInWords(situation: Situation): string {
  const named = contradicting(situation).map(({ name, side }) => `${NAMES[name]}${SIDES[side]}`)
  const open = (situation.totals.openConflicts ?? []).length > 0 ? '（算上没有认定的票）' : ''
  return `这几个数字对不起来${open}：${named.join('、')}。请核对公告。`
}
