import type { CastReceipt, RightView, VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { useEffect, useState } from 'react'
import { useCast, useOwnersVote } from '@/api/owners'
import { Button, Card, OfflineBar, PageFrame, Small, Stack, Title, toast } from '@/ui'
import { OtherWays } from '../vote/other-ways'
import { homesOf, weightOf } from '../vote/rights'
import { BallotItem } from './ballot-item'
import { ConfirmSheet } from './confirm-sheet'
import { ballotBody, type Chosen, fixedBy, itemsFor, notYet } from './marks'

interface BallotFormProps {
  vote: VoteView
  right: RightView
  now: Instant
  onCast(receipt: CastReceipt): void
}

/** Said when somebody else's answer to the same key came first: the page shows what is there now. */
const OVERTAKEN = ['already_cast', 'voting_closed', 'changed_not_allowed']

/** The ballot. What is chosen lives on this page only: nothing of it is kept in the phone. */
export function BallotForm({ vote, right, now, onCast }: BallotFormProps) {
  const items = itemsFor(vote.items, right)
  const fixed = fixedBy(right)
  const [chosen, setChosen] = useState<Chosen>(fixed)
  const [isAsking, setAsking] = useState(false)
  const cast = useCast()
  const { refetch } = useOwnersVote(vote.id)
  const left = items.filter((item) => notYet(item, chosen[item.id])).length
  const choose = (itemId: string, mark: Mark | undefined) =>
    setChosen(({ [itemId]: _, ...others }) => (mark === undefined ? others : { ...others, [itemId]: mark }))

  const send = async () => {
    const receipt = await cast.send({
      params: { voteId: vote.id },
      body: ballotBody(right.keyNo, items, chosen),
    })
    if (receipt) onCast(receipt)
  }
  const overtaken = cast.problem && OVERTAKEN.includes(cast.problem.code) ? cast.problem.message : null
  useEffect(() => {
    if (overtaken === null) return
    setAsking(false)
    toast(overtaken, 'late')
    void refetch()
  }, [overtaken, refetch])
  return (
    <PageFrame
      title="投票"
      banner={<OfflineBar />}
      actions={
        <Stack gap={1}>
          <Button
            id="ballot-submit"
            disabled={left > 0}
            reason={left > 0 ? `还有 ${left} 项没选好` : undefined}
            onPress={() => setAsking(true)}
          >
            确认投票
          </Button>
          <Small
            center
          >{`${speakTime(Date.parse(vote.closesAt), now)} 截止 · 支部、物业、邻居都看不到您怎么投`}</Small>
        </Stack>
      }
    >
      <Card tight>
        <Stack gap={0}>
          <Title>{`您代表 ${homesOf(right)}`}</Title>
          <Small>{`${weightOf(right)} · ${right.mayChange ? '截止前可以改' : '投后不能改'}`}</Small>
        </Stack>
      </Card>
      {items.map((item, at) => (
        <BallotItem
          key={item.id}
          item={item}
          at={at + 1}
          mark={chosen[item.id]}
          isFixed={fixed[item.id] !== undefined}
          onChange={(mark) => choose(item.id, mark)}
        />
      ))}
      <OtherWays vote={vote} />
      <ConfirmSheet
        open={isAsking}
        items={items}
        chosen={chosen}
        mayChange={right.mayChange}
        homes={homesOf(right)}
        busy={cast.busy}
        problem={cast.problem?.message ?? null}
        onClose={() => setAsking(false)}
        onConfirm={send}
      />
    </PageFrame>
  )
}
