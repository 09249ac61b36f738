import type { ItemView } from '@yishiting/domain/contract/deliberate'
import { CHOICES, type Choice as Vote } from '@yishiting/domain/deliberate/meeting'
import { useState } from 'react'
import { Body, Button, Card, Choice, confirm, Small, Stack, Title } from '@/ui'

/** All three with words below, so that all three are the same size. */
const OPTIONS: { value: Vote; label: string; sub: string }[] = [
  { value: 'agree', label: CHOICES.agree, sub: '照这条办法办' },
  { value: 'against', label: CHOICES.against, sub: '不要这样办' },
  { value: 'abstain', label: CHOICES.abstain, sub: '算投了票，不算同意' },
]

/** A track-A ballot: nothing preselected, nothing recommended; who sees it and that it cannot be changed, in words. */
export function Ballot({ item, onVote }: { item: ItemView; onVote: (choice: Vote) => Promise<unknown> }) {
  const [choice, setChoice] = useState<Vote | null>(null)
  const vote = async () => {
    if (choice === null) return
    const sure = await confirm({
      title: `投“${CHOICES[choice]}”？`,
      text: '一人一票，投后不能改。',
      ok: '确认投票',
      cancel: '再想想',
    })
    if (sure) await onVote(choice)
  }
  return (
    <Stack gap={4}>
      <Card>
        <Stack gap={1}>
          <Small>正在表决</Small>
          <Title big>{item.matterTitle}</Title>
          <Body>{item.motion}</Body>
          {item.proposerLabel && <Small>{`${item.proposerLabel}提的`}</Small>}
        </Stack>
      </Card>
      <Choice
        id="choice"
        label={`您同意吗：${item.motion ?? item.matterTitle}`}
        options={OPTIONS}
        value={choice}
        onChange={setChoice}
      />
      <Stack gap={1}>
        <Button id="vote-submit" disabled={choice === null} reason="请先选一个" onPress={vote}>
          确认投票
        </Button>
        <Small center>投后不能改 · 别人看不到您怎么投</Small>
        <Small center>{`投票的人过半数同意才算通过 · 已有 ${item.votesCast} 人投了`}</Small>
      </Stack>
    </Stack>
  )
}

/** After voting: that it arrived, and what comes next. */
export const VotedCard = ({ item }: { item: ItemView }) => (
  <Card>
    <Stack gap={1}>
      <Title>您投过了 ✓</Title>
      <Body>{item.matterTitle}</Body>
      <Small>{`已有 ${item.votesCast} 人投了，主持人结束表决后就能看到结果。`}</Small>
    </Stack>
  </Card>
)
