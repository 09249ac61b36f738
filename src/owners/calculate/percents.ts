import type { Outcome } from '@yishiting/domain/owners/outcome'
import { percentOf } from '@yishiting/domain/owners/percent'
import type { Totals } from '@yishiting/domain/owners/totals'
import { type Notice, PERCENT_LABELS, PERCENTS, SIDES } from './figures'

/** What a printed percentage turns out to be. */
export interface PercentCheck {
  /** `agree.people` */
  key: string
  words: string
  isRight: boolean | null
}

const PRINTED = /^(\d{1,3})(?:\.(\d{1,2}))?$/
const NAMES = { people: '人数', area: '面积' } as const

/** Hundredths of a percent, and how coarse it was printed: 1 for two decimals, 100 for none. null: no percentage. */
function read(text: string): { hundredths: number; grain: number } | null {
  const match = PRINTED.exec(text.normalize('NFKC').replace('%', '').trim())
  if (!match) return null
  const [, whole = '', part = ''] = match
  return { hundredths: Number(whole) * 100 + Number(part.padEnd(2, '0')), grain: 10 ** (2 - part.length) }
}

/** Whether a percentage, printed to its own number of places, is this one. */
function isSame(printed: { hundredths: number; grain: number }, exact: string): boolean {
  const found = read(exact)
  return found !== null && Math.abs(printed.hundredths - found.hundredths) * 2 <= printed.grain
}

/** Each printed percentage against the figures; an agreeing share of all owners instead of those taking part is called by its name. */
export function percentChecks(
  { percents }: Notice,
  totals: Totals,
  { percentages }: Outcome,
): PercentCheck[] {
  return PERCENTS.flatMap((name) =>
    SIDES.flatMap((side): PercentCheck[] => {
      const key = `${name}.${side}` as const
      const text = percents[key]?.trim()
      if (!text) return []
      const label = `${PERCENT_LABELS[name]}（${NAMES[side]}）`
      const printed = read(text)
      if (!printed) return [{ key, words: `${label}：百分数写成数字，最多两位小数。`, isRight: null }]
      const exact = percentages[key] ?? null
      if (exact === null) return [{ key, words: `${label}：数字不全，核对不了。`, isRight: null }]
      if (isSame(printed, exact)) return [{ key, words: `${label}：${text}%，对。`, isRight: true }]
      const ofAll = percentOf(totals[name][side], totals.roll[side])
      const why =
        name === 'agree' && ofAll !== null && isSame(printed, ofAll)
          ? '写的是占全体的，法律要的是占参加表决的。'
          : ''
      return [{ key, words: `${label}：写的 ${text}%，算出来 ${exact}%。${why}`, isRight: false }]
    }),
  )
}
