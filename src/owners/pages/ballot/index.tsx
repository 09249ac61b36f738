import { useRouter } from '@tarojs/taro'
import type { CastReceipt, VoteView } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { useOwnersVote } from '@/api/owners'
import { useNow } from '@/api/people'
import { leave, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, PageFrame } from '@/ui'
import { BallotForm } from '../../ballot/ballot-form'
import { ReceiptPage } from '../../ballot/receipt-page'

/** 投票 `?id=&key=`: the ballot for one key, then its receipt. */
export default function Ballot() {
  const { id = '', key } = useRouter().params
  const vote = useOwnersVote(id)
  return (
    <Loaded title="投票" query={vote}>
      {(data) => <OneKey vote={data} keyNo={key ? Number(key) : data.rights[0]?.keyNo} />}
    </Loaded>
  )
}

function OneKey({ vote, keyNo }: { vote: VoteView; keyNo: number | undefined }) {
  const now = useNow()
  const [cast, setCast] = useState<CastReceipt | null>(null)
  const [isChanging, setChanging] = useState(false)
  const right = vote.rights.find((each) => each.keyNo === keyNo)
  // The answer to this very ballot stands until the vote has been read again.
  const receipt = cast ? { ...cast, channel: 'online' as const } : right?.receipt
  if (right && receipt && !isChanging) {
    const mayChange = right.mayVote && right.mayChange
    const change = mayChange ? () => setChanging(true) : undefined
    return <ReceiptPage vote={vote} right={right} receipt={receipt} now={now} onChange={change} />
  }
  if (!right?.mayVote) {
    return (
      <PageFrame title="投票">
        <EmptyState
          title={right ? '现在不能投' : '这里没有您的票'}
          text={right?.whyNot || vote.noRightReason || '请看看公告，或问业委会。'}
          action={{ text: '看这次表决', onPress: () => leave(PAGES.vote(vote.id)) }}
        />
      </PageFrame>
    )
  }
  return (
    <BallotForm
      key={right.keyNo}
      vote={vote}
      right={right}
      now={now}
      onCast={(answer) => {
        setCast(answer)
        setChanging(false)
      }}
    />
  )
}
