import { formatArea } from '@yishiting/domain/owners/area'
import type { Outcome } from '@yishiting/domain/owners/outcome'
import { holds, shortfall, type Test, THRESHOLDS } from '@yishiting/domain/owners/thresholds'
import type { Totals } from '@yishiting/domain/owners/totals'
import type { Side } from './figures'

/** One inequality of the law with the notice's figures put in. */
export interface Step {
  code: string
  /** “参加表决的要达到三分之二（人数）” */
  words: string
  side: Side
  part: number | null
  whole: number | null
  /** The least that would do; null: the whole is not known. */
  need: number | null
  /** “1360 × 3 = 4080 ≥ 1505 × 2 = 3010”; empty when a figure is missing. */
  sum: string
  /** null: it cannot be told from the figures. */
  isMet: boolean | null
  /** How much is short; 0: nothing, or it cannot be told. */
  short: number
}

const NAMES = { people: '人数', area: '面积' } as const
export const written = (side: Side, figure: number): string =>
  side === 'people' ? `${figure} 人` : `${formatArea(figure)} ㎡`
const plain = (side: Side, figure: number): string =>
  side === 'people' ? String(figure) : formatArea(figure)

/** Both sides multiplied out, in whole people or ㎡ to four places; never a percentage. */
function sumOf({ times, of, isStrict }: Test, side: Side, part: number, whole: number): string {
  const product = (figure: number, by: number) =>
    by === 1 ? plain(side, figure) : `${plain(side, figure)} × ${by} = ${plain(side, figure * by)}`
  const is = holds({ times, of, isStrict }, part, whole)
  const sign = isStrict ? (is ? '>' : '≤') : is ? '≥' : '<'
  return `${product(part, times)} ${sign} ${product(whole, of)}`
}

/** Each inequality in the order of the law: who takes part, then who agrees; people, then area. */
export function stepsOf(totals: Totals, outcome: Outcome): Step[] {
  const thresholds = THRESHOLDS[totals.kind]
  const sides: readonly Side[] = thresholds.countsArea ? ['people', 'area'] : ['people']
  const tests = [
    { which: 'quorum', part: totals.participating, whole: totals.roll, said: thresholds.quorumWords },
    { which: 'majority', part: totals.agree, whole: totals.participating, said: thresholds.majorityWords },
  ] as const
  return tests.flatMap(({ which, part, whole, said }) =>
    sides.map((side): Step => {
      const code = `${which}_${side}`
      const test = thresholds[which]
      const [has, all] = [part[side], whole[side]]
      const failed = outcome.failed.find((each) => each.code === code)
      const isKnown = has !== null && all !== null
      return {
        code,
        words: `${said}（${NAMES[side]}）`,
        side,
        part: has,
        whole: all,
        need: all === null ? null : shortfall(test, 0, all),
        sum: isKnown ? sumOf(test, side, has, all) : '',
        isMet: failed ? false : isKnown ? holds(test, has, all) : null,
        short: isKnown ? shortfall(test, has, all) : 0,
      }
    }),
  )
}
