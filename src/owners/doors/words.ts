import type { DoorLineView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'

export type DoorOutcome = NonNullable<DoorLineView['lastOutcome']>

export const OUTCOMES: Record<DoorOutcome, string> = {
  delivered: '送到了',
  nobody_home: '没人在',
  refused: '不收',
}
export const OUTCOME_CODES = Object.keys(OUTCOMES) as DoorOutcome[]

/** “去过 2 次，12 月 3 日 19:00 没人在”; never how anyone voted. */
export function triesLine({ tries, lastOutcome, lastAt }: DoorLineView, now: Instant): string {
  if (tries === 0 || lastOutcome === null) return '还没去过'
  const when = lastAt === null ? '上次' : speakTime(Date.parse(lastAt), now)
  return `去过 ${tries} 次，${when} ${OUTCOMES[lastOutcome]}`
}
