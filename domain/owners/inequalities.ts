import type { Dimension } from './dimension'
import type { Inequality } from './outcome'
import { isExact } from './range'
import type { Reading } from './reading'
import { shortfall } from './thresholds'

const NAMES = { people: '人数', area: '面积' } as const

function shortBy(dimension: Dimension, reading: Reading, which: 'quorum' | 'majority'): number | null {
  const { roll, participating, agree, open } = dimension
  if (open > 0) return null
  const test = reading.thresholds[which]
  if (which === 'quorum') {
    return isExact(roll) && isExact(participating) ? shortfall(test, participating.lo, roll.lo) : null
  }
  return isExact(agree) && isExact(participating) ? shortfall(test, agree.lo, participating.lo) : null
}

/** Every inequality that certainly does not hold, with what is short: people, or area in 0.0001 ㎡. */
export function failedIn(reading: Reading): Inequality[] {
  return (['people', 'area'] as const).flatMap((side) => {
    const dimension = reading[side]
    const prospect = reading.prospects[side]
    if (!dimension || !prospect) return []
    const tests = [
      { which: 'quorum', canHold: prospect.quorumCanHold, words: reading.thresholds.quorumWords },
      { which: 'majority', canHold: prospect.majorityCanHold, words: reading.thresholds.majorityWords },
    ] as const
    return tests
      .filter(({ canHold }) => !canHold)
      .map(({ which, words }): Inequality => {
        const short = shortBy(dimension, reading, which)
        return {
          code: `${which}_${side}`,
          words: `${words}（${NAMES[side]}）`,
          shortPeople: side === 'people' ? short : null,
          shortArea: side === 'area' ? short : null,
        }
      })
  })
}
