import type { VoteView } from '@yishiting/domain/contract/owners'
import { Body, Small, Stack } from '@/ui'
import { Fold } from '../fold'

/** The first figures of a digest: enough to compare by eye. */
export const shortDigest = (digest: string): string =>
  digest.length > 16 ? `${digest.slice(0, 8)}…${digest.slice(-4)}` : digest

/** How it is counted, as announced; folded up, because few want to read it and all may. */
export const RulesPart = ({ vote }: { vote: VoteView }) => (
  <Fold id="rules" title="怎么投、怎么算" aside="规则">
    <Stack gap={2}>
      {vote.rulesInWords.map((line, at) => (
        <Body key={line}>{`${at + 1}. ${line}`}</Body>
      ))}
      {vote.rulesDigest && (
        <Small>{`规则的指纹 ${shortDigest(vote.rulesDigest)}${vote.rollDigest ? `，名册的指纹 ${shortDigest(vote.rollDigest)}` : ''}：公告以后改过一个字，指纹就变了。`}</Small>
      )}
    </Stack>
  </Fold>
)
