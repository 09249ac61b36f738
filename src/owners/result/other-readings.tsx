import type { ItemResultView } from '@yishiting/domain/contract/owners'
import { Small, Stack } from '@/ui'
import { VERDICTS } from '../words'

/** What else could be read out of the same ballots: without rulings, without rules for those who did not vote. */
export function readingsOf(item: ItemResultView): string[] {
  const { verdict, strict, verdictWithoutRulings, otherReading, openConflicts, conflictsToFlip } = item
  const flips = conflictsToFlip === null ? '怎么认定都不影响结果' : `其中 ${conflictsToFlip} 张就可能改变结果`
  return [
    strict !== verdict && `没投的都不算的话：${VERDICTS[strict]}`,
    verdictWithoutRulings !== verdict && `不算监票人的认定的话：${VERDICTS[verdictWithoutRulings]}`,
    otherReading !== null &&
      `废票${otherReading.invalidParticipates ? '也算参加' : '不算参加'}的话：${VERDICTS[otherReading.verdict]}`,
    openConflicts > 0 && `还有 ${openConflicts} 张对不上的票没有认定，${flips}`,
    ...item.notes,
  ].filter((line): line is string => typeof line === 'string')
}

export function OtherReadings({ item }: { item: ItemResultView }) {
  const lines = readingsOf(item)
  if (lines.length === 0) return null
  return (
    <Stack gap={1}>
      {lines.map((line) => (
        <Small key={line}>{line}</Small>
      ))}
    </Stack>
  )
}
