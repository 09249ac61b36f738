import type { FigureView, ItemResultView } from '@yishiting/domain/contract/owners'
import { formatArea, parseArea } from '@yishiting/domain/owners/area'
import { holds, shortfall, type Test, THRESHOLDS } from '@yishiting/domain/owners/thresholds'

/** One of the law's tests as it is drawn: so many out of so many, so many needed. People, or area in 0.0001 ㎡. */
export interface DrawnTest {
  side: 'people' | 'area'
  part: number
  whole: number
  need: number
  mark: readonly [number, number]
  /** undefined: ballots are still open that may turn it. */
  isMet: boolean | undefined
  /** “还差 12 人”; none when it is met or cannot be told. */
  short?: string
}

type Failed = ItemResultView['failed']
type Counted = Pick<ItemResultView, 'kind' | 'openConflicts'> & { failed: Failed }
export type Which = 'quorum' | 'majority'

const figureOn = ({ people, area }: FigureView, side: 'people' | 'area'): number | null =>
  side === 'people' ? people : area === null ? null : parseArea(area)

const shortWords = ({ shortPeople, shortArea }: Failed[number]): string | undefined =>
  shortPeople !== null ? `还差 ${shortPeople} 人` : shortArea !== null ? `还差 ${shortArea} ㎡` : undefined

function met(test: Test, part: number, whole: number, item: Counted, failed: boolean): boolean | undefined {
  if (failed) return false
  return item.openConflicts > 0 ? undefined : holds(test, part, whole)
}

/**
 * Both sides of one test, for drawing; a side whose figures are not known is left out. What decided it is the verdict off the
 * wire; the thresholds are those of the engine.
 */
export function drawnTests(item: Counted, which: Which, part: FigureView, whole: FigureView): DrawnTest[] {
  const thresholds = THRESHOLDS[item.kind]
  const test = thresholds[which]
  const sides = thresholds.countsArea ? (['people', 'area'] as const) : (['people'] as const)
  return sides.flatMap((side) => {
    const [has, all] = [figureOn(part, side), figureOn(whole, side)]
    if (has === null || all === null) return []
    const failed = item.failed.find(({ code }) => code === `${which}_${side}`)
    return {
      side,
      part: has,
      whole: all,
      need: shortfall(test, 0, all),
      mark: [test.of, test.times],
      isMet: met(test, has, all, item, failed !== undefined),
      short: failed && shortWords(failed),
    }
  })
}

/** Of several: false when one is certainly not met, undefined when it cannot be told. */
export const allMet = (tests: readonly DrawnTest[]): boolean | undefined =>
  tests.some(({ isMet }) => isMet === false)
    ? false
    : tests.length > 0 && tests.every(({ isMet }) => isMet === true)
      ? true
      : undefined

/** How a figure of this side is written. */
export const writtenAs = (side: DrawnTest['side']): ((figure: number) => string) =>
  side === 'area' ? formatArea : String
export const UNITS = { people: '人', area: '㎡' } as const
