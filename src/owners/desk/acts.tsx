import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useAnswerObjection, useCancelVote, useExtendVote, useTransfer } from '@/api/owners-desk'
import { leave, PAGES } from '@/parts/go'
import { toast } from '@/ui'
import { TransferForm } from './transfer-form'
import { WordsForm } from './words-form'

interface ActProps {
  vote: VoteView
  now: Instant
}

const finish = async (vote: VoteView, answer: Promise<unknown>, said: string): Promise<void> => {
  if ((await answer) === null) return
  toast(said, 'ok')
  leave(PAGES.voteDesk(vote.id))
}

export function Extending({ vote }: ActProps) {
  const extend = useExtendVote()
  const params = { voteId: vote.id }
  return (
    <WordsForm
      title="延期"
      about={{ title: vote.title, text: vote.line }}
      warning={`按公告的规则只能延一次，延 ${vote.rules.extensionDays} 天。已经投的票都算数。`}
      ask="为什么延期？"
      placeholder="例如：参加的还不到三分之二，上门还没走完"
      missing="延期要写明原因，大家会看到。"
      button="延期"
      sure={{ title: `延期 ${vote.rules.extensionDays} 天？`, text: '只能延这一次，会告诉所有业主。' }}
      problem={extend.problem?.message ?? null}
      send={(reason) => finish(vote, extend.send({ params, body: { reason } }), '延期了，已经告诉业主')}
    />
  )
}

export function Cancelling({ vote }: ActProps) {
  const cancel = useCancelVote()
  const params = { voteId: vote.id }
  return (
    <WordsForm
      title="取消表决"
      about={{ title: vote.title, text: vote.line }}
      warning="开始投票之前才能取消。想再表决，要重新公告。"
      ask="为什么取消？"
      missing="取消要写明原因，业主会看到。"
      button="取消表决"
      danger
      sure={{ title: '取消这次表决？', text: '会告诉所有业主，不能恢复。' }}
      problem={cancel.problem?.message ?? null}
      send={(reason) => finish(vote, cancel.send({ params, body: { reason } }), '取消了，已经告诉业主')}
    />
  )
}

export function AnsweringObjection({ vote, objectionId }: ActProps & { objectionId: string }) {
  const answer = useAnswerObjection()
  const objection = vote.objections.find((each) => each.id === objectionId)
  const params = { voteId: vote.id, objectionId }
  return (
    <WordsForm
      title="答复异议"
      about={{ title: objection?.text ?? vote.title, text: objection?.label }}
      ask="答复"
      placeholder="查了什么、怎么回事、结果变不变"
      missing="请写答复。"
      button="公开答复"
      sure={{ title: '公开答复？', text: '所有业主都看得到，发出去不能改。' }}
      problem={answer.problem?.message ?? null}
      send={(words) => finish(vote, answer.send({ params, body: { answer: words } }), '答复了')}
    />
  )
}

export function Transferring({ vote, now }: ActProps) {
  const transfer = useTransfer()
  return (
    <TransferForm
      vote={vote}
      now={now}
      problem={transfer.problem?.message ?? null}
      send={(body) => finish(vote, transfer.send({ params: { voteId: vote.id }, body }), '登记了')}
    />
  )
}
