import type { ItemView, PollView } from '@yishiting/domain/contract/deliberate'
import { CHOICES, type Choice as Vote } from '@yishiting/domain/deliberate/meeting'
import { checkMarks, marksInWords } from '@yishiting/domain/deliberate/polls/marks'
import { type PollMarks, SCORE_MAX } from '@yishiting/domain/deliberate/polls/poll'
import { useState } from 'react'
import {
  Body,
  Button,
  Card,
  Chips,
  Choice,
  confirm,
  Field,
  ManyChoice,
  Notice,
  Small,
  Stack,
  Title,
} from '@/ui'
import { RankChoice } from './rank-choice'

/** All three with words below, so that all three are the same size. */
const OPTIONS: { value: Vote; label: string; sub: string }[] = [
  { value: 'agree', label: CHOICES.agree, sub: '照这条办法办' },
  { value: 'against', label: CHOICES.against, sub: '不要这样办' },
  { value: 'abstain', label: CHOICES.abstain, sub: '算投了票，不算同意' },
]

const SCORES = Array.from({ length: SCORE_MAX + 1 }, (_, score) => ({
  value: String(score),
  label: String(score),
}))

const HOW: Record<PollView['method'], (poll: PollView) => string> = {
  yes_no: () => '投票的人过半数同意才算通过',
  choose_one: () => '选一个',
  choose_several: ({ picksMax }) => `最多选 ${picksMax} 个`,
  ranking: () => '按您的想法排，先点的在前；不想排的可以不点',
  scoring: () => `每个都打分：0 最低，${SCORE_MAX} 最高`,
}

interface MarkProps {
  poll: PollView
  marks: PollMarks
  onChange(marks: PollMarks): void
}

/** What the voter marks, as the method asks; nothing is preselected. */
function Marking({ poll, marks, onChange }: MarkProps) {
  const options = poll.options.map(({ id, title }) => ({ value: id, label: title }))
  switch (poll.method) {
    case 'yes_no':
      return (
        <Choice
          id="choice"
          label={`您同意吗：${poll.question}`}
          options={OPTIONS}
          value={marks.choice ?? null}
          onChange={(choice) => onChange({ choice })}
        />
      )
    case 'choose_one':
      return (
        <Choice
          id="choice"
          label={poll.question}
          options={options}
          value={marks.picks?.[0] ?? null}
          onChange={(pick) => onChange({ picks: [pick] })}
        />
      )
    case 'choose_several':
      return (
        <ManyChoice
          id="choice"
          label={poll.question}
          options={options}
          value={[...(marks.picks ?? [])]}
          onChange={(picks) => onChange({ picks })}
        />
      )
    case 'ranking':
      return (
        <RankChoice
          options={poll.options}
          value={marks.ranking ?? []}
          onChange={(ranking) => onChange({ ranking })}
        />
      )
    case 'scoring':
      return (
        <Stack>
          {poll.options.map(({ id, title }) => (
            <Field key={id} label={title}>
              <Chips
                id={`score-${id}`}
                label={title}
                options={SCORES}
                value={marks.scores?.[id]?.toString() ?? null}
                onChange={(score) =>
                  score !== null && onChange({ scores: { ...marks.scores, [id]: Number(score) } })
                }
              />
            </Field>
          ))}
        </Stack>
      )
  }
}

interface BallotProps {
  item: ItemView
  poll: PollView
  onVote(marks: PollMarks): Promise<unknown>
}

/** A track-A ballot: nothing preselected, nothing recommended; who sees it and that it cannot be changed, in words. */
export function Ballot({ item, poll, onVote }: BallotProps) {
  const [marks, setMarks] = useState<PollMarks>({})
  const checked = checkMarks(poll, marks)
  const vote = async () => {
    if (!checked.ok) return
    const sure = await confirm({
      title: `投“${marksInWords(poll, checked.value)}”？`,
      text: '一人一票，投后不能改。',
      ok: '确认投票',
      cancel: '再想想',
    })
    if (sure) await onVote(checked.value)
  }
  return (
    <Stack gap={4}>
      <Card>
        <Stack gap={1}>
          <Small>{`正在表决 · ${item.matterTitle}`}</Small>
          <Title big>{poll.question}</Title>
          {poll.about === 'motion' && item.proposerLabel && <Small>{`${item.proposerLabel}提的`}</Small>}
        </Stack>
      </Card>
      <Marking poll={poll} marks={marks} onChange={setMarks} />
      <Stack gap={1}>
        {!poll.isSecret && <Notice tone="warn">这次是记名表决：结束后大家看得到您怎么投的。</Notice>}
        <Button
          id="vote-submit"
          disabled={!checked.ok}
          reason={checked.ok ? '' : checked.refusal.message}
          onPress={vote}
        >
          确认投票
        </Button>
        <Small center>{poll.isSecret ? '投后不能改 · 别人看不到您怎么投' : '投后不能改'}</Small>
        <Small center>{`${HOW[poll.method](poll)} · 已有 ${poll.cast} 人投了`}</Small>
      </Stack>
    </Stack>
  )
}

/** After voting: that it arrived, and what comes next. */
export const VotedCard = ({ poll }: { poll: PollView }) => (
  <Card>
    <Stack gap={1}>
      <Title>您投过了 ✓</Title>
      <Body>{poll.question}</Body>
      <Small>{`已有 ${poll.cast} 人投了，主持人结束表决后就能看到结果。`}</Small>
    </Stack>
  </Card>
)
