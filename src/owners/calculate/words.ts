import { formatArea } from '@yishiting/domain/owners/area'
import type { ProofLine } from '@yishiting/domain/owners/proof'
import type { CheckedShare, FigureName, NoticeForm, Share, Side } from './notice'

export const KINDS: { value: NoticeForm['kind']; label: string; sub: string }[] = [
  { value: 'ordinary', label: '一般事项', sub: '规约、选业委会、选物业、用维修资金……要过半同意' },
  { value: 'special', label: '重大事项', sub: '筹维修资金、改建重建、改共有部分用途……要四分之三同意' },
  { value: 'unanimous', label: '住宅改经营', sub: '有利害关系的业主要全部同意' },
  { value: 'residents', label: '居民会议', sub: '到会过半、同意过半，只算人数' },
  { value: 'representatives', label: '居民代表会议', sub: '代表三分之二到会、同意过半，只算人数' },
]

export const FIGURE_NAMES: Record<FigureName, string> = {
  roll: '全体业主',
  participating: '参加表决的',
  agree: '同意的',
  against: '不同意的',
  abstain: '弃权的',
  invalid: '废票',
  deliveredNotVoted: '送达了没投的',
}
/** At the residents' meeting. */
export const MEETING_NAMES: Partial<Record<FigureName, string>> = { roll: '应到的', participating: '到会的' }

export const SHARE_NAMES: Record<Share, string> = { participating: '参加的比例', agree: '同意的比例' }
export const SIDE_NAMES: Record<Side, string> = { people: '人数', area: '面积' }
export const UNITS: Record<Side, string> = { people: '人', area: '㎡' }

const writtenAs = (side: Side, value: number): string => (side === 'area' ? formatArea(value) : String(value))

/** “4 × 1021 = 4084”, “要不少于 3 × 1360 = 4080”: both sides, as anybody can work them out again. */
export function sidesOf({ side, part, whole, test, holds }: ProofLine): string[] {
  if (part === null || whole === null) {
    const missing = [part === null && '前面的数', whole === null && '总数'].filter(Boolean).join('和')
    return [holds === false ? '数字没写全，但怎么补也达不到' : `${missing}没有写，算不出来`]
  }
  const times = (factor: number, value: number) =>
    factor === 1
      ? writtenAs(side, value)
      : `${factor} × ${writtenAs(side, value)} = ${writtenAs(side, factor * value)}`
  return [times(test.times, part), `要${test.isStrict ? '大于' : '不少于'} ${times(test.of, whole)}`]
}

/** “够 ✓”, “不够，还差 12 人” */
export function answerOf({ side, holds, short }: ProofLine): string {
  if (holds === null) return '算不出来'
  if (holds) return '够 ✓'
  return short ? `不够，还差 ${writtenAs(side, short)} ${UNITS[side]}` : '不够'
}

/** What is to be said of one printed percentage. */
export function shareWords({ share, side, printed, right, verdict }: CheckedShare): string {
  const name = `${SHARE_NAMES[share]}（${SIDE_NAMES[side]}）公告写 ${printed.replace(/%$/, '')}%`
  if (verdict === 'right') return `${name}，对 ✓`
  if (verdict === 'cut_off') return `${name}，四舍五入应当是 ${right}%（像是直接去掉了后面的数）`
  if (verdict === 'of_everybody') return `${name}，是拿全体业主算的；法律比的是参加表决的人，应当是 ${right}%`
  return `${name}，不对，应当是 ${right}%`
}
