import { useRouter } from '@tarojs/taro'
import type { VoteView } from '@yishiting/domain/contract/owners'
import { useDeskVote } from '@/api/owners-desk'
import { type MyPlace, useNow } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { Loaded } from '@/parts/loaded'
import { AnsweringObjection, Cancelling, Extending, Transferring } from '../../desk/acts'
import { DeskPage } from '../../desk/desk-page'
import { VoteList } from '../../desk/vote-list'
import { Duty } from '../../duty'

const hasDuty = (can: MyPlace['can']): boolean =>
  can.conveneVote || can.enterPapers || can.ruleConflicts || can.seeDoors

/** 表决工作台. Without an id the list; `?do=` opens one form (extend, cancel, transfer, objection). */
export default function Desk() {
  const { id } = useRouter().params
  return (
    <Duty title="表决工作台" needs={hasDuty} whose="表决由业委会和监票人来办">
      {() => (id ? <OneVote id={id} /> : <VoteList />)}
    </Duty>
  )
}

function OneVote({ id }: { id: string }) {
  const vote = useDeskVote(id)
  useFreshOnShow(vote)
  usePullToRefresh(vote)
  return (
    <Loaded title="表决工作台" query={vote}>
      {(data) => <Acting vote={data} />}
    </Loaded>
  )
}

function Acting({ vote }: { vote: VoteView }) {
  const { do: act, about = '' } = useRouter().params
  const now = useNow()
  if (act === 'extend' && vote.can.extend) return <Extending vote={vote} now={now} />
  if (act === 'cancel' && vote.can.cancel) return <Cancelling vote={vote} now={now} />
  if (act === 'transfer' && vote.can.transfer) return <Transferring vote={vote} now={now} />
  if (act === 'objection' && vote.can.answerObjection)
    return <AnsweringObjection vote={vote} now={now} objectionId={about} />
  return <DeskPage vote={vote} now={now} />
}
