import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { Small, Stack, ThresholdBar } from '@/ui'

/** Whether enough seated members are here, drawn to scale; nothing for a meeting that decides nothing. */
export function Quorum({ meeting }: { meeting: MeetingView }) {
  const { seats, presentMembers, present, quorumNeeded, hasQuorum } = meeting
  if (!MEETING_KINDS[meeting.kind].decides || seats === 0) return <Small>{`到会 ${present} 人`}</Small>
  return (
    <Stack gap={1}>
      <ThresholdBar
        label="到会议事员"
        count={presentMembers}
        total={seats}
        unit="位"
        need={quorumNeeded}
        marks={[{ of: DEFAULT_RULES.deliberationQuorum }]}
        met={hasQuorum}
        words={hasQuorum ? undefined : `还差 ${quorumNeeded - presentMembers} 位`}
      />
      <Small>{`连同居民，到会一共 ${present} 人`}</Small>
    </Stack>
  )
}
