import type { VoteView } from '@yishiting/domain/contract/owners'
import type { OperationId } from '@yishiting/domain/contract/paths'
import { App, Button, Input, Popconfirm, Space } from 'antd'
import { useWrite } from '../api/queries'

type PageAct = Extract<OperationId, 'owners.publish' | 'owners.certify' | 'owners.notice'>
type ReasonAct = Extract<OperationId, 'owners.extend' | 'owners.cancelVote'>

interface ActProps<Id> {
  id: Id
  vote: VoteView
  text: string
  question: string
  main?: boolean
}

/** One act on the whole vote, asked about once before it is done. */
function Act({ id, vote, text, question, main }: ActProps<PageAct>) {
  const act = useWrite(id)
  const send = () => act.send({ params: { voteId: vote.id }, ifMatch: vote.version })
  return (
    <Popconfirm title={question} okText={text} cancelText="再看看" onConfirm={send}>
      <Button type={main ? 'primary' : 'default'} loading={act.busy}>
        {text}
      </Button>
    </Popconfirm>
  )
}

/** The same with a reason that everybody will read. */
function ReasonedAct({ id, vote, text, question }: ActProps<ReasonAct>) {
  const act = useWrite(id)
  const { modal } = App.useApp()
  const ask = () => {
    let reason = ''
    modal.confirm({
      title: question,
      content: (
        <Input.TextArea
          rows={3}
          maxLength={2000}
          placeholder="原因，大家看得到"
          onChange={({ target }) => {
            reason = target.value
          }}
        />
      ),
      okText: text,
      cancelText: '再看看',
      onOk: () => act.send({ params: { voteId: vote.id }, ifMatch: vote.version, body: { reason } }),
    })
  }
  return (
    <Button onClick={ask} loading={act.busy}>
      {text}
    </Button>
  )
}

function Remind({ vote }: { vote: VoteView }) {
  const remind = useWrite('owners.remind')
  const { message } = App.useApp()
  const send = async () => {
    const answer = await remind.send({ params: { voteId: vote.id } })
    if (answer) message.success(`提醒了 ${answer.reminded} 人，只提醒还没投的`)
  }
  return (
    <Button onClick={send} loading={remind.busy}>
      提醒没投的人
    </Button>
  )
}

/** What the committee can do about a vote now. Nobody opens or closes one: the clock does. */
export function VoteActs({ vote }: { vote: VoteView }) {
  const { can } = vote
  return (
    <Space wrap>
      {can.remind && <Remind vote={vote} />}
      {can.extend && (
        <ReasonedAct id="owners.extend" vote={vote} text="延期" question="延期只能一次，按公告的规则。" />
      )}
      {can.cancel && (
        <ReasonedAct
          id="owners.cancelVote"
          vote={vote}
          text="取消"
          question="取消以后不能恢复，要重新公告。"
        />
      )}
      {can.notice && (
        <Act id="owners.notice" vote={vote} text="公告" question="公告以后，名册和规则都不能再改。" main />
      )}
      {can.publish && (
        <Act
          id="owners.publish"
          vote={vote}
          text="公布结果"
          question="公布以后大家都看得到，结果不能再改。"
          main
        />
      )}
      {can.certify && (
        <Act id="owners.certify" vote={vote} text="确认结果" question="异议期已过，确认这个结果？" main />
      )}
    </Space>
  )
}
